import type { ShownRun } from '../api/runs';
import { type StateName, stateOfRun } from '../states';
import { when } from '../time';

interface Stands {
  readonly state: StateName;
  /** Where more is known than the state. */
  readonly word?: string;
}

const moment = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** How a run of a list stands: of one that waits for what and until when, in the words of the server. */
export function stands({ state, cancelling, stop }: ShownRun, now: number): Stands {
  if (cancelling) return { state: 'cancelling' };
  if (state !== 'waiting' || !stop) return { state: stateOfRun(state) };
  const word = stop.words.replaceAll(moment, (time) => when(time, now));
  return { state: stop.kind === 'retry' ? 'retrying' : 'time', word };
}
