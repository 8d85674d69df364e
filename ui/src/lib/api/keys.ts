import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, path } from '@/lib/http';
import { pagedQuery } from '@/lib/paged';

/** A program's key, without its secret. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** The beginning of the secret, so that people know again which one it is. */
  readonly prefix: string;
  readonly role: string;
  readonly createdAt: string;
  readonly withdrawnAt: string | null;
}

export const keyRoles = ['viewer', 'member', 'reviewer', 'operator', 'builder', 'admin'] as const;

export type KeyRole = (typeof keyRoles)[number];

export interface NewKey {
  readonly name: string;
  readonly role: KeyRole;
}

export interface MadeKey {
  readonly id: string;
  /** Told this once. */
  readonly key: string;
  readonly name: string;
}

const mine = ['keys'] as const;

export const keysQuery = pagedQuery<ApiKey>({ key: mine, path: '/v1/keys' });

export function useMakeKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: NewKey) => call<MadeKey>('/v1/keys', { method: 'POST', body: wanted }),
    // The secret is forgotten with the dialog that shows it.
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: mine }),
  });
}

export function useWithdrawKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call<ApiKey>(path`/v1/keys/${id}/withdraw`, { method: 'POST' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: mine }),
  });
}
