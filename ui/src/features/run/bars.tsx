import { textureOf } from '@/components/log-line';
import type { Run } from '@/lib/api/runs';
import { endOf, intervalsOf } from '@/lib/run/intervals';
import { eventKey, type RunRow } from '@/lib/run/rows';
import { placeOf, type Stretch } from '@/lib/run/scale';
import type { SegmentKind } from '@/lib/segments';
import { runWords } from '@/lib/words/run';

interface BarsProps {
  readonly run: Run;
  readonly row: RunRow;
  readonly scale: readonly Stretch[];
  readonly now: number;
  readonly chosen: boolean;
}

interface Bar {
  readonly left: number;
  readonly right: number;
  readonly texture: string;
}

/** What nobody knows the outcome of has its colour from the sending on. */
const unknown: Partial<Record<SegmentKind, string>> = {
  worked: 'bg-st-unknown-fill',
  unknown: 'texture-hatch [--f:var(--st-unknown-fill)]',
};

/** What a step did when, on the time axis; whoever does not see it hears it with the step. */
export function Bars({ run, row, scale, now, chosen }: BarsProps) {
  const bars = barsOf(run, row, scale, now);
  return (
    <div
      aria-hidden="true"
      className="eighths pointer-events-none relative hidden min-w-0 overflow-hidden border-l border-line two:block"
    >
      {bars.map(({ left, right, texture }) => (
        <i
          key={texture}
          className={`absolute top-1/2 h-3.5 min-w-1 max-w-full -translate-y-1/2 rounded-1 forced-color-adjust-none ${texture}`}
          style={{ left: `min(${left * 100}%, 100% - 4px)`, width: `${(right - left) * 100}%` }}
        />
      ))}
      <Label bars={bars} says={saidOf(row)} ground={chosen ? 'bg-selected' : 'bg-surface'} />
    </div>
  );
}

function barsOf(run: Run, row: RunRow, scale: readonly Stretch[], now: number): readonly Bar[] {
  const place = (at: number) => placeOf(scale, at);
  if (row.key === eventKey) {
    const left = place(Date.parse(run.queuedAt));
    const right = place(Date.parse(run.startedAt ?? run.queuedAt));
    return [{ left, right, texture: textureOf('worked') }];
  }
  const { step } = row;
  if (!step || row.kind === 'more' || step.keptFrom) return [];
  return intervalsOf(step, endOf(run, now)).map(({ from, to, kind }) => ({
    left: place(from),
    right: place(to),
    texture: (step.state === 'unknown' && unknown[kind]) || textureOf(kind),
  }));
}

/** The one thing about it that the row does not say otherwise. */
function saidOf({ key, step, took }: RunRow): string | undefined {
  if (key === eventKey) return runWords.accepted;
  if (took !== undefined) return took;
  if (!step) return undefined;
  if (step.keptFrom) return undefined;
  if (step.state === 'unknown') return runWords.sentOnce;
  return step.attempts > 1 ? runWords.tried(step.attempts) : undefined;
}

interface LabelProps {
  readonly bars: readonly Bar[];
  readonly says: string | undefined;
  readonly ground: string;
}

/** Behind the bar where there is room, else before it. */
function Label({ bars, says, ground }: LabelProps) {
  const [first] = bars;
  const last = bars.at(-1);
  if (says === undefined || !first || !last) return null;
  const behind = last.right < 0.7;
  if (!behind && first.left < 0.2) return null;
  return (
    <span
      className={`absolute top-1/2 z-4 -translate-y-1/2 truncate px-1 text-xs text-ink-2 ${ground}`}
      style={
        behind
          ? { left: `calc(${last.right * 100}% + 6px)` }
          : { right: `calc(${(1 - first.left) * 100}% + 4px)` }
      }
    >
      {says}
    </span>
  );
}
