import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Once nothing is under way for this query any more: what comes then would lie over whatever is put
 * into the cache meanwhile, and may be older.
 */
export async function settled(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  const underWay = () => queries.getQueryCache().find({ queryKey, exact: true })?.promise;
  for (let coming = underWay(); coming !== undefined; coming = underWay())
    // One after the other: whoever waits for one may find that the next was asked for.
    // oxlint-disable-next-line eslint/no-await-in-loop
    await coming.catch(() => undefined);
}
