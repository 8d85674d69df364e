import { Link } from '@tanstack/react-router';
import { StateMark } from '@/components/state-mark';
import { Segments } from '@/components/ui/segments';
import { TimeText } from '@/components/ui/time-text';
import { type RunSummary, titleOf } from '@/lib/api/runs';
import { stateOfRun } from '@/lib/states';
import { automationWords } from '@/lib/words/automation';
import type { ChainTabProps } from './chain-tab';

interface ChainBarProps extends Pick<ChainTabProps, 'automation' | 'draft' | 'onDraft'> {
  /** Null where there is none, undefined while nobody knows. */
  readonly last: RunSummary | null | undefined;
  readonly failed: boolean;
}

/** Which definition is drawn, and whose results stand on it. */
export const ChainBar = ({ automation, draft, onDraft, last, failed }: ChainBarProps) => (
  <div className="flex min-h-10 flex-none flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-3 py-1.5 two:px-4">
    {automation.number !== null && automation.unpublishedChanges && (
      <Segments
        label={automationWords.chain.which}
        size="small"
        value={draft ? 'draft' : 'force'}
        onChange={(which) => onDraft(which === 'draft')}
        segments={[
          { value: 'force', name: automationWords.chain.inForce(automation.number) },
          { value: 'draft', name: automationWords.chain.draft },
        ]}
      />
    )}
    <span className="flex min-w-0 items-center gap-2 text-ink-2">
      <LastRun automation={automation} last={last} failed={failed} />
    </span>
  </div>
);

function LastRun({ automation, last, failed }: Omit<ChainBarProps, 'draft' | 'onDraft'>) {
  const { chain } = automationWords;
  if (failed) return <StateMark state="warning" word={chain.lastRunFailed} />;
  if (last === undefined) return null;
  if (last === null) return <span className="text-ink-3">{chain.noRun}</span>;
  return (
    <>
      <span className="flex-none text-ink-3">{chain.lastRun}</span>
      <StateMark state={stateOfRun(last.state)} />
      <Link to="/runs/$id" params={{ id: last.id }} className="link truncate">
        {titleOf(last)}
      </Link>
      <span className="flex-none text-ink-3">
        <TimeText at={last.queuedAt} />
        {last.version !== automation.version && `, ${chain.ofVersion(last.number)}`}
      </span>
    </>
  );
}
