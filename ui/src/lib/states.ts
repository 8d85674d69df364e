import type { RunState, StepState } from './api/runs';
import type { words } from './words';

/** What the page can say of anything: a glyph, a word and a colour each. */
export type StateName = keyof typeof words.states;

/**
 * What a run at `needs_person` asks for. So far only an effect of which nobody knows brings a run
 * there; one that waits for a decision is to be told from it here, and all lists follow.
 */
export const whatIsAsked = (): 'unknown' | 'person' => 'unknown';

const runs = {
  queued: 'queued',
  running: 'running',
  waiting: 'time',
  needs_person: whatIsAsked(),
  paused: 'paused',
  finished: 'finished',
  failed: 'failed',
  cancelled: 'cancelled',
} satisfies Record<RunState, StateName>;

const steps = {
  running: 'running',
  waiting: 'time',
  finished: 'finished',
  failed: 'failed',
  skipped: 'skipped',
  unknown: 'unknown',
  cancelled: 'cancelled',
} satisfies Record<StepState, StateName>;

/** What asks for somebody is told before what is under way, and that before what is over. */
export const loudest: readonly StepState[] = [
  'unknown',
  'failed',
  'running',
  'waiting',
  'cancelled',
  'finished',
  'skipped',
];

export const stateOfRun = (state: RunState): StateName => runs[state];
export const stateOfStep = (state: StepState): StateName => steps[state];
