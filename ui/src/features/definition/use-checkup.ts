import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Source } from '@/lib/api/automations';
import { validate } from '@/lib/api/definitions';
import { useRested } from '@/lib/rested';

/** An answer that did not come is asked for again: nobody should have to write a letter for it. */
const again = 5_000;

/** What the server says of the text at hand; of the one before it until it has said it. */
export function useCheckup(id: string, source: Source, may: boolean) {
  const rested = useRested(source);
  const checkup = useQuery({
    queryKey: ['checkup', id, rested],
    queryFn: ({ signal }) => validate(id, rested, signal),
    enabled: may,
    staleTime: 60_000,
    gcTime: 60_000,
    refetchInterval: ({ state: { status } }) => status === 'error' && again,
    placeholderData: keepPreviousData,
  });
  return {
    problems: checkup.data?.problems ?? [],
    warnings: checkup.data?.warnings ?? [],
    known: checkup.data !== undefined,
    /** It is about this very text. */
    current: rested === source && !checkup.isPlaceholderData && checkup.data !== undefined,
    failed: checkup.error,
  };
}

export type CheckedNow = ReturnType<typeof useCheckup>;
