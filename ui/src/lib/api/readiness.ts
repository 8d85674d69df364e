import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '@/lib/http';

export interface Readiness {
  readonly ready: boolean;
  readonly version: string;
  readonly temporalUi: string | null;
  readonly parts: Readonly<Record<string, Part>>;
}

export interface Part {
  readonly state: 'up' | 'waiting';
  readonly reason?: string | null;
}

export const readinessEvery = 3_000;

/** 503 is an answer here: the house stands and says which part it waits for. */
export const readinessQuery = queryOptions({
  queryKey: ['readiness'],
  queryFn: ({ signal }) => call<Readiness>('/readyz', { signal, accept: [503] }),
  refetchInterval: readinessEvery,
});

export const useReadiness = () => useQuery(readinessQuery);
