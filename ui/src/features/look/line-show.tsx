import { ChartScale, Gauge } from '@/components/chart-scale';
import { LogLine } from '@/components/log-line';
import { Spark } from '@/components/spark';
import { StateGlyph } from '@/components/state-mark';
import { Line, Station } from '@/components/station';
import type { Segment, SegmentKind } from '@/lib/segments';
import { livingWords } from '@/lib/words/living';
import { lastRuns, lines } from './samples';
import { Section } from './section';

const minutes = (...parts: readonly (readonly [SegmentKind, number])[]): readonly Segment[] =>
  parts.map(([kind, span]) => ({ kind, span: span * 60_000 }));

export const LineShow = () => (
  <Section title={livingWords.logLine}>
    <dl className="grid grid-cols-[112px_minmax(0,1fr)] items-center gap-x-3 gap-y-[9px] two:grid-cols-[152px_minmax(0,1fr)]">
      {lines.map(({ name, parts, tall }) => (
        <div key={name} className="contents">
          <dt className="text-xs text-ink-3">{name}</dt>
          <dd>
            <LogLine segments={minutes(...parts)} tall={tall ?? false} />
          </dd>
        </div>
      ))}
      <dt className="text-xs text-ink-3">{lastRuns.name}</dt>
      <dd>
        <Spark bars={lastRuns.bars} says={lastRuns.name} />
      </dd>
    </dl>
  </Section>
);

export const ScaleShow = () => (
  <Section title={livingWords.scale}>
    <div className="grid gap-x-4 gap-y-3 two:grid-cols-2">
      <div>
        <ChartScale fields={10} />
        <div className="flex justify-between text-xs text-ink-3">
          <span>08:00</span>
          <span>18:00</span>
        </div>
      </div>
      <Measured what="€1.84" of="of €6.00" share={0.31} />
      <Measured what="€5.40" of="of €6.00, asks at the mark" share={0.9} mark={0.95} tone="warn" />
      <Measured what="3 h 18 min left" of="then Finance lead" share={0.34} />
    </div>
  </Section>
);

interface MeasuredProps {
  readonly what: string;
  readonly of: string;
  readonly share: number;
  readonly mark?: number;
  readonly tone?: 'plain' | 'warn';
}

const Measured = ({ what, of, share, mark, tone = 'plain' }: MeasuredProps) => (
  <div className="grid content-start gap-1.5">
    <div className="text-xs">
      <b className="font-medium">{what}</b> <span className="text-ink-3">{of}</span>
    </div>
    <Gauge
      label={what}
      says={`${what} ${of}`}
      share={share}
      tone={tone}
      {...(mark !== undefined && { mark })}
    />
  </div>
);

export const StationShow = () => (
  <Section title={livingWords.stations}>
    <div className="rounded-3 border border-line bg-surface py-1">
      <Line label={livingWords.stations}>
        <Station
          first
          mark={<StateGlyph state="finished" />}
          name="Lease cancelled"
          about="lease/733, 14 months early"
          end="9 ms"
        />
        <Station
          mark={<StateGlyph state="finished" />}
          name="Compute the refund"
          about="€1,284.00 of €3,852.00"
          end="40 ms"
        />
        <Station
          chosen
          at="edge"
          mark={<StateGlyph state="unknown" />}
          name="Pay back €1,284.00"
          about="payments.refund, once"
          end="30 s"
        />
        <Station
          depth={1}
          at="ahead"
          mark={<StateGlyph state="queued" />}
          name="Book in the ledger"
          about="same database, exactly once"
          end="usually 12 ms"
        />
        <Station
          last
          at="ahead"
          mark={<StateGlyph state="queued" />}
          name="Confirm by mail"
          about="mail.send, once"
          end="usually 0.4 s"
        />
      </Line>
    </div>
  </Section>
);
