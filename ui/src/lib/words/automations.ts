import { plural } from '../format';
import { area } from './area';

/** The list of automations, and what is done to several at once. */
export const automationsWords = area('automations', {
  title: 'Automations',
  shown: (count: number, more: boolean) => (more ? `${count}, and more` : String(count)),
  next: 'next, previous automation',
  select: 'select',
  make: 'New automation',

  search: 'Name or description',
  state: 'State',
  area: 'Area',
  owner: 'Owner',
  any: { area: 'Every area', owner: 'Every owner' },
  shares: {
    all: 'All',
    published: 'Live',
    draft: 'Drafts',
    paused: 'Paused',
    archived: 'Archived',
  },
  filtered: (by: string, value: string) => `${by}: ${value}`,
  noShares: (by: string) => `No automation names its ${by} yet.`,
  sharesOf: (count: string) => `Of the first ${count} automations; the search finds the others.`,

  name: 'Name',
  does: 'What it does',
  lastRuns: 'Last 30 runs',
  week: 'Runs, 7 d',
  weekTitle: 'Runs of the last seven days, and older ones that have not ended',
  failed: 'Failed',
  typical: 'Typical',
  typicalTitle: 'Half of the last runs that finished took less',
  version: 'Version',
  versionOf: (number: number) => `v${number}`,
  noArea: 'Without an area',

  live: 'Live',
  liveChanged: 'Live, changes in draft',
  neverPublished: 'Draft, never published',
  paused: 'Paused',
  archived: 'Archived',
  asks: {
    unknown: (count: number) =>
      plural(count, { one: '# unknown effect', other: '# unknown effects' }),
    person: (count: number) =>
      plural(count, { one: '# waits for a person', other: '# wait for a person' }),
  },

  manual: 'by hand',
  api: 'by programs',
  startedBy: (list: string) => `Starts on ${list}`,
  noTrigger: 'Nothing starts it',
  spark: {
    none: 'No run yet',
    some: (count: number, details: string) =>
      `${plural(count, { one: 'The last run', other: 'The last # runs' })}: ${details}`,
    part: (count: number, state: string) => `${count} ${state.toLocaleLowerCase()}`,
  },
  atLeast: (count: string) => `${count}+`,

  open: (name: string) => `Open ${name}`,
  choose: (name: string) => `Select ${name}`,
  chooseAll: 'Select all that are shown',
  noFurther: 'These are all automations there are.',
  further: 'Further automations',

  none: 'No automation yet',
  noneHint: 'An automation says which event starts it, and what is then done, step by step.',
  blank: 'From a blank sheet',
  example: 'From an example',
  noneMatch: 'No automation matches',
  noneMatchHint: 'There may be others: filters hide them.',
  failedToLoad: 'The list of automations did not load',
  failedHint: 'Your automations go on, only this page cannot show them.',
  glancesFailed: 'The last runs did not load.',
  glancesFailedHint: 'Names and states are as they are.',

  bulk: {
    label: 'What to do with those selected',
    selected: (count: number) => plural(count, { one: '# selected', other: '# selected' }),
    pause: 'Pause…',
    resume: 'Resume…',
    clear: 'Select none',
    pauseTitle: (count: number) =>
      plural(count, { one: 'Pause # automation?', other: 'Pause # automations?' }),
    resumeTitle: (count: number) =>
      plural(count, { one: 'Resume # automation?', other: 'Resume # automations?' }),
    pauseAbout: 'Events start them no more until somebody resumes them. Runs under way go on.',
    resumeAbout: 'From now on events start them again. Events of the meantime stay as they were.',
    pauseDoes: 'Pause them',
    resumeDoes: 'Resume them',
    needsOne: (state: string) => `None of them is ${state}.`,
    live: 'live',
    paused: 'paused',
    results: 'What became of each',
    at: (done: number, all: number) => `${done} of ${all} answered`,
    done: { pause: 'Paused', resume: 'Resumed' },
    waits: 'Waits for its turn',
    under: 'Is being asked',
    refused: 'Refused',
    leftOut: (state: string) => `Left out: it is ${state}`,
    close: 'Close the list',
  },

  sheet: { name: 'A blank sheet', about: 'One event, no step yet.' },
  startersFailed: 'The examples did not load. A blank sheet is here all the same.',

  create: {
    title: 'New automation',
    about: 'It begins as a draft: nothing starts it before you publish it.',
    name: 'Name',
    namePlaceholder: 'Onboard a won customer',
    from: 'Begin with',
    does: 'Make the draft',
  },
});
