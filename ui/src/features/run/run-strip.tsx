import { LogLine } from '@/components/log-line';
import type { Run } from '@/lib/api/runs';
import { segmentsOf } from '@/lib/run/line';
import { labelsOf } from '@/lib/run/line-labels';
import { duration, minute, spanOf } from '@/lib/time';
import { runWords } from '@/lib/words/run';

interface RunStripProps {
  readonly run: Run;
  readonly now: number;
  /** How many steps it has not come to. */
  readonly ahead: number;
}

/** The whole run as one strip, from the queue to its end or to now, with what lies ahead. */
export function RunStrip({ run, now, ahead }: RunStripProps) {
  const segments = segmentsOf(run, now, ahead);
  const begun = run.startedAt ?? run.queuedAt;
  const said = minute(Date.parse(begun));
  return (
    <div className="flex-none border-b border-line px-3 pt-2.5 pb-[7px] two:px-4">
      <LogLine tall segments={segments} />
      <div
        aria-hidden="true"
        className="narrow relative mt-[3px] flex h-[15px] justify-between text-2xs leading-[14px] text-ink-3"
      >
        <span>{run.startedAt === null ? runWords.queuedAt(said) : runWords.startedAt(said)}</span>
        {labelsOf(segments).map(({ place, says }) => (
          <span
            key={says}
            className="absolute hidden -translate-x-1/2 bg-surface px-1 whitespace-nowrap two:block"
            style={{ left: `${place * 100}%` }}
          >
            {says}
          </span>
        ))}
        <span>{endSaid(run, now, ahead)}</span>
      </div>
    </div>
  );
}

function endSaid(run: Run, now: number, ahead: number): string {
  if (ahead > 0) return runWords.stepsAhead(ahead);
  if (run.finishedAt === null) return runWords.now;
  const took = runWords.took(duration(spanOf(run.queuedAt, run.finishedAt, now)));
  return `${minute(Date.parse(run.finishedAt))}, ${took}`;
}
