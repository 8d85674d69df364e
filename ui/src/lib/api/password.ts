import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/http';
import { meQuery } from './me';

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: PasswordChange) =>
      call<void>('/v1/me/password', { method: 'POST', body: change }),
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
}
