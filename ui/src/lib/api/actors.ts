import { queryOptions, useQuery } from '@tanstack/react-query';
import { withShortIds } from '@/lib/actor';
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

const written = /\b(?:person|key)\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** A sentence of the server's, with people and keys by their names, and of other ids the ends. */
export function useNamed(said: string): string {
  const { data } = useQuery({ ...actorsQuery, enabled: said.search(written) >= 0 });
  const names = new Map(data?.items.map(({ actor, name }) => [actor, name]));
  return withShortIds(said.replace(written, (actor) => names.get(actor) ?? actor));
}

/** Undefined until it is known, and of one that nobody named. */
export function useActorName(actor: string): string | undefined {
  const { data } = useQuery({ ...actorsQuery, enabled: /^(person|key)\//.test(actor) });
  return data?.items.find((known) => known.actor === actor)?.name;
}
