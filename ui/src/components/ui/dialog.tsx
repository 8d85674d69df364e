import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { words } from '@/lib/words';
import { IconButton } from './icon-button';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** One or two sentences under the title. */
  readonly about?: ReactNode;
  readonly children?: ReactNode;
  /** The safe choice first; what changes something stands apart, at the right. */
  readonly actions?: ReactNode;
  readonly width?: keyof typeof widths;
  /** Where the focus begins; the first field or button where nothing is said. */
  readonly first?: RefObject<HTMLElement | null>;
}

const widths = { small: 'max-w-[400px]', normal: 'max-w-[520px]', large: 'max-w-[760px]' };

/** Asks before something happens, or takes what is needed for it. The focus stays inside and goes back. */
export const Dialog = ({
  open,
  onClose,
  title,
  about,
  children,
  actions,
  width = 'small',
  first,
}: DialogProps) => (
  <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
    <Base.Portal>
      <Base.Backdrop className={scrim} />
      <Base.Popup {...(first && { initialFocus: first })} className={`${popup} ${widths[width]}`}>
        <div className="relative px-[18px] pt-4">
          <Base.Title className="pr-8 text-lg">{title}</Base.Title>
          {!actions && (
            <Base.Close
              render={<IconButton icon={X} label={words.dialog.close} />}
              className="absolute! top-3 right-3"
            />
          )}
          {about && <Base.Description className="mt-0.5 text-ink-2">{about}</Base.Description>}
        </div>
        {children && (
          <div className="min-h-0 overflow-auto px-[18px] pt-2.5 pb-0.5">{children}</div>
        )}
        {actions && (
          <div className="flex flex-wrap items-center gap-2 px-[18px] pt-3">{actions}</div>
        )}
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
);

export const scrim =
  'fixed inset-0 z-30 bg-(--scrim) transition-opacity duration-(--t-3) data-ending-style:opacity-0 data-starting-style:opacity-0';

const popup =
  'fixed top-[12dvh] left-1/2 z-30 flex max-h-[76dvh] w-[calc(100vw-24px)] -translate-x-1/2 flex-col rounded-4 border border-line-strong bg-raised pb-3.5 text-ink shadow-(--shadow-3) outline-none ' +
  'transition-[opacity,translate] duration-(--t-3) ease-(--ease-out) data-ending-style:opacity-0 data-starting-style:-translate-y-1 data-starting-style:opacity-0';

interface DrawerProps extends Pick<
  DialogProps,
  'open' | 'onClose' | 'title' | 'children' | 'actions'
> {
  readonly side?: keyof typeof sides;
}

const sides = {
  right:
    'inset-y-0 right-0 w-[min(420px,calc(100vw-48px))] border-l data-starting-style:translate-x-8 data-ending-style:translate-x-8',
  bottom:
    'inset-x-0 bottom-0 max-h-[80dvh] rounded-t-4 border-t data-starting-style:translate-y-8 data-ending-style:translate-y-8',
};

/** A pane that slides over the page, where there is no room for it beside. */
export const Drawer = ({
  open,
  onClose,
  title,
  children,
  actions,
  side = 'right',
}: DrawerProps) => (
  <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
    <Base.Portal>
      <Base.Backdrop className={scrim} />
      <Base.Popup className={`${drawer} ${sides[side]}`}>
        <div className="flex h-11 flex-none items-center gap-2 border-b border-line pr-2 pl-4">
          <Base.Title className="flex-1 truncate">{title}</Base.Title>
          <Base.Close render={<IconButton icon={X} label={words.dialog.close} />} />
        </div>
        <div className="min-h-0 flex-1 overflow-auto">{children}</div>
        {actions && (
          <div className="flex flex-none flex-wrap gap-2 border-t border-line px-4 py-2.5">
            {actions}
          </div>
        )}
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
);

const drawer =
  'fixed z-30 flex flex-col border-line-strong bg-surface text-ink shadow-(--shadow-3) outline-none ' +
  'transition-[opacity,translate] duration-(--t-3) ease-(--ease-out) data-ending-style:opacity-0 data-starting-style:opacity-0';
