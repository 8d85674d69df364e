import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '@/lib/http';

/** The whole house is held when its database is older than what Temporal saw. */
export interface Hold {
  readonly held: boolean;
  readonly since: string | null;
  readonly reason: string | null;
  readonly onlyInTemporal: readonly string[];
  readonly onlyInTemporalTotal: number;
  readonly openBatches: number;
  readonly runsInDoubt: number;
}

const holdQuery = queryOptions({
  queryKey: ['hold'],
  queryFn: ({ signal }) => call<Hold>('/v1/hold', { signal }),
  refetchInterval: 15_000,
});

export const useHold = (asked: boolean) => useQuery({ ...holdQuery, enabled: asked }).data;
