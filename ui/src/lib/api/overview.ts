import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { at, call } from '@/lib/http';
import type { Entry } from './journal';
import type { RunState, ShownRun } from './runs';

/** Hours that an overview can look back. */
export const spans = [1, 24, 168] as const;
export type Span = (typeof spans)[number];

/** The house at a glance. Each count ends at a bound and says so by `more`. */
export interface Overview {
  readonly hours: number;
  readonly from: string;
  readonly until: string;
  readonly slotMs: number;
  /** One for each state in which a run has not ended. */
  readonly now: readonly StandingRuns[];
  readonly unknownEffects: { readonly effects: number; readonly more: boolean };
  readonly slots: readonly Slot[];
  readonly intake: { readonly sources: readonly Source[]; readonly more: boolean };
  /** Those that wait for a person, then those that failed. */
  readonly needy: readonly ShownRun[];
  /** Under way, and then those that ended last. */
  readonly runs: readonly ShownRun[];
  readonly entries: readonly OverviewEntry[];
}

export interface StandingRuns {
  readonly state: RunState;
  readonly runs: number;
  readonly more: boolean;
  /** When the first of them was queued. */
  readonly oldest: string | null;
  /** When the first of them goes on by itself. */
  readonly next: string | null;
}

/** Runs that were queued in one stretch of time. */
export interface Slot {
  readonly at: string;
  readonly started: number;
  readonly ended: number;
  readonly failed: number;
  readonly unknown: number;
  readonly more: boolean;
}

export interface Source {
  readonly source: string;
  readonly received: number;
  readonly fired: number;
  readonly refused: number;
}

export interface OverviewEntry extends Entry {
  /** What its type says; empty where nobody has declared it. */
  readonly title: string;
  readonly actorName: string;
}

const every = 5_000;
const slowEvery = 30_000;

export const overviewKey = ['overview'] as const;

/** Asked again soon; more slowly where so much happens that looking costs something. */
export const overviewQuery = (hours: Span) =>
  queryOptions({
    queryKey: [...overviewKey, hours],
    queryFn: ({ signal }) => call<Overview>(at('/v1/overview', { hours }), { signal }),
    placeholderData: keepPreviousData,
    // What was read on the way to the page, or failed there, is not asked again by the page at once.
    staleTime: every,
    retryOnMount: false,
    refetchInterval: ({ state }) => (state.data?.intake.more ? slowEvery : every),
  });
