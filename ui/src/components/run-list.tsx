import { Link } from '@tanstack/react-router';
import type { RunSummary } from '@/lib/api/runs';
import { stateOfRun } from '@/lib/states';
import { StateMark } from './state-mark';
import { SpanText } from './ui/span-text';
import { TimeText } from './ui/time-text';

/** Runs in a narrow pane: the automation, how it stands, when and how long. */
export const RunList = ({ runs }: { readonly runs: readonly RunSummary[] }) => (
  <ul>
    {runs.map((run) => (
      <li
        key={run.id}
        className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 border-b border-line px-3 py-2 hover:bg-hover two:px-4"
      >
        <Link to="/runs/$id" params={{ id: run.id }} className="row-link truncate font-medium">
          {run.automation}
        </Link>
        <span className="text-right text-xs text-ink-3">
          <TimeText at={run.startedAt ?? run.queuedAt} />
        </span>
        <span role="status">
          <StateMark state={stateOfRun(run.state)} />
        </span>
        <span className="text-right text-xs text-ink-3">
          <SpanText from={run.startedAt ?? run.queuedAt} to={run.finishedAt} />
        </span>
      </li>
    ))}
  </ul>
);
