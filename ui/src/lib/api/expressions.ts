import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/http';
import type { Json } from '@/lib/json';

/** What an expression gives for an event, or what is wrong with it. */
export interface Worked {
  readonly value?: Json;
  /** The beginning of a value that is long. */
  readonly preview?: string;
  readonly problems: readonly { readonly message: string; readonly hint?: string }[];
}

/** An event does not change: what was worked out once stays so. */
export const workedQuery = (expression: string, event: string) =>
  queryOptions({
    queryKey: ['expressions', event, expression],
    queryFn: ({ signal }) =>
      call<Worked>('/v1/expressions/preview', {
        method: 'POST',
        body: { expression, event },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
