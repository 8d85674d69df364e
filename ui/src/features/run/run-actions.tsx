import {
  Copy,
  Ellipsis,
  ExternalLink,
  Pause,
  Play,
  RotateCcw,
  SkipForward,
  Workflow,
  X,
  Zap,
} from 'lucide-react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import { useReadiness } from '@/lib/api/readiness';
import { type Run, titleOf } from '@/lib/api/runs';
import { workflowPage } from '@/lib/temporal';
import { runWords } from '@/lib/words/run';
import type { Possible, RunAction } from './what-can-be-done';

const icons = {
  pause: Pause,
  resume: Play,
  retry: SkipForward,
  rerun: RotateCcw,
  cancel: X,
} satisfies Record<RunAction, typeof X>;

export const iconOfAction = (action: RunAction) => icons[action];

interface RunActionsProps {
  readonly run: Run;
  readonly possible: readonly Possible[];
  readonly busy: boolean;
  readonly onAction: (action: RunAction) => void;
  /** Undefined where the browser forbids the clipboard. */
  readonly onCopyLink: (() => Promise<void>) | undefined;
}

/** In the head of the page; what is done less often stands behind the three dots. */
export const RunActions = ({ run, possible, busy, onAction, onCopyLink }: RunActionsProps) => (
  <div
    role="group"
    aria-label={runWords.actions}
    className="flex flex-none flex-wrap items-center gap-1.5 max-two:order-last max-two:basis-full"
  >
    {possible.map(({ action, says, off }) => (
      <Button
        key={action}
        off={off}
        busy={busy && action !== 'rerun' && action !== 'cancel' ? true : undefined}
        onClick={() => onAction(action)}
      >
        <Icon of={icons[action]} size={14} />
        {says}
      </Button>
    ))}
    <More run={run} onCopyLink={onCopyLink} />
  </div>
);

function More({ run, onCopyLink }: Pick<RunActionsProps, 'run' | 'onCopyLink'>) {
  const navigate = useNavigate();
  const ui = useReadiness().data?.temporalUi;
  return (
    <Menu
      align="end"
      title={titleOf(run)}
      trigger={<IconButton icon={Ellipsis} label={runWords.more} />}
    >
      {onCopyLink && (
        <MenuItem icon={Copy} hotkey="L" onClick={() => void onCopyLink()}>
          {runWords.copyLink}
        </MenuItem>
      )}
      <MenuItem
        icon={Zap}
        onClick={() => void navigate({ to: '/events/$id', params: { id: run.event.id } })}
      >
        {runWords.openEvent}
      </MenuItem>
      <MenuItem
        icon={Workflow}
        onClick={() =>
          void navigate({
            to: '/automations/$id/$tab',
            params: { id: run.automationId, tab: 'chain' },
          })
        }
      >
        {runWords.openAutomation}
      </MenuItem>
      {ui && (
        <>
          <MenuLine />
          <MenuItem
            icon={ExternalLink}
            onClick={() => window.open(workflowPage(ui, run.workflowId), '_blank', 'noreferrer')}
          >
            {runWords.inTemporal}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
