import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { at, call } from '@/lib/http';
import { type PageOf, pagedQuery } from '@/lib/paged';
import type { Automation } from './automations';
import type { RunCounts, RunPage, RunState, ShownRun } from './runs';

/** What an address asks for; the API takes it as it stands. */
export interface RunFilter {
  /** Several with commas. */
  readonly state?: string | undefined;
  /** Its name. */
  readonly automation?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** To be found in what a run worked on, gave or failed with. */
  readonly q?: string | undefined;
}

export const filterNames = ['state', 'automation', 'subject', 'from', 'until', 'q'] as const;

export const isFiltered = (filter: RunFilter) =>
  filterNames.some((name) => filter[name] !== undefined);

/** Always in one order, so that one choice is one list. */
export const written = (filter: RunFilter): RunFilter =>
  Object.fromEntries(filterNames.map((name) => [name, filter[name]]));

/**
 * What was read stays as it was, also on the way back; what is new is joined to it (`useNewRuns`).
 */
export const runListQuery = (filter: RunFilter) => ({
  ...pagedQuery<ShownRun, RunPage>({
    key: ['runs', 'list'],
    path: '/v1/runs',
    asked: { ...written(filter) },
  }),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 30 * 60_000,
});

const page = 50;

/** The newest page again, to see what is new and what stands otherwise. */
export const newestOf = (filter: RunFilter, signal: AbortSignal) =>
  call<RunPage>(at('/v1/runs', { ...written(filter), limit: page }), { signal });

/** How many of each state there are that the rest of the filter lets through. */
export const runCountsQuery = ({ automation, subject, from, until }: RunFilter) =>
  queryOptions({
    queryKey: ['runs', 'counts of', automation, subject, from, until],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<RunCounts>(at('/v1/runs/counts', { automation, subject, from, until }), { signal }),
    select: ({ items }) =>
      new Map<RunState, RunCounts['items'][number]>(items.map((item) => [item.state, item])),
  });

/** Automations whose name holds what was typed; paused and archived ones have runs, too. */
export const automationNamesQuery = (q: string) =>
  queryOptions({
    queryKey: ['automations', 'names', q],
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      call<PageOf<Automation>>(
        at('/v1/automations', { q, limit: 30, state: 'draft,published,paused,archived' }),
        { signal },
      ),
    select: ({ items }) => items.map(({ name }) => name),
  });

/** What the journal tells of runs: each such entry may change the list. */
export const runsLine = '/v1/events/stream?type=run.*';
