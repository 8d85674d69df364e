import { useNow } from '@/lib/now';
import { exactly, when, whenToTheSecond } from '@/lib/time';

interface TimeTextProps {
  readonly at: string;
  /** With seconds, as in logs. */
  readonly precise?: boolean;
}

/** A moment as people say it; the pointer shows it to the second, with its zone and in UTC. */
export function TimeText({ at, precise = false }: TimeTextProps) {
  const now = useNow(60_000);
  return (
    <time dateTime={at} title={exactly(at)} className="whitespace-nowrap">
      {precise ? whenToTheSecond(at, now) : when(at, now)}
    </time>
  );
}
