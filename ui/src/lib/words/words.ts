import { plural } from '../format';
import { area } from './area';

/**
 * What every room says. Plain, exact, short; what is so, what still holds, what to do. Names and
 * numbers are parameters. What one room alone says stands in the file of that room.
 */
export const words = area('common', {
  product: 'Pilothouse',
  tagline: 'Durable automations and AI employees, with a person at the wheel.',
  flag: 'Flag H: “I have a pilot on board.”',
  title: (page: string) => `${page} · Pilothouse`,

  states: {
    queued: 'Queued',
    running: 'Running',
    person: 'Waits for a person',
    time: 'Waits',
    finished: 'Finished',
    failed: 'Failed',
    unknown: 'Unknown effect',
    retrying: 'Retrying',
    paused: 'Paused',
    halted: 'Halted',
    draft: 'Draft',
    cancelled: 'Cancelled',
    cancelling: 'Cancelling',
    skipped: 'Skipped',
    warning: 'Warning',
    live: 'Live',
    up: 'Up',
    away: 'Away',
  },

  connection: {
    live: 'Live',
    starting: 'Starting',
    away: 'Not reachable',
    back: 'Live again',
    staleSince: (time: string) => `Stale since ${time}`,
    lost: 'Pilothouse does not answer.',
    lostHint: (time: string) =>
      `What you see is from ${time}. Nothing that was accepted is lost; this page tries again every 3 s.`,
    never: 'This page tries again every 3 s. Nothing that was accepted is lost.',
    now: 'Try now',
    waitsFor: (parts: string) => `Pilothouse waits for ${parts}.`,
    waitsForHint: 'It tries by itself. What was accepted stays, and goes on afterwards.',
  },

  failure: {
    again: 'Try again',
    back: 'Go home',
    details: 'What the server said',
    copyDetails: 'Copy details',
    forbidden: 'You may not see this',
    forbiddenHint: 'Your role does not reach here. An administrator of this house can change that.',
    missing: 'There is no page here',
    missingHint: 'The address is mistyped or the page has moved. Nothing was deleted.',
    broken: 'This page broke',
    brokenHint: 'It is a fault of the page, not of your runs: they go on. Load it again.',
    notReady: 'Pilothouse is not ready yet',
    refused: 'This did not load',
    refusedHint: 'Your runs go on, only this page cannot show it.',
    partial: 'Only a part has loaded.',
    slow: (span: string) => `Still looking, ${span}.`,
    stop: 'Stop',
  },

  list: {
    more: 'Show more',
    loadingMore: 'Loading…',
    moreFailed: 'Nothing further was read.',
    end: 'These are all there are.',
    shown: (count: number) => plural(count, { one: '# shown', other: '# shown' }),
    arrived: (count: number) => plural(count, { one: '# new', other: '# new' }),
    chosen: (count: number) => plural(count, { one: '# selected', other: '# selected' }),
    letGo: 'Select none',
    clear: 'Clear the filter',
    remove: (filter: string) => `Remove the filter ${filter}`,
  },

  field: {
    required: 'required',
    clear: 'Clear',
    choose: 'Choose…',
    none: 'None fits',
    show: 'Show the password',
    hide: 'Hide the password',
    search: 'Search',
  },

  dialog: {
    close: 'Close',
    keep: 'Keep it',
    more: 'More',
    why: 'Why',
  },

  diff: {
    field: 'Field',
    before: 'Before',
    after: 'After',
    same: (count: number) =>
      plural(count, { one: '# field stays as it is', other: '# fields stay as they are' }),
    none: 'none',
    was: (before: string, after: string) => `was ${before}, becomes ${after}`,
    removed: 'taken away',
    added: 'added',
  },

  changes: {
    more: (count: number) => plural(count, { one: 'and # more', other: 'and # more' }),
    becomes: 'becomes',
    taken: 'taken away',
  },

  actors: {
    person: (id: string) => `Person ${id}`,
    key: (id: string) => `Key ${id}`,
    run: (id: string) => `Run ${id}`,
  },

  line: {
    lead: 'The run as a line',
    empty: 'nothing has happened yet',
    of: (lead: string, sentence: string) => `${lead}: ${sentence}.`,
    worked: (span: string) => `worked ${span}`,
    took: (span: string) => `took ${span}`,
    waited: (span: string) => `waited ${span}`,
    waitedFor: (span: string, whom: string) => `waited ${span} for ${whom}`,
    slept: (span: string) => `waited ${span} for the time`,
    retried: (span: string) => `tried again for ${span}`,
    running: (span: string) => `running for ${span}`,
    failed: (span: string) => `failed after ${span}`,
    unknown: (span: string) => `unknown for ${span}`,
    paused: (span: string) => `paused for ${span}`,
    halted: (span: string) => `halted for ${span}`,
    ahead: 'the rest lies ahead',
    folded: (span: string) => `${span} folded`,
  },

  gauge: (value: string, of: string) => `${value} of ${of}`,
  regained: 'What you had written and not saved is here again.',
  open: 'Open',
  copy: 'Copy',
  copied: 'Copied',
  loading: 'Loading',
  opening: 'Opening the house…',
  nothing: 'empty',
  yes: 'yes',
  no: 'no',
  entries: (count: number) => plural(count, { one: '# entry', other: '# entries' }),
});
