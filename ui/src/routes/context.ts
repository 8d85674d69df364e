import type { QueryClient } from '@tanstack/react-query';

/** What every route is given: the cache of what was read from the API. */
export interface RouterContext {
  readonly queries: QueryClient;
}
