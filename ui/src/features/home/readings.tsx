import { Glyph } from '@/components/glyph';
import { lookOf } from '@/components/state-mark';
import type { Overview, StandingRuns } from '@/lib/api/overview';
import type { RunState } from '@/lib/api/runs';
import { number, percent } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { StateName } from '@/lib/states';
import { duration, spanOf, when } from '@/lib/time';
import { homeWords } from '@/lib/words/home';

interface Reading {
  readonly name: string;
  readonly state: StateName;
  readonly value: string;
  readonly about: string;
  /** What should not be is said in its colour. */
  readonly loud?: boolean;
}

/** Six instruments: what runs, what waits for whom, what went wrong, what came in. */
export function Readings({ overview }: { readonly overview: Overview | undefined }) {
  const now = useNow(10_000);
  const readings = overview === undefined ? unread() : readingsOf(overview, now);
  return (
    <section
      aria-label={homeWords.readings.title}
      className="flex-none overflow-hidden border-y border-line"
    >
      <ul className="-mt-px -ml-px grid grid-cols-3 two:grid-cols-6">
        {readings.map((reading) => (
          <Instrument key={reading.name} reading={reading} />
        ))}
      </ul>
    </section>
  );
}

const Instrument = ({
  reading: { name, state, value, about, loud = false },
}: {
  readonly reading: Reading;
}) => (
  <li className="min-w-0 border-t border-l border-line px-3 pt-[9px] pb-2 two:px-4">
    <span className="label block truncate">{name}</span>
    <div className="flex items-center gap-[7px] text-xl font-medium tracking-[-.01em] two:text-2xl">
      <span className={lookOf(state).text}>
        <Glyph name={lookOf(state).glyph} size={17} />
      </span>
      <span className={loud ? lookOf(state).text : ''}>{value}</span>
    </div>
    <div className="truncate text-xs text-ink-3" title={about}>
      {about}
    </div>
  </li>
);

const said = ({ runs, more }: { readonly runs: number; readonly more: boolean }) =>
  more ? homeWords.readings.more(number(runs)) : number(runs);

function readingsOf(overview: Overview, now: number): readonly Reading[] {
  const { readings: says } = homeWords;
  const of = (state: RunState) => overview.now.find((it) => it.state === state) ?? nothing;
  const [people, time, queued] = [of('needs_person'), of('waiting'), of('queued')];
  return [
    {
      name: says.running,
      state: 'running',
      value: said(of('running')),
      about: queued.runs === 0 ? says.noneQueued : says.queued(said(queued)),
    },
    {
      name: says.people,
      state: 'person',
      value: said(people),
      about:
        people.oldest === null
          ? says.nobody
          : says.oldest(duration(spanOf(people.oldest, null, now))),
    },
    { name: says.time, state: 'time', value: said(time), about: nextOf(time, now) },
    failedOf(overview),
    {
      name: says.unknown,
      state: overview.unknownEffects.effects === 0 ? 'finished' : 'unknown',
      value: said({
        runs: overview.unknownEffects.effects,
        more: overview.unknownEffects.more,
      }),
      about: overview.unknownEffects.effects === 0 ? says.allKnown : says.ask,
      loud: overview.unknownEffects.effects > 0,
    },
    receivedOf(overview),
  ];
}

const nothing: Omit<StandingRuns, 'state'> = { runs: 0, more: false, oldest: null, next: null };

function nextOf({ runs, next }: Omit<StandingRuns, 'state'>, now: number): string {
  if (runs === 0) return homeWords.readings.nothingWaits;
  return next === null ? homeWords.readings.goOn : homeWords.readings.next(when(next, now));
}

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

function failedOf({ slots }: Overview): Reading {
  const failed = sum(slots.map((slot) => slot.failed));
  const ended = sum(slots.map((slot) => slot.ended));
  const more = slots.some((slot) => slot.more);
  return {
    name: homeWords.readings.failed,
    state: failed === 0 ? 'finished' : 'failed',
    value: number(failed),
    about:
      ended === 0
        ? homeWords.readings.noneEnded
        : homeWords.readings.share(percent(failed / ended), said({ runs: ended, more })),
    loud: failed > 0,
  };
}

function receivedOf({ intake }: Overview): Reading {
  const refused = sum(intake.sources.map((source) => source.refused));
  return {
    name: homeWords.readings.received,
    state: 'finished',
    value: said({
      runs: sum(intake.sources.map((source) => source.received)),
      more: intake.more,
    }),
    about:
      refused === 0 ? homeWords.readings.noneRefused : homeWords.readings.refused(number(refused)),
  };
}

function unread(): readonly Reading[] {
  const { readings: says } = homeWords;
  return [says.running, says.people, says.time, says.failed, says.unknown, says.received].map(
    (name) => ({ name, state: 'queued', value: '–', about: says.notKnown }),
  );
}
