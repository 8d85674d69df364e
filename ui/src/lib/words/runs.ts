import { area } from './area';

export const runsWords = area('runs', {
  title: 'Runs',
  older: 'Older runs',
  noneOlder: 'These are all runs there are.',
  state: 'State',
  about: 'About',
  automation: 'Automation',
  started: 'Started',
  took: 'Took',
  none: 'No run yet',
  noneHint: 'A run begins when an event comes in that an automation listens for.',
  next: 'next, previous run',
  failed: 'The list of runs did not load',
  failedHint: 'Your runs go on, only this page cannot show them.',
});
