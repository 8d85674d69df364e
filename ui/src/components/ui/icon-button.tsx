import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { buttonStyle } from './button';
import { Icon } from './icon';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'disabled'> {
  readonly icon: LucideIcon;
  /** What it does; nobody has to guess a drawing. */
  readonly label: string;
  readonly look?: 'plain' | 'quiet' | 'primary' | undefined;
  readonly size?: 'small' | 'normal' | undefined;
  readonly off?: boolean | undefined;
}

const widths = { small: 'w-(--control-h-sm) px-0!', normal: 'w-(--control-h) px-0!' };

export const IconButton = ({
  icon,
  label,
  look = 'quiet',
  size = 'normal',
  off = false,
  onClick,
  className = '',
  ...rest
}: IconButtonProps) => (
  <button
    type="button"
    title={label}
    {...rest}
    aria-label={label}
    aria-disabled={off || undefined}
    onClick={off ? (event) => event.preventDefault() : onClick}
    className={`${buttonStyle({ look, size, isOff: off })} ${widths[size]} ${className}`}
  >
    <Icon of={icon} size={size === 'small' ? 14 : 16} />
  </button>
);
