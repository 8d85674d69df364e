import { area } from './area';

/** What the palette makes of what was typed; it comes with the palette. */
export const paletteWords = area('palette', {
  /** With what is typed before a name, only that is offered. */
  verbs: { start: 'start', pause: 'pause', resume: 'resume' },
  orders: {
    start: (name: string) => `Start ${name}…`,
    pause: (name: string) => `Pause ${name}…`,
    resume: (name: string) => `Resume ${name}…`,
  },
  withIt: 'Do with it',
  sources: {
    ids: 'With this id',
    about: 'About it',
    runs: 'Runs',
    automations: 'Automations',
    records: 'Records',
  },
  everything: (subject: string) => `Everything about ${subject}`,
  kinds: { run: 'Run', event: 'Event', automation: 'Automation' },
  of: (kind: string, what: string) => `${kind}, ${what}`,
});
