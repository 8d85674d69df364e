import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { words } from '@/lib/words';
import { IconButton } from './icon-button';

interface SelectionBarProps {
  readonly count: number;
  readonly onClear: () => void;
  /** What can be done with all of them; a link to choose everything that matches. */
  readonly children: ReactNode;
}

/** Floats above the foot of a list while rows of it are chosen. */
export const SelectionBar = ({ count, onClear, children }: SelectionBarProps) =>
  count === 0 ? null : (
    <div
      role="toolbar"
      aria-label={words.list.chosen(count)}
      className="sticky bottom-3 z-3 mx-auto my-3 flex w-fit max-w-[calc(100%-24px)] flex-wrap items-center gap-2 rounded-3 border border-line-strong bg-raised py-1.5 pr-1.5 pl-3 shadow-(--shadow-2)"
    >
      <b className="font-semibold">{words.list.chosen(count)}</b>
      {children}
      <IconButton icon={X} size="small" label={words.list.letGo} onClick={onClear} />
    </div>
  );
