import { type ReactNode, type RefObject } from 'react';
import { words } from '@/lib/words';
import { Flag } from './flag';
import { KeyStrip } from './key-strip';

interface FrameProps {
  readonly house: string;
  /** A page with a left pane of its own folds the sidebar to a rail. */
  readonly railed: boolean;
  readonly nav: ReactNode;
  readonly tabs: ReactNode;
  readonly me: ReactNode;
  /** Stands in the bar where there is no sidebar. */
  readonly meInBar: ReactNode;
  readonly crumbs: ReactNode;
  readonly watch: ReactNode;
  readonly page: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** Sidebar or rail, bar, page, keys; below 760 a bar of tabs at the foot. */
export function Frame({ page, crumbs, watch, meInBar, tabs, children, ...side }: FrameProps) {
  return (
    <div className={`frame ${side.railed ? '[--side:var(--rail)]' : ''}`}>
      <a href="#page" className={skip}>
        {words.nav.skip}
      </a>
      <Side {...side} />
      <header className="flex min-w-0 items-center gap-2.5 border-b border-line bg-surface px-3 two:px-4">
        <span className="two:hidden">
          <Flag />
        </span>
        {crumbs}
        {watch}
        <span className="two:hidden">{meInBar}</span>
      </header>
      <main id="page" ref={page} tabIndex={-1} className="overflow-auto bg-surface outline-none">
        {children}
      </main>
      {tabs}
      <KeyStrip />
    </div>
  );
}

const skip =
  'fixed top-1 left-1 z-10 -translate-y-12 rounded-2 bg-ink px-3 py-2 text-on-ink focus:translate-y-0';

function Side({ house, railed, nav, me }: Pick<FrameProps, 'house' | 'railed' | 'nav' | 'me'>) {
  return (
    <aside
      className={`row-span-2 hidden min-h-0 flex-col border-r border-line pb-2 two:flex ${railed ? 'px-1.5' : 'px-2'}`}
    >
      <div
        className={`flex h-bar flex-none items-center gap-2 font-semibold ${railed ? 'justify-center' : 'px-1.5'}`}
      >
        <Flag />
        <span className={railed ? 'sr-only' : 'truncate'}>{house}</span>
      </div>
      {nav}
      <div className="mt-auto">{me}</div>
    </aside>
  );
}
