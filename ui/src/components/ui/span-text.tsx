import { useNow } from '@/lib/now';
import { duration, spanOf } from '@/lib/time';

/** How long it took; counts on while there is no end. */
export function SpanText({ from, to }: { readonly from: string; readonly to: string | null }) {
  const now = useNow(1_000, to === null);
  return <span className="whitespace-nowrap">{duration(spanOf(from, to, now))}</span>;
}
