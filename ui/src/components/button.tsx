import type { ComponentProps } from 'react';

const base =
  'inline-flex flex-none items-center justify-center gap-1.5 rounded-2 border font-medium whitespace-nowrap ' +
  'transition-colors duration-(--t-1) aria-disabled:border-dashed aria-disabled:border-line aria-disabled:bg-sunken ' +
  'aria-disabled:text-ink-3';

const looks = {
  plain:
    'border-line-strong bg-raised text-ink hover:border-control hover:bg-hover active:bg-selected',
  primary:
    'border-ink bg-ink text-on-ink hover:bg-[color-mix(in_oklch,var(--ink)_86%,var(--surface))] ' +
    'active:bg-[color-mix(in_oklch,var(--ink)_74%,var(--surface))]',
  quiet:
    'border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink active:bg-selected',
};

const sizes = {
  small: 'h-control-sm px-2 text-xs',
  normal: 'h-control px-2.5',
  large: 'h-control-lg px-3.5 text-md',
};

interface Style {
  readonly look?: keyof typeof looks;
  readonly size?: keyof typeof sizes;
}

/** The same for links that look like buttons. */
export const buttonStyle = ({ look = 'plain', size = 'normal' }: Style = {}) =>
  `${base} ${looks[look]} ${sizes[size]}`;

interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'>, Style {
  /** At work: stays focusable and says so, but does nothing more. */
  readonly busy?: boolean;
}

export function Button({
  look,
  size,
  busy = false,
  onClick,
  className = '',
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={`${buttonStyle({ ...(look && { look }), ...(size && { size }) })} ${className}`}
    />
  );
}
