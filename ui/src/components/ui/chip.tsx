import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { words } from '@/lib/words';
import { Icon } from './icon';

/** A small fact beside a thing: an effect class, a version. */
export const Chip = ({
  filled = false,
  children,
}: {
  readonly filled?: boolean;
  readonly children: ReactNode;
}) => (
  <span
    className={`inline-flex h-4.5 flex-none items-center gap-1 rounded-1 border px-1.5 text-2xs whitespace-nowrap text-ink-2 ${filled ? 'border-transparent bg-sunken' : 'border-line-strong'}`}
  >
    {children}
  </span>
);

interface FilterChipProps {
  readonly children: string;
  readonly onRemove: () => void;
}

/** A filter in force, and the way out of it. */
export const FilterChip = ({ children, onRemove }: FilterChipProps) => (
  <button
    type="button"
    onClick={onRemove}
    aria-label={words.list.remove(children)}
    className="inline-flex h-6 flex-none items-center gap-1 rounded-1 border border-line-strong px-1.5 text-2xs whitespace-nowrap text-ink-2 hover:border-control hover:bg-hover"
  >
    {children}
    <Icon of={X} size={12} />
  </button>
);

/** A name out of the data, where it stands in a sentence or a field. */
export const Tag = ({ children }: { readonly children: ReactNode }) => (
  <span className="mx-px inline-flex h-4.5 items-center gap-1 rounded-1 bg-sunken px-1.5 align-[1px] font-mono text-[11.5px] whitespace-nowrap text-ink inset-ring inset-ring-line-strong">
    {children}
  </span>
);
