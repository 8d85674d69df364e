import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, path } from '@/lib/http';
import type { PageOf } from '@/lib/paged';

/** One place where the person is signed in. */
export interface OwnSession {
  readonly id: string;
  /** What its browser said of itself; empty where it said nothing. */
  readonly device: string;
  readonly openedAt: string;
  readonly endsAt: string;
  readonly current: boolean;
}

const address = '/v1/me/sessions';

export const ownSessionsQuery = queryOptions({
  queryKey: ['own sessions'],
  queryFn: ({ signal }) => call<PageOf<OwnSession>>(address, { signal }),
});

export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call<void>(`${address}${path`/${id}`}`, { method: 'DELETE' }),
    // Also where it had ended already: then the list is old.
    onSettled: () => queries.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
}

export function useEndOtherSessions() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call<{ readonly ended: number }>(address, { method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
}
