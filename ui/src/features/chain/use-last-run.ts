import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { lastRunQuery } from '@/lib/api/automation-runs';
import { type Run, runQuery, type RunSummary, type Step } from '@/lib/api/runs';
import { useStepsOutside } from '@/lib/api/steps-outside';
import type { ChainStep } from '@/lib/chain/model';
import { loopsAround, type Result, resultsOf } from '@/lib/chain/results';

/** Why there is no result of a step: only where all was read is it known that it was not reached. */
export type Untold =
  | { readonly is: 'not reached' }
  | { readonly is: 'unread' }
  /** Of a long run the turns of a loop are shown in the run alone. */
  | { readonly is: 'turns'; readonly loop: string };

export interface LastRun {
  /** Null where there is none, undefined while nobody knows. */
  readonly last: RunSummary | null | undefined;
  readonly results: ReadonlyMap<string, Result>;
  readonly untold: (step: string) => Untold;
  readonly failed: boolean;
}

/** How the last run went, step by step, as far as a look at the whole of it tells. */
export function useLastRun(automation: string, chain: readonly ChainStep[]): LastRun {
  const last = useQuery(lastRunQuery(automation));
  const run = useQuery({ ...runQuery(last.data?.id ?? ''), enabled: Boolean(last.data) });
  const outside = useStepsOutside(run.data);
  const results = useMemo(
    () => resultsOf(run.data ? shownOf(run.data, outside.steps) : []),
    [run.data, outside.steps],
  );
  const loops = useMemo(() => loopsAround(chain), [chain]);
  const untold = (step: string): Untold => {
    const loop = run.data?.moreSteps ? loops.get(step) : undefined;
    const around = loop === undefined ? undefined : results.get(loop);
    if (loop !== undefined && around && around.step.progress?.items !== 0)
      return { is: 'turns', loop };
    return { is: outside.areAll ? 'not reached' : 'unread' };
  };
  return { last: last.data, results, untold, failed: (last.error ?? run.error) !== null };
}

/** Some turns of a loop would tell of all of them what holds of a few. */
function shownOf({ steps, moreSteps }: Run, outside: readonly Step[]): readonly Step[] {
  if (!moreSteps) return steps;
  const all = [...outside, ...steps].filter(({ id }) => !id.includes('.'));
  return [...new Map(all.map((step) => [step.id, step])).values()];
}
