import { plural } from '../format';
import { area } from './area';

/** What was published when, what is different, and the way back. */
export const versionsWords = area('versions', {
  title: 'Versions',
  version: 'Version',
  note: 'What for',
  by: 'Published by',
  when: 'Published',
  actions: 'What to do',
  draft: 'Draft',
  draftNote: 'Not published yet',
  inForce: 'In force',
  none: 'Nothing was published yet',
  noneHint:
    'A version begins when the draft is published: the draft stays, and can go on changing.',
  failed: 'The list of versions did not load',
  older: 'Older versions',
  noneOlder: 'These are all versions there are.',
  more: (name: string) => `What to do with ${name}`,
  open: (name: string) => `Show what ${name} changed`,

  diff: 'What is different',
  from: 'From',
  to: 'to',
  choose: 'Choose a version to see what it changed.',
  first: 'It is the first one: there is none before it to compare it with.',
  look: 'How it is shown',
  looks: { words: 'In words', beside: 'Side by side', text: 'Text' },
  same: 'They say the same.',
  diffFailed: 'What is different did not load',
  count: (count: number) => plural(count, { one: '# change', other: '# changes' }),
  whole: 'the whole',
  compareDraft: 'Compare with the draft',

  rollBack: 'Roll back…',
  rollBackOff: 'in force',
  rollBackTitle: (version: string) => `Put ${version} in force again?`,
  rollBackAbout:
    'From then on new events start it. Runs under way stay on their version, and the draft stays as it is.',
  rollBackDoes: 'Roll back',
  rolledBack: (version: string) => `${version} is in force again.`,
  rolledBackWarned: (version: string, count: number) =>
    plural(count, {
      one: `${version} is in force again, with # warning.`,
      other: `${version} is in force again, with # warnings.`,
    }),

  clone: 'Clone…',
  cloneTitle: (version: string) => `Clone ${version}`,
  cloneAbout: 'An automation of its own, as a draft: nothing starts it before you publish it.',
  cloneName: 'Name',
  cloneDoes: 'Make the clone',
});

/** What holds for an automation as a whole, and what was done to it. */
export const automationSettingsWords = area('automationSettings', {
  from: 'From the definition',
  fromHint: 'They are changed where it is written, and hold once it is published.',
  edit: 'Edit the definition',
  editThere: 'Edit',
  seeThere: 'See',
  there: (setting: string) => ` in the definition: ${setting}`,
  ofDraft: 'of the draft',
  ofVersion: (number: number) => `of v${number}`,
  names: {
    owner: 'Owner',
    area: 'Area',
    description: 'What it is for',
    concurrency: 'At the same time',
    throttle: 'At most',
    dedupe: 'Counts once',
    deadline: 'Deadline',
    onFailure: 'Hears of failures',
  },
  nothing: {
    owner: 'nobody is named',
    area: 'none is named',
    description: 'nothing is said',
    concurrency: 'as many runs as events come',
    throttle: 'no limit',
    dedupe: 'every event starts a run',
    deadline: 'none: a run may take as long as it takes',
    onFailure: 'nobody is named',
  },
  modes: {
    queue: 'one after the other',
    skip: 'none begins while another is under way',
    replace: 'a new one cancels those before it',
  },
  concurrency: (mode: string, key: string) => `${mode}, for each ${key}`,
  throttle: (limit: string, per: string) => `${limit} runs in ${per}`,
  throttleBy: (limit: string, per: string, key: string) =>
    `${limit} runs in ${per}, for each ${key}`,
  dedupe: (key: string, window: string) => `for each ${key} once within ${window}`,
  standing: 'Whether it acts',
  standings: {
    draft: 'It was never published: nothing starts it.',
    published: 'It is live: events start it.',
    paused: 'It is paused: nothing starts it until somebody resumes it.',
    archived: 'It is archived: it is in no list, and nothing starts it.',
  },
  history: 'What was done to it',
  historyFailed: 'What was done to it did not load',
  noHistory: 'Nothing yet: it was never published.',
  changes: {
    published: (version: string) => `published ${version}`,
    rolled_back: (version: string) => `rolled back to ${version}`,
    paused: () => 'paused it',
    resumed: () => 'resumed it',
    archived: () => 'archived it',
    restored: () => 'restored it',
  },
  noVersion: 'a version',
});
