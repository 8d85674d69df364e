import { LogLine } from '@/components/log-line';
import { ended, type Run } from '@/lib/api/runs';
import { useNow } from '@/lib/now';
import { segmentsOf } from '@/lib/run-line';
import { duration, second, spanOf } from '@/lib/time';
import { words } from '@/lib/words';

/** The whole run as one strip, from the queue to its end or to now. */
export function RunLine({ run }: { readonly run: Run }) {
  const now = useNow(250, !ended(run));
  return (
    <div className="flex-none border-b border-line px-3 pt-2.5 pb-1.5 two:px-4">
      <LogLine segments={segmentsOf(run, now)} />
      <div className="narrow mt-1 flex justify-between text-2xs text-ink-3">
        <span>{words.run.queued(second(run.queuedAt))}</span>
        <span>
          {run.finishedAt ? second(run.finishedAt) : words.run.ahead},{' '}
          {duration(spanOf(run.queuedAt, run.finishedAt, now))}
        </span>
      </div>
    </div>
  );
}
