import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { at, call, path } from '@/lib/http';
import type { Json } from '@/lib/json';
import type { PageOf } from '@/lib/paged';
import type { Step } from './runs';

/**
 * Steps that a long run does not show with itself: the turns of a loop, or what stands outside of
 * loops where none is named. What changes of them meanwhile is told with the run.
 */
export const stepsQuery = (run: string, under?: string, over = false) =>
  infiniteQueryOptions({
    queryKey: ['run', run, 'steps', under ?? '', over],
    staleTime: Number.POSITIVE_INFINITY,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call<PageOf<Step>>(
        at(path`/v1/runs/${run}/steps`, { under, after: pageParam, limit: under ? 50 : 200 }),
        { signal },
      ),
    getNextPageParam: (last) => last.next,
  });

/** One that was made before the newest, of which the step itself tells. */
export interface PastAttempt {
  readonly attempt: number;
  readonly sentAt: string;
  /** Not there where nobody was left to tell how it ended. */
  readonly endedAt: string | null;
  readonly error: Step['error'];
  /** Why it was made again. */
  readonly reason: string | null;
}

/** @param attempts as many as were made so far: with one more there is one more to tell of */
export const pastAttemptsQuery = (run: string, step: string, attempts: number) =>
  queryOptions({
    queryKey: ['run', run, 'attempts', step, attempts],
    staleTime: Number.POSITIVE_INFINITY,
    // While the step is tried once more, what is known of the attempts before stays in sight.
    placeholderData: (before: readonly PastAttempt[] | undefined, query) =>
      query?.queryKey[1] === run && query.queryKey[3] === step ? before : undefined,
    queryFn: async ({ signal }) => {
      const answer = await call<{ readonly items: readonly PastAttempt[] }>(
        path`/v1/runs/${run}/steps/${step}/attempts`,
        { signal },
      );
      return answer.items;
    },
  });

/** What was too large to stand in a step; it never changes. */
export const valueQuery = (hash: string) =>
  queryOptions({
    queryKey: ['value', hash],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => call<Json>(path`/v1/values/${hash}`, { signal }),
  });

/** By which a value that is kept apart is known. */
export function storedIn(value: Json): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { $stored: stored } = value as { readonly $stored?: Json };
  if (stored === null || typeof stored !== 'object' || Array.isArray(stored)) return undefined;
  const { ref } = stored as { readonly ref?: Json };
  return typeof ref === 'string' ? ref : undefined;
}
