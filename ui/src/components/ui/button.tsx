import type { ComponentProps } from 'react';
import { Glyph } from '../glyph';
import { Keys } from './kbd';

const base =
  'inline-flex flex-none items-center justify-center gap-1.5 rounded-2 border font-medium whitespace-nowrap no-underline ' +
  'transition-colors duration-(--t-1)';

const looks = {
  plain:
    'border-line-strong bg-raised text-ink hover:border-control hover:bg-hover active:bg-selected',
  primary:
    'border-ink bg-ink text-on-ink hover:bg-[color-mix(in_oklch,var(--ink)_86%,var(--surface))] ' +
    'active:bg-[color-mix(in_oklch,var(--ink)_74%,var(--surface))]',
  quiet:
    'border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink active:bg-selected',
  danger: 'border-st-halted-fill bg-raised text-st-halted hover:bg-hover active:bg-selected',
};

const sizes = {
  small: 'h-control-sm px-2 text-xs',
  normal: 'h-control px-2.5',
  large: 'h-control-lg px-3.5 text-md',
};

const offLook = 'border-dashed border-line bg-sunken text-ink-3';

interface Style {
  readonly look?: keyof typeof looks | undefined;
  readonly size?: keyof typeof sizes | undefined;
  /** Cannot be pressed now. */
  readonly isOff?: boolean | undefined;
}

/** The same for links that look like buttons. */
export const buttonStyle = ({ look = 'plain', size = 'normal', isOff = false }: Style = {}) =>
  `${base} ${isOff ? offLook : looks[look]} ${sizes[size]}`;

export interface ButtonProps
  extends Omit<ComponentProps<'button'>, 'disabled'>, Omit<Style, 'isOff'> {
  /** At work: stays focusable and says so, but does nothing more until it is done. */
  readonly busy?: boolean | undefined;
  /** Why it cannot be pressed now: shown on the pointer, told to screen readers. */
  readonly off?: string | undefined;
  /** The key that does the same, such as "A" or "Mod+Enter"; printed on the button. */
  readonly hotkey?: string | undefined;
}

export function Button({
  look,
  size,
  busy = false,
  off,
  hotkey,
  onClick,
  className = '',
  children,
  ...rest
}: ButtonProps) {
  const idle = busy || off !== undefined;
  return (
    <button
      type="button"
      title={off}
      {...rest}
      aria-disabled={idle || undefined}
      aria-busy={busy || undefined}
      aria-keyshortcuts={hotkey}
      onClick={idle ? (event) => event.preventDefault() : onClick}
      className={`${buttonStyle({ look, size, isOff: off !== undefined })} ${className}`}
    >
      {busy && <Glyph name="running" />}
      {children}
      {hotkey && <Keys of={hotkey} />}
    </button>
  );
}
