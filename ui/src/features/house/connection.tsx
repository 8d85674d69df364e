import { StateMark } from '@/components/state-mark';
import { useReadiness } from '@/lib/api/readiness';
import type { LineState } from '@/lib/stream';
import { minute } from '@/lib/time';
import { words } from '@/lib/words';
import { useHealed } from './healed';

/** In the bar of every page: live, starting, since when not, and back again. */
export function Connection({ line }: { readonly line: LineState }) {
  return (
    <span role="status" className="flex-none text-xs">
      <Said line={line} />
    </span>
  );
}

function Said({ line }: { readonly line: LineState }) {
  const { data, error, dataUpdatedAt } = useReadiness();
  const lost = error !== null || line.is === 'reconnecting';
  const healed = useHealed(lost);
  if (lost) return <StateMark state="away" word={lostSince(data && dataUpdatedAt, line)} />;
  if (!data) return null;
  if (!data.ready) return <StateMark state="away" word={words.connection.starting} />;
  return healed ? (
    <StateMark state="up" word={words.connection.back} />
  ) : (
    <StateMark state="live" />
  );
}

function lostSince(seen: number | undefined, line: LineState): string {
  const since = line.is === 'reconnecting' ? Math.min(line.since, seen ?? line.since) : seen;
  return since === undefined ? words.connection.away : words.connection.staleSince(minute(since));
}
