import { plural } from '../format';
import { area } from './area';

/** The frame around every page: where one can go, what one can do, which keys there are. */
export const shellWords = area('shell', {
  skip: 'Skip to the page',
  main: 'Main',
  crumbs: 'Where you are',
  more: 'More',
  moreOf: 'All rooms',
  fold: 'Fold the sidebar',
  unfold: 'Unfold the sidebar',
  firstSteps: 'First steps',

  /** What the palette offers to do. */
  does: {
    keys: 'Show all keys',
    day: 'Make it day',
    night: 'Make it night',
    compact: 'Rows closer together',
    normal: 'Rows as usual',
  },

  groups: { first: 'Main', build: 'Build', log: 'Log', house: 'House' },

  rooms: {
    home: 'Home',
    inbox: 'Inbox',
    chat: 'Chat',
    automations: 'Automations',
    employees: 'AI employees',
    templates: 'Templates',
    connections: 'Connections',
    runs: 'Runs',
    events: 'Events',
    records: 'Records',
    people: 'People',
    halts: 'Halts',
    settings: 'Settings',
    look: 'The look',
  },

  asks: (count: number) => plural(count, { one: '# waits for you', other: '# wait for you' }),
  unknown: (count: number) =>
    plural(count, { one: '# unknown effect', other: '# unknown effects' }),
  running: 'running',
  noHalt: 'No halt in force',
  held: 'The house is held',
  halt: 'Halt…',

  palette: {
    open: 'Go to, or do…',
    title: 'Go to, or do',
    field: 'What do you want to do, or where do you want to go?',
    do: 'Do',
    go: 'Go to',
    results: (count: number) => plural(count, { one: '# choice', other: '# choices' }),
    searching: 'Searching…',
    none: (asked: string) => `Nothing is called “${asked}”`,
    noneHint:
      'Rooms, commands, runs, automations and records are found by words in them; runs, events and automations also by their ids.',
    failed: (what: string) => `${what} did not answer`,
    choose: 'choose',
    enter: 'do',
    close: 'close',
  },

  keys: {
    title: 'Keys',
    all: 'all keys',
    here: 'On this page',
    everywhere: 'Everywhere',
    palette: 'go to, or do',
    filter: 'filter',
    back: 'back',
    next: 'next, previous',
    open: 'open',
    room: (name: string) => name.toLowerCase(),
    switch: 'Single keys',
    switchHint: 'G H, J K and the like, outside fields',
    isOff: 'Single keys are switched off. Those with Ctrl or ⌘ work.',
  },

  me: {
    menu: 'You: theme, density, password, sign out',
    opens: 'theme, density, password, sign out',
    theme: 'Theme',
    themes: { system: 'System', day: 'Day', night: 'Night' },
    density: 'Density',
    densities: { compact: 'Compact', normal: 'Normal', relaxed: 'Relaxed' },
    password: 'Change your password',
    signOut: 'Sign out',
    signOutFailed: 'You are still signed in: Pilothouse does not answer. Try again.',
  },

  kinds: {
    admin: 'Admin',
    builder: 'Builder',
    operator: 'Operator',
    reviewer: 'Reviewer',
    member: 'Member',
    viewer: 'Viewer',
  },
});
