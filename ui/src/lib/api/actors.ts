import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '@/lib/http';

interface Named {
  readonly actor: string;
  readonly name: string;
}

/** Who is behind "person/0199…" and "key/0199…". Names hardly ever change. */
export const actorsQuery = queryOptions({
  queryKey: ['actors'],
  queryFn: ({ signal }) => call<{ readonly items: readonly Named[] }>('/v1/actors', { signal }),
  staleTime: 5 * 60_000,
});

/** Undefined until it is known, and of one that nobody named. */
export function useActorName(actor: string): string | undefined {
  const { data } = useQuery({ ...actorsQuery, enabled: /^(person|key)\//.test(actor) });
  return data?.items.find((known) => known.actor === actor)?.name;
}
