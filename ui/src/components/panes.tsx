import type { ReactNode } from 'react';
import { useThree } from '@/lib/media';
import { later } from './later';

interface PanesProps {
  /** The columns from 760 and from 1200 on: "two:grid-cols-[280px_minmax(0,1fr)]". Below, one. */
  readonly columns: string;
  readonly children: ReactNode;
}

/** The rest of the page in panes that scroll by themselves, parted by hairlines. */
export const Panes = ({ columns, children }: PanesProps) => (
  <div
    className={`grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] [&>*+*]:border-l [&>*+*]:border-line max-two:[&>*+*]:border-l-0 ${columns}`}
  >
    {children}
  </div>
);

interface PaneProps {
  readonly label: string;
  /** By which the way back finds where it was scrolled to. */
  readonly id: string;
  /** Stands still above what scrolls: a `SectionHead`, a filter. */
  readonly head?: ReactNode;
  /** Stands still below: what one can do. */
  readonly foot?: ReactNode;
  /** Behind the panes, as the sidebar is. */
  readonly deck?: boolean;
  /** Below 760 only one pane is there: this one gives way to the next. */
  readonly gone?: boolean;
  readonly children: ReactNode;
}

export const Pane = ({
  label,
  id,
  head,
  foot,
  deck = false,
  gone = false,
  children,
}: PaneProps) => (
  <section
    aria-label={label}
    className={`min-h-0 min-w-0 flex-col ${gone ? 'hidden two:flex' : 'flex'} ${deck ? 'bg-canvas' : ''}`}
  >
    {head}
    <div data-scroll-restoration-id={id} className="min-h-0 flex-1 overflow-auto">
      {children}
    </div>
    {foot && (
      <div className="flex flex-none flex-wrap items-center gap-2 border-t border-line-strong px-3 py-2.5 two:px-5">
        {foot}
      </div>
    )}
  </section>
);

const Drawer = later(() => import('./ui/dialog').then((part) => part.Drawer));

interface SidePaneProps extends Omit<PaneProps, 'gone' | 'deck'> {
  /** From 1200 on it is always there; below, it slides over while it is open. */
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The third pane: beside the others where there is room, over them where there is none. */
export function SidePane({ open, onClose, ...pane }: SidePaneProps) {
  if (useThree()) return <Pane {...pane} />;
  if (!open) return null;
  return (
    <Drawer open onClose={onClose} title={pane.label} actions={pane.foot}>
      {pane.children}
    </Drawer>
  );
}
