import { plural } from '../format';
import { area } from './area';

/** Where a definition is written, checked, saved and published. */
export const definitionWords = area('definition', {
  label: 'Definition',
  loading: 'The editor is fetched…',
  format: 'Format',
  formatHint: 'sets lines in evenly; words and comments stay',
  notFormatted: (line: number) =>
    `It is no JSON yet: line ${line} is wrong, so it was left as it is.`,
  layouts: 'How it is written',
  layoutHint: 'Save first: it is laid out anew from what is saved.',
  layoutDone: (format: string) =>
    `Laid out as ${format}. Comments stay behind; undo brings them back.`,
  save: 'Save',
  saved: 'Saved',
  savedBy: (who: string) => `by ${who}`,
  unsaved: 'Not saved yet',
  saving: 'Saving…',
  refused: 'Not saved',
  readOnly: 'Only to be read',
  readOnlyRole: 'Your role does not reach so far: you can read the definition.',
  readOnlyArchived: 'It is archived: restore it first, or clone it.',

  stale: (who: string) => `${who} saved another draft meanwhile.`,
  staleHint: 'Yours is kept here, and neither is overwritten before you choose.',
  compare: 'Compare',
  theirs: 'Theirs',
  mine: 'Yours',
  takeTheirs: 'Take theirs',
  keepMine: 'Save yours over it',
  arrived: (who: string) => `${who} saved a draft; you see it now.`,

  leaveTitle: 'Leave without saving?',
  leaveAbout: 'What you wrote since the last saving is not saved, and is lost if you leave.',
  leaveDoes: 'Leave without it',

  problems: 'Problems',
  noProblem: 'Nothing is wrong with it.',
  checking: 'Being checked…',
  checked: 'checked',
  notChecked: 'It could not be checked.',
  count: {
    problems: (count: number) => plural(count, { one: '# problem', other: '# problems' }),
    warnings: (count: number) => plural(count, { one: '# warning', other: '# warnings' }),
  },
  at: (line: number, column: number) => `line ${line}, ${column}`,
  goTo: (line: number) => `Go to line ${line}`,
  problem: 'Problem',
  warning: 'Warning',

  kinds: {
    text: 'text',
    number: 'number',
    flag: 'true or false',
    list: 'list',
    object: 'object',
    time: 'time',
  },
  suchAs: (kind: string, example: string) =>
    kind === '' ? `such as ${example}` : `${kind}, such as ${example}`,

  preview: {
    title: 'What it gives',
    event: 'For which event',
    none: 'Put the caret into an expression to see what it gives for this event.',
    noEvent:
      'No event has come yet that starts it. Send one, and expressions can be tried with it.',
    noEvents: 'The events to try it with did not load.',
    needsRun: 'It reads what only a run has: outputs of steps, variables, items of a loop.',
    failed: 'It could not be worked out: Pilothouse did not answer.',
  },

  publish: 'Publish…',
  publishKey: 'publish',
  nothing: 'Nothing to publish',
  fix: (count: number) =>
    plural(count, { one: 'Fix # problem to publish', other: 'Fix # problems to publish' }),
  publishTitle: (name: string) => `Publish “${name}”?`,
  publishAbout:
    'From then on new events start this version. Runs under way stay on the version they began with.',
  firstAbout: 'From then on events start it.',
  pausedAbout: 'It is paused, and stays so: new events start this version once it is resumed.',
  changes: 'What changes',
  noChanges: 'Nothing that runs would notice.',
  changesFailed: 'What changes did not load.',
  note: 'What for',
  notePlaceholder: 'Ask finance only above 50,000',
  publishDoes: 'Publish',
  published: (number: number) => `Version ${number} is in force.`,
  publishStale:
    'Somebody saved another draft since you opened this, so nothing was published. Close this, look at that draft, then publish it.',
});
