import { ExternalLink, Play, Timer, Workflow, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonStyle } from '@/components/button';
import { CopyButton } from '@/components/copy-button';
import { Icon } from '@/components/icon';
import { SpanText } from '@/components/span-text';
import { StateBadge } from '@/components/state-mark';
import { TimeText } from '@/components/time-text';
import { useReadiness } from '@/lib/api/readiness';
import { type Run, titleOf } from '@/lib/api/runs';
import { workflowPage } from '@/lib/temporal';
import { words } from '@/lib/words';

export const RunHead = ({ run }: { readonly run: Run }) => (
  <div className="flex-none border-b border-line px-3 pt-3 pb-2.5 two:px-4">
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
      <StateBadge state={run.state} />
      <h1 className="min-w-0 flex-1 truncate text-lg">{titleOf(run)}</h1>
      <InTemporal workflowId={run.workflowId} />
    </div>
    <Facts run={run} />
  </div>
);

const Facts = ({ run }: { readonly run: Run }) => (
  <ul aria-label={words.run.facts} className="mt-1.5 flex flex-wrap gap-x-4.5 gap-y-1 text-ink-2">
    <Fact icon={<Icon of={Workflow} size={14} />}>{run.automation}</Fact>
    <Fact icon={<Icon of={Zap} size={14} />}>
      <span className="wrap-anywhere">
        {run.event.type} {words.run.by(run.event.source)}
      </span>
    </Fact>
    <Fact icon={<Icon of={Play} size={14} />}>
      <TimeText at={run.startedAt ?? run.queuedAt} />
    </Fact>
    <Fact icon={<Icon of={Timer} size={14} />}>
      <SpanText from={run.startedAt ?? run.queuedAt} to={run.finishedAt} />
    </Fact>
    <Fact icon={null}>
      <span className="mono wrap-anywhere text-ink-3">{run.id}</span>
      <CopyButton text={run.id} label={words.run.copy} />
    </Fact>
  </ul>
);

const Fact = ({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) => (
  <li className="inline-flex min-h-6 min-w-0 items-center gap-1.5">
    {icon}
    {children}
  </li>
);

function InTemporal({ workflowId }: { readonly workflowId: string }) {
  const ui = useReadiness().data?.temporalUi;
  if (!ui) return null;
  return (
    <a
      href={workflowPage(ui, workflowId)}
      target="_blank"
      rel="noreferrer"
      className={buttonStyle()}
    >
      <Icon of={ExternalLink} size={14} />
      {words.run.inTemporal}
    </a>
  );
}
