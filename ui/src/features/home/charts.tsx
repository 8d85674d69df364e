import { ChartColumn, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ChartScale } from '@/components/chart-scale';
import { IconButton } from '@/components/ui/icon-button';
import type { Overview, Slot, Span } from '@/lib/api/overview';
import { number, percent } from '@/lib/format';
import { useNow } from '@/lib/now';
import { minute, when } from '@/lib/time';
import { homeWords } from '@/lib/words/home';
import { type Bar, Bars } from './bars';
import { SlotTable } from './slot-table';

const high = 76;

/** How much was started and how much of it failed, on one axis of time; a table behind a button. */
export function Charts({ overview, hours }: { readonly overview: Overview; readonly hours: Span }) {
  const [asTable, show] = useState(false);
  return (
    <section
      aria-label={homeWords.chart.table}
      className="relative hidden flex-none border-b border-line two:block"
    >
      <span className="absolute top-1 right-1.5 z-2">
        <IconButton
          size="small"
          icon={asTable ? ChartColumn : Table2}
          label={asTable ? homeWords.chart.asChart : homeWords.chart.asTable}
          onClick={() => show(!asTable)}
        />
      </span>
      {asTable ? (
        <SlotTable slots={overview.slots} />
      ) : (
        <div className="grid two:grid-cols-[minmax(0,1fr)_300px] three:grid-cols-[minmax(0,1fr)_372px]">
          <Started slots={overview.slots} hours={hours} />
          <Rate slots={overview.slots} hours={hours} />
        </div>
      )}
    </section>
  );
}

interface ChartProps {
  readonly slots: readonly Slot[];
  readonly hours: Span;
}

const all = (slots: readonly Slot[], of: (slot: Slot) => number) =>
  slots.reduce((sum, slot) => sum + of(slot), 0);

function Started({ slots, hours }: ChartProps) {
  const { chart: says } = homeWords;
  const most = Math.max(...slots.map(({ started }) => started));
  const started = all(slots, (slot) => slot.started);
  return (
    <Chart
      title={says.started[hours]}
      most={most > 0 ? says.most(number(most)) : undefined}
      axis={<Axis slots={slots} hours={hours} every={labelled[hours]} />}
      quiet={started === 0 ? says.quiet : undefined}
    >
      <Bars
        height={high}
        most={most}
        bars={slots.map(startedBar)}
        says={says.startedSays(number(started), number(all(slots, (slot) => slot.failed)))}
      />
    </Chart>
  );
}

const startedBar = (
  { started, failed, unknown }: Slot,
  place: number,
  of: readonly Slot[],
): Bar => ({
  open: place === of.length - 1,
  parts: [
    { tone: 'normal', value: started - failed - unknown },
    { tone: 'unknown', value: unknown },
    { tone: 'failed', value: failed },
  ],
});

export const shareOf = ({ ended, failed }: Slot) => (ended === 0 ? 0 : failed / ended);

/** One in twenty fills the pane, so that one in a thousand does not look like a catastrophe. */
const least = 0.05;

function Rate({ slots, hours }: ChartProps) {
  const { chart: says } = homeWords;
  const now = useNow(60_000);
  const worst = slots.reduce((one, other) => (shareOf(other) > shareOf(one) ? other : one));
  const most = Math.max(least, shareOf(worst));
  return (
    <Chart
      title={says.rate}
      beside
      most={says.most(percent(most))}
      axis={<Axis slots={slots} hours={hours} every={2 * labelled[hours]} />}
      quiet={all(slots, (slot) => slot.failed) === 0 ? says.noneSays : undefined}
    >
      <Bars
        height={high}
        most={most}
        bars={slots.map((slot) => ({
          open: false,
          parts: [{ tone: 'failed', value: shareOf(slot) }],
        }))}
        says={says.rateSays(percent(shareOf(worst)), when(worst.at, now))}
      />
    </Chart>
  );
}

interface FrameProps {
  readonly title: string;
  readonly most: string | undefined;
  readonly beside?: boolean;
  readonly axis: ReactNode;
  /** Said where there is nothing to draw. */
  readonly quiet: string | undefined;
  readonly children: ReactNode;
}

const Chart = ({ title, most, beside = false, axis, quiet, children }: FrameProps) => (
  <div className={`min-w-0 px-4 pt-[7px] pb-2 ${beside ? 'border-l border-line' : ''}`}>
    <div className={`label mb-[5px] flex justify-between gap-3 ${beside ? 'pr-6' : ''}`}>
      <span className="truncate">{title}</span>
      {!quiet && <span className="font-normal">{most}</span>}
    </div>
    {quiet ? <p className="flex h-[76px] items-end pb-2 text-xs text-ink-3">{quiet}</p> : children}
    {axis}
  </div>
);

/** So many slots from one label of the axis to the next, and fields of the scale. */
const labelled: Readonly<Record<Span, number>> = { 1: 5, 24: 4, 168: 8 };
const fields: Readonly<Record<Span, number>> = { 1: 6, 24: 24, 168: 14 };

interface AxisProps extends ChartProps {
  readonly every: number;
}

function Axis({ slots, hours, every }: AxisProps) {
  const now = useNow(60_000);
  return (
    <div aria-hidden="true">
      <ChartScale fields={fields[hours]} />
      <div className="narrow relative h-[17px] pt-[3px] text-2xs text-ink-3">
        {slots.map(
          ({ at }, place) =>
            place % every === 0 && (
              <span
                key={at}
                className="absolute whitespace-nowrap"
                style={{ left: `${(place / slots.length) * 100}%` }}
              >
                {hours === 168 ? when(at, now) : minute(Date.parse(at))}
              </span>
            ),
        )}
      </div>
    </div>
  );
}
