import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/http';
import { type Me, meQuery } from './me';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Whoever signs in sees nothing of what was read before, in a session that ended by itself. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) =>
      call<Me>('/v1/session', { method: 'POST', body: credentials }),
    onSuccess: (me) => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, me);
    },
  });
}

/** Forgets everything that was read, so that the next person at this machine sees nothing of it. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call<void>('/v1/session', { method: 'DELETE' }),
    onSuccess: () => queries.clear(),
  });
}
