import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Activity, CornerDownRight, type LucideIcon, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { SectionHead } from '@/components/section-head';
import { StateMark } from '@/components/state-mark';
import { Icon } from '@/components/ui/icon';
import { SpanText } from '@/components/ui/span-text';
import { Failure } from '@/components/failure';
import { TimeText } from '@/components/ui/time-text';
import type { Cause, WholeEntry } from '@/lib/api/journal';
import { runQuery, runsOfQuery, type RunSummary } from '@/lib/api/runs';
import { stateOfRun } from '@/lib/states';
import { words } from '@/lib/words';
import { eventsWords } from '@/lib/words/events';

/** The way of an event: what caused it, itself, the runs it started, live until they have ended. */
export function Came({ entry }: { readonly entry: WholeEntry }) {
  const { data, error, refetch } = useQuery(runsOfQuery({ event: entry.id }));
  return (
    <section aria-labelledby="came">
      <SectionHead id="came" title={eventsWords.came.title}>
        {entry.subject !== '' && (
          <Link
            to="/events/about/$"
            params={{ _splat: entry.subject }}
            className="link truncate text-xs text-ink-2"
          >
            {eventsWords.came.everything(entry.subject)}
          </Link>
        )}
      </SectionHead>
      <ol className="px-3 py-2 two:px-4">
        {entry.cause && <CausedBy cause={entry.cause} />}
        <Stop at={entry.recordedAt} icon={Zap} depth={entry.cause ? 1 : 0}>
          <span>
            {eventsWords.came.this}
            {!entry.cause && <span className="text-ink-3">. {originOf(entry)}</span>}
          </span>
        </Stop>
        {data?.items.map((run) => (
          <StartedRun key={run.id} run={run} depth={entry.cause ? 2 : 1} />
        ))}
        {data?.items.length === 0 && (
          <li className="py-1 pl-[104px] text-ink-3">{eventsWords.came.nothing}</li>
        )}
        {data?.next && <li className="py-1 pl-[104px] text-ink-3">{eventsWords.came.more}</li>}
        {!data && !error && <li className="py-1 pl-[104px] text-ink-3">{words.loading}</li>}
      </ol>
      {error && !data && (
        <Failure error={error} title={eventsWords.came.failed} onRetry={() => void refetch()} />
      )}
    </section>
  );
}

/** What the house itself writes for nobody's run, a person or a program did here. */
const originOf = ({ source }: WholeEntry) =>
  source === 'pilothouse' ? eventsWords.came.here : eventsWords.came.outside;

interface StopProps {
  readonly at: string | undefined;
  readonly icon: LucideIcon;
  readonly depth: number;
  readonly children: ReactNode;
}

const depths = ['', 'two:pl-[18px]', 'two:pl-9'];

const Stop = ({ at, icon, depth, children }: StopProps) => (
  <li className="grid min-h-7 grid-cols-[96px_minmax(0,1fr)] items-center gap-x-2 py-0.5">
    <span className="text-xs text-ink-3">{at && <TimeText at={at} precise />}</span>
    <span className={`flex min-w-0 items-start gap-x-2 ${depths[depth] ?? ''}`}>
      <span className="flex-none pt-[3px] text-ink-3">
        <Icon of={icon} size={14} />
      </span>
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">{children}</span>
    </span>
  </li>
);

function CausedBy({ cause }: { readonly cause: Cause }) {
  const { data: run } = useQuery({ ...runQuery(cause.run), refetchInterval: false });
  return (
    <Stop at={run?.startedAt ?? run?.queuedAt} icon={CornerDownRight} depth={0}>
      <span>
        {eventsWords.came.causedBy}{' '}
        <Link to="/runs/$id" params={{ id: cause.run }} className="link">
          {run ? eventsWords.came.aRunOf(run.automation) : eventsWords.came.run}
        </Link>
        {', '}
        <Link to="/events/$id" params={{ id: cause.event }} className="link">
          {eventsWords.came.causeEvent}
        </Link>
      </span>
    </Stop>
  );
}

const StartedRun = ({ run, depth }: { readonly run: RunSummary; readonly depth: number }) => (
  <Stop at={run.startedAt ?? run.queuedAt} icon={Activity} depth={depth}>
    <Link to="/runs/$id" params={{ id: run.id }} className="link font-medium">
      {eventsWords.came.runOf(run.automation)}
    </Link>
    <span role="status">
      <StateMark state={stateOfRun(run.state)} />
    </span>
    <span className="text-xs text-ink-3">
      <SpanText from={run.startedAt ?? run.queuedAt} to={run.finishedAt} />
    </span>
    {run.state === 'failed' && run.failure && (
      <span className="basis-full truncate text-xs text-st-failed">{run.failure.message}</span>
    )}
  </Stop>
);
