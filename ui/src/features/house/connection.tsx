import { StateMark } from '@/components/state-mark';
import { useReadiness } from '@/lib/api/readiness';
import { minute } from '@/lib/time';
import { words } from '@/lib/words';

/** In the bar of every page: live, starting, or since when not. */
export function Connection() {
  return (
    <span role="status" className="flex-none text-xs">
      <Said />
    </span>
  );
}

function Said() {
  const { data, error, dataUpdatedAt } = useReadiness();
  if (error)
    return (
      <StateMark
        state="waiting"
        word={data ? words.connection.staleSince(minute(dataUpdatedAt)) : words.connection.away}
      />
    );
  if (!data) return null;
  return data.ready ? (
    <StateMark state="live" />
  ) : (
    <StateMark state="waiting" word={words.connection.starting} />
  );
}
