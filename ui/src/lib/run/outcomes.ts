import type { Step } from '../api/runs';
import type { Branch, ChainStep } from '../chain/model';
import { number } from '../format';
import { loudest, type StateName, stateOfStep } from '../states';
import { runWords } from '../words/run';

export function loudestOf(steps: readonly Step[]): StateName {
  const state = loudest.find((state) => steps.some((step) => step.state === state));
  return state === undefined ? 'queued' : stateOfStep(state);
}

const fieldOf = ({ output }: Step, name: string): string | undefined => {
  if (output === null || typeof output !== 'object' || Array.isArray(output)) return undefined;
  const value = (output as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : undefined;
};

/** Which branch a fork took. */
export function wayOf(written: ChainStep, step: Step): Branch | undefined {
  if (step.state !== 'finished') return undefined;
  const name = fieldOf(step, written.kind === 'if' ? 'branch' : 'case');
  const otherwise = written.branches.find(({ role }) => role === 'else');
  return written.branches.find((branch) => branch.name === name) ?? otherwise;
}

/** "otherwise", or the value that a case was chosen by. */
export function tookOf(written: ChainStep, step: Step): string | undefined {
  if (written.kind !== 'if' && written.kind !== 'switch') return undefined;
  const way = wayOf(written, step);
  if (way === undefined) return undefined;
  if (way.role === 'case') return way.name;
  return way.role === 'then' ? runWords.ways.yes : runWords.ways.otherwise;
}

/** "212 of 340, 2 failed" of a loop. */
export function countedOf({ progress, state }: Step): string | undefined {
  if (!progress) return undefined;
  const { items, failed } = progress;
  // How far it was is not told again when it is over.
  const done = state === 'finished' ? items : progress.done;
  return failed > 0
    ? runWords.doneFailed(number(done), number(items), number(failed))
    : runWords.done(number(done), number(items));
}
