import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CornerDownRight, Play, RotateCcw, Timer, User, Workflow, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { ActorText } from '@/components/actor-text';
import { StateBadge } from '@/components/state-mark';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import { TimeText } from '@/components/ui/time-text';
import { entryQuery } from '@/lib/api/journal';
import { type Run, titleOf } from '@/lib/api/runs';
import { workOf } from '@/lib/run/intervals';
import { exactly } from '@/lib/run/standing';
import { duration, spanOf } from '@/lib/time';
import { runWords } from '@/lib/words/run';

interface RunHeadProps {
  readonly run: Run;
  readonly now: number;
  readonly actions: ReactNode;
}

export function RunHead({ run, now, actions }: RunHeadProps) {
  const { state, word } = exactly(run, now);
  return (
    <div className="flex-none border-b border-line px-3 pt-3 pb-2.5 two:px-4">
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
        <span role="status" className="flex-none">
          <StateBadge state={state} word={word} />
        </span>
        <h1 className="min-w-0 flex-1 truncate text-lg" title={titleOf(run)}>
          {titleOf(run)}
        </h1>
        {actions}
      </div>
      <Facts run={run} now={now} />
    </div>
  );
}

const Facts = ({ run, now }: { readonly run: Run; readonly now: number }) => (
  <ul
    aria-label={runWords.facts}
    className="mt-1.5 flex flex-wrap gap-x-4.5 gap-y-0.5 text-ink-2 max-two:gap-x-3 max-two:text-xs"
  >
    <Fact icon={Workflow}>
      <Link
        to="/automations/$id/$tab"
        params={{ id: run.automationId, tab: 'chain' }}
        className="link truncate"
      >
        {run.automation}
      </Link>
      {runWords.version(run.number)}
    </Fact>
    <Fact icon={Zap}>
      <Link to="/events/$id" params={{ id: run.event.id }} className="link truncate">
        {run.event.type}
      </Link>
      <Sender run={run} />
    </Fact>
    <Fact icon={Play}>
      <TimeText at={run.startedAt ?? run.queuedAt} />
    </Fact>
    <Fact icon={Timer}>{spanSaid(run, now)}</Fact>
    <Kin run={run} />
    <li className="inline-flex min-h-6 min-w-0 items-center gap-1 max-two:hidden">
      <span className="mono truncate text-ink-3">{run.id}</span>
      <CopyButton text={run.id} label={runWords.copy} />
    </li>
  </ul>
);

interface FactProps {
  readonly icon: typeof Zap;
  readonly children: ReactNode;
}

const Fact = ({ icon, children }: FactProps) => (
  <li className="inline-flex min-h-6 max-w-full min-w-0 items-center gap-1.5">
    <Icon of={icon} size={14} />
    {children}
  </li>
);

/** Who sent the event stands in the journal, not with the run. */
function Sender({ run }: { readonly run: Run }) {
  const { data } = useQuery(entryQuery(run.event.id));
  return (
    <span className="truncate">
      {data && (
        <>
          {runWords.sentBy} <ActorText actor={data.actor} />{' '}
        </>
      )}
      {runWords.by(run.event.source)}
    </span>
  );
}

function spanSaid(run: Run, now: number): string {
  const whole = spanOf(run.startedAt ?? run.queuedAt, run.finishedAt, now);
  const worked = workOf(run, now);
  return whole - worked < whole / 10
    ? duration(whole)
    : runWords.worked(duration(whole), duration(worked));
}

/** Runs that it comes from, and those that came of it. */
const Kin = ({ run: { parent, causedBy, rerunOf, reruns } }: { readonly run: Run }) => (
  <>
    {parent && <Other icon={CornerDownRight} says={runWords.calledBy} run={parent.run} />}
    {causedBy && !parent && <Other icon={User} says={runWords.causedBy} run={causedBy} />}
    {rerunOf && (
      <Other icon={RotateCcw} says={runWords.rerunOf(rerunOf.from)} run={rerunOf.run}>
        {runWords.earlierRun}
      </Other>
    )}
    {reruns[0] !== undefined && (
      <Other icon={RotateCcw} says={runWords.rerunAs(reruns.length)} run={reruns[0]}>
        {runWords.laterRun}
      </Other>
    )}
  </>
);

interface OtherProps {
  readonly icon: typeof Zap;
  readonly says: string;
  readonly run: string;
  /** The link; what is said where there is none. */
  readonly children?: string;
}

const Other = ({ icon, says, run, children }: OtherProps) => (
  <Fact icon={icon}>
    {children && says}
    <Link to="/runs/$id" params={{ id: run }} className="link">
      {children ?? says}
    </Link>
  </Fact>
);
