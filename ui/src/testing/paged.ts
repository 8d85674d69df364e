import type { PageOf } from '@/lib/paged';

/** The page of a list that is asked for; where the next one begins is its place in the list. */
export function pageOf<Row>(all: readonly Row[], asked: URLSearchParams): PageOf<Row> {
  const from = Number(asked.get('before') ?? 0);
  const until = from + Number(asked.get('limit') ?? 50);
  return { items: all.slice(from, until), next: until < all.length ? String(until) : null };
}
