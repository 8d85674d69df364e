import type { Run } from '@/lib/api/runs';
import { duration, second, spanOf } from '@/lib/time';
import { words } from '@/lib/words';

const quarters = [1, 2, 3];

/** From the queue to the end, with the border of a sea chart; for eyes only. */
export function TimeAxis({ run, now }: { readonly run: Run; readonly now: number }) {
  const whole = spanOf(run.queuedAt, run.finishedAt, now);
  return (
    <div
      aria-hidden="true"
      className="chain-grid label hidden! h-[30px] border-b border-line-strong two:grid!"
    >
      <div className="flex items-center justify-between pr-3 pl-4 font-normal">
        <span>{words.run.chain}</span>
        <span>{words.run.took}</span>
      </div>
      <div className="relative font-normal">
        <span className="absolute top-1.5 left-1.5">{second(run.queuedAt)}</span>
        {quarters.map((quarter) => (
          <span
            key={quarter}
            className="absolute top-1.5 pl-1.5 nth-4:hidden three:nth-4:inline"
            style={{ left: `${quarter * 25}%` }}
          >
            {duration((whole * quarter) / 4)}
          </span>
        ))}
        <span className="absolute top-1.5 right-1.5 bg-surface pl-1">{duration(whole)}</span>
        <div className="chart-scale forced-color-adjust-none absolute inset-x-0 bottom-0 h-[5px] [--u:12.5%]" />
      </div>
    </div>
  );
}
