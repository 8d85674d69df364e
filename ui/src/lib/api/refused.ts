import { pagedQuery } from '@/lib/paged';
import type { EntryFilter } from './journal';

/** A delivery that never became an event. What could not be read of it is empty. */
export interface RefusedDelivery {
  readonly number: number;
  readonly receivedAt: string;
  readonly source: string;
  readonly sourceId: string;
  readonly type: string;
  readonly actor: string;
  /** What was answered. */
  readonly status: number;
  readonly reason: string;
  readonly bytes: number;
}

export type RefusedFilter = Pick<EntryFilter, 'source' | 'from' | 'until'>;

/** Whoever mends a sender looks here while it sends again. */
const every = 5_000;

export const refusedQuery = ({ source, from, until }: RefusedFilter) =>
  pagedQuery<RefusedDelivery>({
    key: ['refused'],
    path: '/v1/events/refused',
    asked: { source, from, until },
    follows: every,
  });
