import { useMutation, useQueryClient } from '@tanstack/react-query';
import { runQuery, type Run } from '@/lib/api/runs';
import { orderRun, type RunOrderName } from '@/lib/api/run-orders';
import { toast } from '@/lib/toasts';
import { runWords } from '@/lib/words/run';

export interface Given {
  readonly order: RunOrderName;
  readonly reason?: string;
}

const done = (): Record<RunOrderName, string> => ({
  cancel: runWords.cancelDone,
  pause: runWords.pauseDone,
  resume: runWords.resumeDone,
  retry: runWords.retryDone,
});

/** Gives an order; what the run makes of it is told with the run. A refusal is said as it came. */
export function useRunOrders(run: Run) {
  return useMutation({
    mutationFn: ({ order, reason }: Given) => orderRun(run.id, order, reason),
    onSuccess: (_, { order }) => toast({ tone: 'done', says: done()[order] }),
    onError: (error, { order }) => {
      // The dialog that asked for it says it itself.
      if (order !== 'cancel') toast({ tone: 'failed', says: error.message });
    },
  });
}

/** A run that has ended is told nothing more: what changes of it all the same is read again. */
export function useReadAgain(run: Run) {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: runQuery(run.id).queryKey, exact: true }),
      queries.invalidateQueries({ queryKey: ['runs'] }),
    ]);
}
