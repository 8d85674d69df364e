import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { stepsQuery } from './run-steps';
import { ended, type Run, type Step } from './runs';
import { rowsOf } from '@/lib/paged';

export interface StepsOutside {
  readonly steps: readonly Step[];
  /** What is not among them and those of the run has not begun. */
  readonly areAll: boolean;
}

/**
 * The steps outside of loops: a run of thousands shows the newest with itself, the others are read
 * page by page, and once more when it has ended.
 */
export function useStepsOutside(run: Run | undefined): StepsOutside {
  const { id = '', moreSteps = false } = run ?? {};
  const over = run !== undefined && ended(run);
  const { data, hasNextPage, isFetching, isError, isPlaceholderData, fetchNextPage } =
    useInfiniteQuery({
      ...stepsQuery(id, undefined, over),
      enabled: moreSteps,
      placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
    });
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const steps = useMemo(() => rowsOf(data), [data]);
  const isRead = data !== undefined && !isPlaceholderData && !hasNextPage;
  return { steps, areAll: moreSteps ? over && isRead : run !== undefined };
}
