import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronsUpDown, Info, type LucideIcon, PenLine, Send, User, Zap } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ActorText } from '@/components/actor-text';
import { ChangesText } from '@/components/changes-text';
import { StateGlyph } from '@/components/state-mark';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SearchField } from '@/components/ui/search-field';
import { Segments } from '@/components/ui/segments';
import { useNamed } from '@/lib/api/actors';
import type { Entry } from '@/lib/api/journal';
import { runEntriesQuery } from '@/lib/api/run-entries';
import type { Run } from '@/lib/api/runs';
import { number } from '@/lib/format';
import { useNow } from '@/lib/now';
import { type LogEntry, logOf } from '@/lib/run/log';
import type { StateName } from '@/lib/states';
import { exactly, spoken, whenToTheSecond } from '@/lib/time';
import { useUnhurried } from '@/lib/unhurried';
import { runLogWords } from '@/lib/words/run-log';

const none: readonly Entry[] = [];

/** All that happened in a run; what the journal holds of it is read when the run has come further. */
export function useRunLog(run: Run) {
  const mark = useUnhurried(markOf(run), 2_000);
  const [pages, setPages] = useState(1);
  const { data, error, refetch, isFetching } = useQuery(runEntriesQuery(run.id, mark, pages));
  const about = data?.about.items ?? none;
  const caused = data?.caused.items ?? none;
  const lines = useMemo(() => logOf(run, [...about, ...caused]), [run, about, caused]);
  return {
    lines,
    caused,
    error,
    refetch,
    isFetching,
    moreCaused: data?.caused.more ?? false,
    more: data ? data.about.more || data.caused.more : false,
    readOn: () => !isFetching && setPages(pages + 1),
  };
}

/** Never the same again once something was written: an effect ended or was tried anew, an order came. */
function markOf({ state, orders, steps }: Run): string {
  const effects = steps.filter(({ effect }) => effect !== null);
  const ended = effects.filter(({ finishedAt }) => finishedAt !== null).length;
  const tried = effects.reduce((sum, { attempts }) => sum + attempts, 0);
  return [state, orders.length, ended, tried].join(' ');
}

type Shown = 'business' | 'all' | 'caused';

interface RunLogProps {
  readonly run: Run;
  readonly onStep: (key: string) => void;
}

const atOnce = 200;

/** What happened, newest first; what only a machine cares for is folded. */
export function RunLog({ run, onStep }: RunLogProps) {
  const { lines, caused, error, refetch, ...journal } = useRunLog(run);
  const [shown, setShown] = useState<Shown>('business');
  const [wanted, setWanted] = useState('');
  const [most, setMost] = useState(atOnce);
  const fitting = useMemo(() => fittingOf(lines, shown, wanted), [lines, shown, wanted]);
  const folded = shown === 'business' ? lines.filter(({ plumbing }) => plumbing).length : 0;
  return (
    <section aria-labelledby="run-log" className="flex min-h-0 flex-col two:min-h-44 two:flex-1">
      <div className="flex min-h-9 flex-none flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-3 py-1 two:px-4">
        <h2 id="run-log" className="mr-1">
          {runLogWords.title}
        </h2>
        <Segments
          size="small"
          label={runLogWords.shown}
          value={shown}
          onChange={setShown}
          segments={[
            { value: 'business', name: runLogWords.business },
            { value: 'all', name: runLogWords.all(counted(lines.length, journal.more)) },
            {
              value: 'caused',
              name: runLogWords.caused(counted(caused.length, journal.moreCaused)),
            },
          ]}
        />
        <span className="ml-auto max-two:basis-full">
          <SearchField label={runLogWords.find} value={wanted} onSearch={setWanted} />
        </span>
      </div>
      <div data-scroll-restoration-id="run-log" className="py-1 two:min-h-0 two:overflow-auto">
        {error && <NotRead onAgain={() => void refetch()} />}
        <ol className={whenOf(fitting)}>
          {fitting.slice(0, most).map((line) => (
            <LogLine key={line.key} line={line} onStep={onStep} />
          ))}
        </ol>
        {fitting.length === 0 && (
          <p className="px-3 py-1 text-ink-3 two:px-4">{noneSaid(shown, wanted)}</p>
        )}
        {fitting.length > most && (
          <Fold says={runLogWords.older} onOpen={() => setMost(most + atOnce)} />
        )}
        {journal.more && fitting.length <= most && (
          <Fold
            says={journal.isFetching ? runLogWords.reading : runLogWords.more}
            onOpen={journal.readOn}
          />
        )}
        {folded > 0 && wanted === '' && (
          <Fold says={runLogWords.folded(folded)} onOpen={() => setShown('all')} />
        )}
      </div>
    </section>
  );
}

const counted = (count: number, more: boolean) =>
  more ? runLogWords.atLeast(number(count)) : number(count);

function fittingOf(lines: readonly LogEntry[], shown: Shown, wanted: string) {
  const typed = wanted.trim().toLocaleLowerCase();
  return lines.filter(
    (line) =>
      (shown === 'all' || (shown === 'business' ? !line.plumbing : line.state === 'changed')) &&
      `${line.says} ${line.quote ?? ''} ${line.entry?.type ?? ''}`
        .toLocaleLowerCase()
        .includes(typed),
  );
}

function noneSaid(shown: Shown, wanted: string): string {
  if (wanted !== '') return runLogWords.noneFits;
  return shown === 'caused' ? runLogWords.noneCaused : runLogWords.none;
}

const NotRead = ({ onAgain }: { readonly onAgain: () => void }) => (
  <p className="flex items-center gap-2 px-3 py-1 text-ink-2 two:px-4">
    {runLogWords.failed}
    <Button size="small" onClick={onAgain}>
      {runLogWords.again}
    </Button>
  </p>
);

const row =
  'grid grid-cols-[var(--when,64px)_20px_minmax(0,1fr)] items-start gap-x-2 px-3 py-1 two:px-4';

/** Days are named only where a line is not of today: then the times need more room. */
const whenOf = (lines: readonly LogEntry[]) =>
  new Date(lines.at(-1)?.at ?? Date.now()).toDateString() === new Date().toDateString()
    ? ''
    : '[--when:104px]';

const Fold = ({ says, onOpen }: { readonly says: string; readonly onOpen: () => void }) => (
  <button
    type="button"
    onClick={onOpen}
    className={`${row} w-full text-left text-ink-3 hover:bg-hover`}
  >
    <span />
    <span className="mt-px grid place-items-center">
      <Icon of={ChevronsUpDown} size={14} />
    </span>
    {says}
  </button>
);

interface LogLineProps {
  readonly line: LogEntry;
  readonly onStep: ((key: string) => void) | undefined;
}

export const LogLine = ({ line, onStep }: LogLineProps) => (
  <li className={row}>
    <Moment at={line.at} />
    <span className="mt-px grid place-items-center">
      <Mark state={line.state} />
    </span>
    <span className="min-w-0 wrap-anywhere">
      <Said line={line} onStep={onStep} />
    </span>
  </li>
);

function Moment({ at }: { readonly at: string }) {
  const now = useNow(60_000);
  return (
    <time
      dateTime={at}
      title={exactly(at)}
      className="mono text-[11.5px] leading-[18px] whitespace-nowrap text-ink-3"
    >
      {whenToTheSecond(at, now)}
    </time>
  );
}

const icons: Partial<Record<LogEntry['state'], LucideIcon>> = {
  event: Zap,
  sent: Send,
  person: User,
  changed: PenLine,
  told: Info,
};

function Mark({ state }: Pick<LogEntry, 'state'>) {
  const icon = icons[state];
  if (icon)
    return (
      <span className={state === 'person' ? 'text-st-person' : 'text-ink-2'}>
        <Icon of={icon} size={14} />
      </span>
    );
  return <StateGlyph state={state as StateName} size={14} />;
}

function Said({ line: { actor, says: said, quote, step, entry }, onStep }: LogLineProps) {
  const now = useNow(60_000);
  const says = useNamed(spoken(said, now));
  return (
    <>
      {actor && (
        <b className="font-medium">
          <ActorText actor={actor} />{' '}
        </b>
      )}
      {step && onStep ? (
        <button type="button" onClick={() => onStep(step)} className="text-left hover:underline">
          {says}
        </button>
      ) : (
        says
      )}
      {quote && <span className="text-ink-3"> “{quote}”</span>}
      {entry && <Written entry={entry} />}
    </>
  );
}

const Written = ({ entry }: { readonly entry: Entry }) => (
  <>
    {' '}
    <ChangesText changes={entry.changes ?? []} more={entry.moreChanges ?? 0} />{' '}
    <Link to="/events/$id" params={{ id: entry.id }} className="link">
      {entry.type}
    </Link>
  </>
);
