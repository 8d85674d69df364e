import { useEffect, useRef } from 'react';
import { StateGlyph } from '@/components/state-mark';
import { Icon } from '@/components/ui/icon';
import { Keys } from '@/components/ui/kbd';
import type { Choice } from './choices';

interface PaletteRowProps {
  readonly id: string;
  readonly choice: Choice;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  readonly onTake: () => void;
}

export function PaletteRow({ id, choice, chosen, onPoint, onTake }: PaletteRowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const { says, icon, about, off, key, state } = choice;
  return (
    // The keyboard is in the field above: rows are pointed at from there.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={off !== undefined}
      onPointerMove={chosen ? undefined : onPoint}
      onClick={onTake}
      className={`flex h-7 pointer-coarse:h-11 items-center gap-2.5 rounded-2 px-2 ${chosen ? 'bg-hover forced-colors:forced-color-adjust-none forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]' : ''} ${off ? 'text-ink-3' : ''}`}
    >
      <span className="w-4 text-ink-2">{icon && <Icon of={icon} />}</span>
      <span className="min-w-0 flex-1 truncate">{says}</span>
      <span className="max-w-[45%] truncate text-xs text-ink-3">{off ?? about}</span>
      {state && <StateGlyph state={state} size={14} />}
      {key && <Keys of={key} />}
    </div>
  );
}
