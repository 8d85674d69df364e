import { Strip } from './strip';
import type { LineState } from '@/lib/stream';
import { minute } from '@/lib/time';
import { eventsWords } from '@/lib/words/events';

/** Says so when this list does not follow any more, which the rest of the page may still do. */
export const LineStrip = ({ line }: { readonly line: LineState }) =>
  line.is === 'reconnecting' ? (
    <Strip state="away" title={eventsWords.stale(minute(line.since))}>
      {eventsWords.staleHint}
    </Strip>
  ) : null;
