import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { floating } from './floating';

interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly title: string;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
  /** Where it is closed from within, such as by what it sets. */
  readonly open?: boolean;
  readonly onOpen?: (open: boolean) => void;
}

/** Something to set or read beside a button; the page behind it stays at work. */
export const Popover = ({
  trigger,
  title,
  children,
  align = 'start',
  open,
  onOpen,
}: PopoverProps) => (
  <Base.Root
    {...(open !== undefined && { open })}
    {...(onOpen && { onOpenChange: (next: boolean) => onOpen(next) })}
  >
    <Base.Trigger render={trigger} />
    <Base.Portal>
      <Base.Positioner sideOffset={4} align={align} className="z-20">
        <Base.Popup className={`${floating} max-w-[min(360px,var(--available-width))] p-3`}>
          <Base.Title className="mb-1.5">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
