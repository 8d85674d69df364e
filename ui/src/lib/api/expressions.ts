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

/** What expressions can call. */
export interface ExpressionFunction {
  readonly name: string;
  /** The call with the names of what it is given. */
  readonly signature: string;
  /** The kind of its value, in words. */
  readonly gives: string;
  readonly does: string;
  readonly example: string;
  readonly result: Json;
}

export const functionsQuery = queryOptions({
  queryKey: ['expressions', 'functions'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) =>
    call<{ readonly items: readonly ExpressionFunction[] }>('/v1/expressions/functions', {
      signal,
    }),
});

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
