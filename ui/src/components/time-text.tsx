import { useNow } from '@/lib/now';
import { exactly, when } from '@/lib/time';

/** A moment as people say it; the pointer shows it to the second, with its zone and in UTC. */
export function TimeText({ at }: { readonly at: string }) {
  const now = useNow(60_000);
  return (
    <time dateTime={at} title={exactly(at)} className="whitespace-nowrap">
      {when(at, now)}
    </time>
  );
}
