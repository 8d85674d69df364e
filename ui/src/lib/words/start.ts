import { area } from './area';

/** Where a person starts an automation by its button. */
export const startWords = area('start', {
  several: 'Start',
  which: 'With which button',
  asks: (label: string) => `${label}…`,
  command: (label: string) => `Start: ${label}`,
  title: (name: string) => `Start “${name}”?`,
  about: 'One run begins at once with the version in force, and does what it does for any event.',
  input: 'Input',
  inputHint: 'JSON. What its steps read as event.data.',
  also: (names: string) => `May hold, too: ${names}.`,
  noObject: 'The input is an object, such as {"customer": "Ada Ltd"}.',
  asksNothing: 'It asks for nothing.',
  does: 'Start',
  key: 'start it',
  starting: 'Starting…',
  again: 'Try again',
  refused: 'Nothing was started.',
  lost: 'No answer came. It may have started; trying again is safe, it starts once.',
  noRun: 'It began no run.',
  openEvent: 'Open the event',
  before: 'It had started the first time, only the answer was lost. This is that run.',
  off: {
    draft: 'It was never published: publish it first.',
    paused: 'It is paused: resume it first.',
    archived: 'It is archived: restore it first.',
  },
});
