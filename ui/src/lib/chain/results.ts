import type { Step, StepState } from '../api/runs';
import { loudest } from '../states';
import { allSteps, type ChainStep } from './model';

/** How a step of the chain went in one run: of a step within a loop, all its turns together. */
export interface Result {
  readonly state: StepState;
  /** The last of them, whose output is shown. */
  readonly step: Step;
  readonly times: number;
  readonly done: number;
  readonly failed: number;
}

/** "each.3.mail" is a turn of "mail": ids are given once in a definition, so the last part tells it. */
export const stepOfKey = (key: string) => key.split('.').at(-1) ?? key;

export function resultsOf(steps: readonly Step[]): ReadonlyMap<string, Result> {
  const results = new Map<string, Result>();
  for (const step of steps) {
    const id = stepOfKey(step.id);
    results.set(id, joined(results.get(id), step));
  }
  return results;
}

function joined(before: Result | undefined, step: Step): Result {
  const done = step.state === 'finished' ? 1 : 0;
  const failed = step.state === 'failed' ? 1 : 0;
  if (before === undefined) return { state: step.state, step, times: 1, done, failed };
  const louder = loudest.indexOf(step.state) < loudest.indexOf(before.state);
  return {
    state: louder ? step.state : before.state,
    step: louder || step.state === before.state ? step : before.step,
    times: before.times + 1,
    done: before.done + done,
    failed: before.failed + failed,
  };
}

/** The outermost loop around each step that stands in one. */
export function loopsAround(steps: readonly ChainStep[]): ReadonlyMap<string, string> {
  const outermostLast = allSteps(steps)
    .filter(({ kind }) => kind === 'for_each')
    .toReversed();
  return new Map(
    outermostLast.flatMap((loop) => allSteps(loop.body).map(({ id }) => [id, loop.id] as const)),
  );
}
