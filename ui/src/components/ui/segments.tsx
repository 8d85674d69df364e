import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Icon } from './icon';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly name: ReactNode;
  readonly icon?: LucideIcon;
  readonly count?: string;
}

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** As wide as its place, each segment the same. */
  readonly wide?: boolean;
  readonly size?: 'small' | 'normal';
}

/** Radio buttons in one frame: a view of the same thing is chosen, one is always chosen. */
export function Segments<Value extends string>({
  label,
  segments,
  value,
  onChange,
  wide = false,
  size = 'normal',
}: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset
      className={`${wide ? 'flex' : 'inline-flex max-w-full flex-wrap'} flex-none rounded-2 border border-line-strong bg-canvas p-px`}
    >
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={`${cell} ${wide ? 'flex-1 justify-center' : ''} ${heights[size]} ${segment.value === value ? chosen : rest}`}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon && <Icon of={segment.icon} size={14} />}
          {segment.name}
          {segment.count && (
            <span className="font-normal text-ink-3 forced-colors:text-inherit">
              {segment.count}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}

const cell =
  'relative flex items-center gap-1.5 rounded-[4px] px-2.5 whitespace-nowrap has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus';
const heights = {
  small: 'h-[calc(var(--control-h-sm)-4px)] text-xs',
  normal: 'h-[calc(var(--control-h)-4px)]',
};
const chosen =
  'bg-raised font-medium text-ink ring ring-line-strong forced-colors:forced-color-adjust-none forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]';
const rest = 'text-ink-2 hover:text-ink';
