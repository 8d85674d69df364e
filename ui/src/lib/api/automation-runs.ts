import { queryOptions } from '@tanstack/react-query';
import { at, call } from '@/lib/http';
import { pagedQuery } from '@/lib/paged';
import { automationKey } from './automations';
import type { RunPage, RunState, ShownRun } from './runs';

export const runStates: readonly RunState[] = [
  'queued',
  'running',
  'waiting',
  'needs_person',
  'paused',
  'finished',
  'failed',
  'cancelled',
];

const runsEvery = 3_000;

export const automationRunsQuery = (automation: string, state: RunState | undefined) =>
  pagedQuery<ShownRun, RunPage>({
    key: ['runs', 'of', automation],
    path: '/v1/runs',
    asked: { automation, state },
    follows: runsEvery,
  });

/** The newest run, whatever became of it; null where there is none. */
export const lastRunQuery = (automation: string) =>
  queryOptions({
    queryKey: [...automationKey(automation), 'last run'],
    refetchInterval: runsEvery,
    // What came a moment before the chain that it is drawn on is not asked for again.
    staleTime: 1_000,
    queryFn: async ({ signal }) => {
      const { items } = await call<RunPage>(at('/v1/runs', { automation, limit: 1 }), { signal });
      return items[0] ?? null;
    },
  });
