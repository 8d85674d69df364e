import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { call } from '@/lib/http';

export interface Me {
  readonly tenant: { readonly id: string; readonly name: string; readonly settled: boolean };
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** The password that the first start made up is still in use. */
  readonly firstPassword: boolean;
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call<Me>('/v1/me', { signal }),
  staleTime: 60_000,
});

/** Whom a new house leads through its first steps. */
export const isNewHere = ({ role, tenant }: Me) => role === 'admin' && !tenant.settled;

/** Only below the house's route, which has loaded it. */
export const useMe = () => useSuspenseQuery(meQuery).data;
