import type { Run } from '@/lib/api/runs';
import { endOf } from '@/lib/run/intervals';
import { momentAt, type Stretch } from '@/lib/run/scale';
import { duration, minute, second } from '@/lib/time';
import { runWords } from '@/lib/words/run';

interface TimeAxisProps {
  readonly run: Run;
  readonly scale: readonly Stretch[];
  readonly now: number;
}

const fields = 8;

/** From the queue to the end, with the border of a sea chart; for eyes only. */
export const TimeAxis = ({ run, scale, now }: TimeAxisProps) => (
  <div
    aria-hidden="true"
    className="chain-grid label sticky top-0 z-4 hidden! h-[30px] border-b border-line-strong bg-surface font-normal two:grid!"
  >
    <div className="flex items-center justify-between pr-3 pl-4">
      <span>{runWords.chain}</span>
      <span>{runWords.tookHead}</span>
    </div>
    <div className="relative overflow-hidden">
      {ticksOf(scale).map(({ place, says }) => (
        <span key={place} className="absolute top-1.5 pl-1.5" style={{ left: `${place * 100}%` }}>
          {says}
        </span>
      ))}
      <span className="absolute top-1.5 right-1.5 bg-surface pl-1">{endSaid(run, now)}</span>
      <div className="chart-scale absolute inset-x-0 bottom-0 h-[5px] forced-color-adjust-none [--u:12.5%]" />
    </div>
  </div>
);

const endSaid = (run: Run, now: number) =>
  run.finishedAt === null ? `${runWords.now} ${minute(endOf(run, now))}` : second(run.finishedAt);

interface Tick {
  readonly place: number;
  readonly says: string;
}

/** In full where a fold lies before it; then the seconds alone, or what passed where these are few. */
function ticksOf(scale: readonly Stretch[]): readonly Tick[] {
  const ticks: Tick[] = [];
  let before: Before | undefined;
  for (let field = 0; field < fields - 1; field++) {
    const place = field / fields;
    const at = momentAt(scale, place);
    if (at === undefined) continue;
    const piece = scale.find(({ right }) => place < right);
    ticks.push({ place, says: said(at, piece, before) });
    before = { at, piece, whole: before?.piece === piece ? (before?.whole ?? at) : at };
  }
  return ticks;
}

interface Before {
  readonly at: number;
  readonly piece: Stretch | undefined;
  /** The last moment of its piece that was said in full. */
  readonly whole: number;
}

function said(at: number, piece: Stretch | undefined, before: Before | undefined): string {
  const whole = second(new Date(at).toISOString());
  if (before === undefined || before.piece !== piece) return whole;
  if (at - before.at < 1_000) return runWords.after(duration(at - before.whole));
  return Math.floor(at / 60_000) === Math.floor(before.at / 60_000) ? whole.slice(5) : whole;
}

interface FoldsProps {
  readonly scale: readonly Stretch[];
}

/** Idle time that was folded away: a band, and how long it was. */
export const Folds = ({ scale }: FoldsProps) => (
  <div
    aria-hidden="true"
    className="chain-grid pointer-events-none absolute inset-0 z-3 hidden! two:grid!"
  >
    <div />
    <div className="relative">
      {scale
        .filter(({ folded }) => folded)
        .map(({ from, to, left, right }) => (
          <div
            key={from}
            className="absolute inset-y-0 w-[18px] -translate-x-1/2 border-x border-line bg-canvas"
            style={{ left: `${((left + right) / 2) * 100}%` }}
          >
            <span className="narrow sticky top-12 mx-auto block h-fit w-[14px] rotate-180 text-2xs leading-[14px] whitespace-nowrap text-ink-3 [writing-mode:vertical-rl]">
              {runWords.folded(duration(to - from))}
            </span>
          </div>
        ))}
    </div>
  </div>
);
