import { plural } from '../format';
import { area } from './area';

/** What a person sets for themselves, and what an administrator hands to programs. */
export const settingsWords = area('settings', {
  title: 'Settings',
  look: 'Look',
  lookLead: 'Holds in this browser.',
  theme: 'Theme',
  density: 'Density',
  password: 'Your password',

  company: {
    title: 'The company',
    lead: 'Everybody who works here sees its name. A change stands in the journal.',
    name: 'Name',
    rename: 'Rename',
    renaming: 'Renaming…',
    missing: 'The company needs a name.',
    renamed: (name: string) => `The company is called “${name}” now.`,
    notRenamed: 'It keeps its name.',
    firstSteps: 'Go through the first steps again',
  },

  house: {
    title: 'This house',
    lead: 'What it is made of, and where to look further.',
  },

  sessions: {
    title: 'Where you are signed in',
    lead: 'A session that you do not know is ended here, at once. Change your password then, too.',
    current: 'this one',
    unknown: 'A browser that says nothing of itself',
    on: (browser: string, system: string) => `${browser} on ${system}`,
    opened: 'signed in',
    ends: 'ends',
    end: 'End it',
    endOthers: (count: number) =>
      plural(count, { one: 'End the other one…', other: 'End all # others…' }),
    endOthersTitle: 'End all other sessions?',
    endOthersAbout: 'Whoever sits there has to sign in again. This session goes on.',
    endOthersDoes: 'End the others',
    ended: (count: number) => plural(count, { one: '# session ended', other: '# sessions ended' }),
    failed: 'Your sessions did not load',
    notEnded: (why: string) => `Not ended: ${why}`,
  },

  apiKeys: {
    title: 'Keys of programs',
    lead: 'A key lets a program in with a role. Give each program one of its own, so that it can be withdrawn alone.',
    name: 'Name',
    nameHint: 'What it is for, such as “nightly import”.',
    nameMissing: 'A key needs a name, so that people know it again.',
    role: 'Role',
    begins: 'Begins with',
    created: 'Made',
    state: 'State',
    works: 'Works',
    withdrawn: (time: string) => `Withdrawn ${time}`,
    make: 'New key…',
    makeTitle: 'A new key',
    makeDoes: 'Make the key',
    making: 'Making…',
    madeTitle: 'The key is made',
    madeAbout: 'It is shown this once. Nobody can read it later, only its hash is kept.',
    key: 'Key',
    copy: 'Copy the key',
    done: 'I have it',
    withdraw: 'Withdraw…',
    withdrawTitle: (name: string) => `Withdraw “${name}”?`,
    withdrawAbout:
      'The program that uses it is refused within two seconds. It cannot be given back; what it did stays in the journal.',
    withdrawDoes: 'Withdraw the key',
    gone: (name: string) => `“${name}” is withdrawn`,
    none: 'No key yet',
    noneHint: 'A program needs one to send events or to change records.',
    failed: 'The keys did not load',
    failedHint: 'They work on, only this page cannot show them.',
    refused: 'The key was not made.',
  },
});
