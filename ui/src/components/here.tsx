import { useSayHere, type WayPoint } from '@/lib/here';
import { words } from '@/lib/words';

interface HereProps {
  readonly title: string;
  /** From the house to this page, without it. */
  readonly way?: readonly WayPoint[];
  readonly count?: string | undefined;
  /** The bar is this page's heading; otherwise the page has an h1 of its own. */
  readonly heading?: boolean;
}

/** Every page draws one: it names the tab of the browser, the bar and the way back. */
export function Here({ title, way, count, heading = false }: HereProps) {
  useSayHere({ title, way, count, heading });
  return <title>{words.title(title)}</title>;
}
