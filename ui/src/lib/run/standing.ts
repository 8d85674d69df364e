import type { Run, RunSummary } from '../api/runs';
import { type StateName, stateOfRun } from '../states';
import { when } from '../time';
import { words } from '../words';
import { runWords } from '../words/run';

export interface Standing {
  readonly state: StateName;
  readonly word: string;
}

/** How a run stands, as a row of a list knows it. */
export function standingOf({ state, cancelling, pausing }: RunSummary): Standing {
  const name = stateOfRun(state);
  if (cancelling) return { state: 'cancelling', word: words.states.cancelling };
  if (pausing) return { state: 'paused', word: runWords.pausing };
  return { state: name, word: words.states[name] };
}

/** The same with all that its own page knows: for what, until when, how often it was tried. */
export function exactly(run: Run, now: number): Standing {
  const said = standingOf(run);
  if (run.cancelling || run.pausing) return said;
  return run.state === 'waiting' ? (waitOf(run, now) ?? said) : said;
}

function waitOf(run: Run, now: number): Standing | undefined {
  const [wait] = run.waits;
  switch (wait?.kind) {
    case 'retry': {
      const attempts = run.steps.find(({ id }) => id === wait.step)?.attempts ?? 1;
      return { state: 'retrying', word: runWords.retrying(attempts) };
    }
    case 'time':
      return wait.until === null
        ? undefined
        : { state: 'time', word: runWords.until(when(wait.until, now)) };
    case 'event':
      return { state: 'time', word: runWords.forEvent };
    case 'run':
      return { state: 'time', word: runWords.forRun };
    case 'worker':
    case 'turn':
    case 'resume':
    case 'answer':
    case 'person':
    case undefined:
      return undefined;
  }
}

/** Steps that a person has to say something about. */
export const unknownIn = (run: Run) => run.steps.filter(({ state }) => state === 'unknown');
