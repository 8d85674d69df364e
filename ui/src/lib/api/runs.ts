import { queryOptions, useQuery } from '@tanstack/react-query';
import { at, call, path } from '@/lib/http';
import type { Json } from '@/lib/json';
import type { PageOf } from '@/lib/paged';

export type RunState =
  | 'queued'
  | 'running'
  | 'waiting'
  | 'needs_person'
  | 'paused'
  | 'finished'
  | 'failed'
  | 'cancelled';

export type StepState =
  | 'running'
  | 'waiting'
  | 'finished'
  | 'failed'
  | 'skipped'
  | 'unknown'
  /** The page's own: its run ended before it did. */
  | 'cancelled';

export interface RunSummary {
  readonly id: string;
  readonly automation: string;
  readonly automationId: string;
  /** The hash of the version that it walks, and its number as people say it. */
  readonly version: string;
  readonly number: number;
  readonly state: RunState;
  /** Why it stands as it does, in a sentence of the server's. */
  readonly reason: string | null;
  readonly failure: RunFailure | null;
  /** It was ordered to; it has not followed yet. */
  readonly cancelling: boolean;
  readonly pausing: boolean;
  readonly concurrencyKey: string | null;
  readonly event: RunEvent;
  /** The step of another run that called it. */
  readonly parent: { readonly run: string; readonly step: string } | null;
  /** The run that wrote the entry this one is for. */
  readonly causedBy: string | null;
  readonly rerunOf: { readonly run: string; readonly from: string | null } | null;
  readonly queuedAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly durationMs: number | null;
}

export interface RunEvent {
  readonly id: string;
  readonly type: string;
  /** Empty where the sender named none. */
  readonly subject: string;
  readonly source: string;
  readonly time: string;
}

export interface RunFailure {
  readonly step: string;
  readonly name: string;
  readonly message: string;
}

export interface Step {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly state: StepState;
  /** Why it was left out, or why nobody knows whether it happened. */
  readonly reason: string | null;
  readonly attempts: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly input: Json;
  readonly output: Json;
  readonly error: { readonly code: string; readonly kind: string; readonly message: string } | null;
  readonly effect: Effect | null;
  readonly waits: { readonly due: string; readonly reason: string } | null;
  /** How far a loop is. */
  readonly progress: Progress | null;
  /** The run that did it, where this one keeps its outcome. */
  readonly keptFrom?: string | null;
}

export interface Effect {
  readonly id: string;
  readonly class: 'pure' | 'transactional' | 'keyed' | 'reconcilable' | 'once';
  readonly state: 'reserved' | 'done' | 'failed' | 'unknown';
  /** Told by a sender that had lost its claim meanwhile. */
  readonly late: boolean;
  /** When the newest attempt was sent. */
  readonly sentAt?: string;
  /** After it the sender certainly sends no more. */
  readonly deadline: string;
}

export interface Progress {
  readonly items: number;
  readonly done: number;
  readonly failed: number;
}

export interface RunWait {
  readonly kind:
    | 'worker'
    | 'turn'
    | 'resume'
    | 'answer'
    | 'time'
    | 'event'
    | 'run'
    | 'retry'
    | 'person';
  readonly step: string | null;
  readonly words: string;
  readonly until: string | null;
  readonly run: string | null;
}

export interface RunOrder {
  readonly id: number;
  readonly order: 'cancel' | 'pause' | 'resume' | 'skip' | 'retry';
  readonly step: string | null;
  readonly actor: string;
  readonly reason: string | null;
  readonly givenAt: string;
  readonly carriedOutAt: string | null;
}

export interface CalledRun {
  readonly run: string;
  readonly step: string;
  readonly automation: string;
  readonly state: RunState;
}

export interface Run extends RunSummary {
  readonly steps: readonly Step[];
  /** Others are to be paged through. */
  readonly moreSteps: boolean;
  readonly orders: readonly RunOrder[];
  /** All of `waits` in a sentence of the server's. */
  readonly waitsFor: string | null;
  readonly waits: readonly RunWait[];
  readonly letters: readonly { readonly step: string; readonly at: string; readonly body: Json }[];
  readonly called: readonly CalledRun[];
  readonly moreCalled: boolean;
  readonly reruns: readonly string[];
  readonly workflowId: string;
}

/** As a list shows it. */
export interface ShownRun extends RunSummary {
  /** Where it stands still; null where it goes on or has ended, or where the server cannot tell soon. */
  readonly stop: Stop | null;
}

export interface Stop {
  readonly kind: RunWait['kind'];
  readonly step: string;
  /** Why it stands there. */
  readonly words: string;
  /** When it goes on at the latest. */
  readonly until: string | null;
}

export interface RunPage extends PageOf<ShownRun> {
  /** How far a search for `q` came. */
  readonly searchedBackTo?: string | null;
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

export interface RunCounts {
  readonly items: readonly {
    readonly state: RunState;
    readonly runs: number;
    readonly more: boolean;
  }[];
}

const countsEvery = 10_000;

const runCountsQuery = queryOptions({
  queryKey: ['runs', 'counts'],
  queryFn: ({ signal }) => call<RunCounts>('/v1/runs/counts', { signal }),
  refetchInterval: countsEvery,
  select: ({ items }): Partial<Record<RunState, number>> =>
    Object.fromEntries(items.map(({ state, runs }) => [state, runs])),
});

/** How many runs there are of each state, up to a thousand. */
export const useRunCounts = () => useQuery(runCountsQuery).data;

/** Live while it is under way, slower while it waits; what has ended never changes. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['run', id],
    queryFn: ({ signal }) => call<Run>(path`/v1/runs/${id}`, { signal }),
    refetchInterval: ({ state }) =>
      state.data === undefined || underWay(state.data)
        ? liveEvery
        : ended(state.data)
          ? false
          : newestEvery,
    select: cutShort,
  });

/** What was under way when a run ended is as the server saw it last: the page tells that it ended too. */
function cutShort(run: Run): Run {
  if (!ended(run) || !run.steps.some(isOpen)) return run;
  const cut = { state: 'cancelled', finishedAt: run.finishedAt, waits: null } as const;
  return { ...run, steps: run.steps.map((step) => (isOpen(step) ? { ...step, ...cut } : step)) };
}

const isOpen = ({ state }: Step) => state === 'running' || state === 'waiting';

/** Runs that an event started, or that are about one thing; followed while any of them is under way. */
export const runsOfQuery = (asked: { readonly event?: string; readonly subject?: string }) =>
  queryOptions({
    queryKey: ['runs', 'of', asked],
    queryFn: ({ signal }) => call<RunPage>(at('/v1/runs', { ...asked, limit: 20 }), { signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(underWay)
        ? freshEvery
        : state.data?.items.every(ended)
          ? false
          : newestEvery,
  });
