import { useState } from 'react';
import { useNow } from '@/lib/now';
import { duration } from '@/lib/time';
import { words } from '@/lib/words';
import { Glyph } from '../glyph';
import { Button } from './button';

const widths = ['w-30', 'w-42', 'w-24', 'w-[150px]', 'w-[132px]'];

const slow = 3_000;

interface LoadingRowsProps {
  /** What is being looked for, where it may take long. */
  readonly onStop?: () => void;
}

/** Shapes of rows to come. They do not shimmer, what is quick never shows them, what is slow says so. */
export function LoadingRows({ onStop }: LoadingRowsProps) {
  return (
    <div className="animate-late" role="status" aria-label={words.loading}>
      <Slow onStop={onStop} />
      {widths.map((width) => (
        <div
          key={width}
          className="flex h-row items-center gap-2.5 border-b border-dashed border-line px-4"
        >
          <span className="size-3.5 rounded-full bg-selected" />
          <span className={`h-[9px] rounded-1 bg-selected ${width}`} />
          <span className="ml-auto h-[9px] w-11 rounded-1 bg-selected" />
        </div>
      ))}
    </div>
  );
}

function Slow({ onStop }: { readonly onStop: (() => void) | undefined }) {
  const [began] = useState(Date.now);
  const waited = useNow(1_000) - began;
  if (waited < slow) return null;
  return (
    <div className="flex items-center gap-2.5 border-b border-line bg-sunken px-3 py-1.5 two:px-4">
      <span className="text-st-running">
        <Glyph name="running" />
      </span>
      <span className="flex-1">{words.failure.slow(duration(waited))}</span>
      {onStop && (
        <Button size="small" onClick={onStop}>
          {words.failure.stop}
        </Button>
      )}
    </div>
  );
}
