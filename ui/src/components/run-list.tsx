import { Link } from '@tanstack/react-router';
import type { ShownRun } from '@/lib/api/runs';
import { useNow } from '@/lib/now';
import { stands } from '@/lib/run/stands';
import { StateMark } from './state-mark';
import { SpanText } from './ui/span-text';
import { TimeText } from './ui/time-text';

/** Runs in a narrow pane: the automation, how it stands, when and how long. */
export function RunList({ runs }: { readonly runs: readonly ShownRun[] }) {
  const now = useNow(60_000);
  return (
    <ul>
      {runs.map((run) => (
        <Item key={run.id} run={run} now={now} />
      ))}
    </ul>
  );
}

function Item({ run, now }: { readonly run: ShownRun; readonly now: number }) {
  const { state, word } = stands(run, now);
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 border-b border-line px-3 py-2 hover:bg-hover two:px-4">
      <Link to="/runs/$id" params={{ id: run.id }} className="row-link truncate font-medium">
        {run.automation}
      </Link>
      <span className="text-right text-xs text-ink-3">
        <TimeText at={run.startedAt ?? run.queuedAt} />
      </span>
      <span role="status" className="min-w-0" title={word}>
        <StateMark state={state} word={word} />
      </span>
      <span className="text-right text-xs text-ink-3">
        <SpanText from={run.startedAt ?? run.queuedAt} to={run.finishedAt} />
      </span>
    </li>
  );
}
