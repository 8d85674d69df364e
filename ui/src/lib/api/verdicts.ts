import { path } from '@/lib/http';
import type { Json } from '@/lib/json';
import { pagedQuery } from '@/lib/paged';

export type VerdictKind =
  | 'fired'
  | 'deduplicated'
  | 'throttled'
  | 'skipped'
  | 'paused'
  | 'loop_cut'
  | 'not_met'
  | 'other_type'
  | 'not_published'
  | 'archived'
  | 'for_another'
  | 'untold';

/** Why an event started an automation, or why not. */
export interface Verdict {
  readonly automation: string;
  readonly automationId: string;
  readonly verdict: VerdictKind;
  /** In a sentence of the server's. */
  readonly reason: string;
  readonly number: number | null;
  readonly run: string | null;
  readonly triggers?: readonly TriggerLook[];
}

export interface TriggerLook {
  readonly event?: string;
  readonly when?: string | null;
  /** The first part of the condition that was not met. */
  readonly part?: string | null;
  readonly reason?: string;
  readonly saw?: readonly Seen[];
}

export interface Seen {
  readonly path: string;
  readonly value?: Json;
  readonly preview?: string;
  /** The event has no such place. */
  readonly missing: boolean;
  readonly from: string;
}

/** A verdict is made with the event and does not change; runs that it started are asked for apart. */
export const verdictsQuery = (event: string) => ({
  ...pagedQuery<Verdict>({ key: ['verdicts', event], path: path`/v1/events/${event}/verdicts` }),
  staleTime: 30_000,
});
