import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/http';
import type { Json } from '@/lib/json';

export type RunState =
  | 'queued'
  | 'running'
  | 'waiting'
  | 'needs_person'
  | 'paused'
  | 'finished'
  | 'failed'
  | 'cancelled';

export type StepState = 'running' | 'waiting' | 'finished' | 'failed' | 'skipped' | 'unknown';

export interface RunSummary {
  readonly id: string;
  readonly automation: string;
  readonly state: RunState;
  /** Why it stands as it does, in a sentence of the server's. */
  readonly reason: string | null;
  readonly event: RunEvent;
  readonly queuedAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

export interface RunEvent {
  readonly id: string;
  readonly type: string;
  /** Empty where the sender named none. */
  readonly subject: string;
  readonly source: string;
  readonly time: string | null;
}

export interface Step {
  readonly id: string;
  readonly name: string;
  readonly state: StepState;
  /** Why it was left out, or why nobody knows whether it happened. */
  readonly reason: string | null;
  readonly attempts: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly output: Json;
  readonly error: { readonly message: string } | null;
}

export interface Run extends RunSummary {
  readonly steps: readonly Step[];
  /** A sentence of the server's. */
  readonly waitsFor: string | null;
  readonly workflowId: string;
}

interface RunPage {
  readonly items: readonly RunSummary[];
  readonly next: string | null;
}

const ends: ReadonlySet<RunState> = new Set(['finished', 'failed', 'cancelled']);

/** Nothing of it changes any more. */
export const ended = (run: RunSummary) => ends.has(run.state);

export const underWay = (run: RunSummary) => run.state === 'queued' || run.state === 'running';

/** What people know the run by: the thing it is about, else what happened. */
export const titleOf = ({ event }: RunSummary) =>
  event.subject === '' ? event.type : event.subject;

const newestEvery = 3_000;
const freshEvery = 1_000;
const liveEvery = 700;

/** Most runs end within moments: the list keeps up with those, and takes its time otherwise. */
const isFresh = (run: RunSummary) =>
  underWay(run) && Date.now() - Date.parse(run.queuedAt) < 60_000;

export const newestRunsQuery = queryOptions({
  queryKey: ['runs', 'newest'],
  queryFn: ({ signal }) => call<RunPage>('/v1/runs?limit=12', { signal }),
  refetchInterval: ({ state }) => (state.data?.items.some(isFresh) ? freshEvery : newestEvery),
});

/** Follows along while the first page is all that is open; older pages do not change. */
export const allRunsQuery = infiniteQueryOptions({
  queryKey: ['runs', 'all'],
  queryFn: ({ pageParam, signal }) => call<RunPage>(pageOfRuns(pageParam), { signal }),
  initialPageParam: '',
  getNextPageParam: (last: RunPage) => last.next,
  refetchInterval: (query) => ((query.state.data?.pages.length ?? 0) > 1 ? false : newestEvery),
});

const pageOfRuns = (cursor: string) =>
  `/v1/runs?limit=50${cursor === '' ? '' : `&before=${encodeURIComponent(cursor)}`}`;

/** Live while it is under way, slower while it waits; what has ended never changes. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['run', id],
    queryFn: ({ signal }) => call<Run>(`/v1/runs/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) =>
      state.data === undefined || underWay(state.data)
        ? liveEvery
        : ended(state.data)
          ? false
          : newestEvery,
  });
