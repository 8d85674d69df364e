import { Menu as Base } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { floating, floatItem } from './floating';
import { Icon } from './icon';
import { Keys } from './kbd';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  /** What the menu is about, such as "RF-2291". */
  readonly title?: string;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

export const Menu = ({ trigger, title, align = 'start', children }: MenuProps) => (
  <Base.Root>
    <Base.Trigger render={trigger} />
    <Base.Portal>
      <Base.Positioner sideOffset={4} align={align} className="z-20 outline-none">
        <Base.Popup className={`${floating} min-w-44 p-1`}>
          <Base.Group>
            {title && <Base.GroupLabel className="label px-2 pt-1 pb-0.5">{title}</Base.GroupLabel>}
            {children}
          </Base.Group>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);

interface MenuItemProps {
  readonly icon?: LucideIcon;
  readonly hotkey?: string;
  readonly danger?: boolean;
  /** Why not: shown at the right, and nothing happens. */
  readonly off?: string | undefined;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

export const MenuItem = ({
  icon,
  hotkey,
  danger = false,
  off,
  onClick,
  children,
}: MenuItemProps) => (
  <Base.Item
    disabled={off !== undefined}
    onClick={onClick}
    className={`${floatItem} ${danger ? 'text-st-halted' : ''}`}
  >
    <span className={`w-3.5 ${danger ? '' : 'text-ink-2'}`}>
      {icon && <Icon of={icon} size={14} />}
    </span>
    {children}
    <span className="ml-auto pl-4 text-xs text-ink-3">
      {off ?? (hotkey && <Keys of={hotkey} />)}
    </span>
  </Base.Item>
);

export const MenuLine = () => <Base.Separator className="-mx-1 my-1 border-t border-line" />;
