import type { ReactNode, RefObject } from 'react';
import { shellWords } from '@/lib/words/shell';
import { Crumbs } from './crumbs';
import { Flag } from './flag';
import { KeyStrip } from './key-strip';

interface FrameProps {
  readonly house: string;
  readonly railed: boolean;
  /** Folds and unfolds the sidebar. */
  readonly fold: ReactNode;
  readonly nav: ReactNode;
  readonly tabs: ReactNode;
  readonly me: ReactNode;
  /** At the right of the bar: the search field, how the line stands, what operations watch. */
  readonly bar: ReactNode;
  readonly page: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** Sidebar or rail, bar, page, keys; below 760 a bar of tabs at the foot. */
export function Frame({ page, bar, tabs, children, ...side }: FrameProps) {
  return (
    <div className={`frame ${side.railed ? '[--side:var(--rail)]' : ''}`}>
      <a href="#page" className={skip}>
        {shellWords.skip}
      </a>
      <Side {...side} />
      <header className="flex min-w-0 items-center gap-2.5 border-b border-line bg-surface px-3 two:pl-4">
        <span className="two:hidden">
          <Flag />
        </span>
        <Crumbs />
        {bar}
      </header>
      <main
        id="page"
        ref={page}
        tabIndex={-1}
        data-scroll-restoration-id="page"
        className="flex flex-col overflow-auto bg-surface outline-none"
      >
        {children}
      </main>
      {tabs}
      <KeyStrip />
    </div>
  );
}

const skip =
  'fixed top-1 left-1 z-50 -translate-y-12 rounded-2 bg-ink px-3 py-2 text-on-ink focus:translate-y-0';

type SideProps = Pick<FrameProps, 'house' | 'railed' | 'fold' | 'nav' | 'me'>;

const Side = ({ house, railed, fold, nav, me }: SideProps) => (
  <aside
    className={`row-span-2 hidden min-h-0 flex-col border-r border-line pb-2 two:flex ${railed ? 'px-1.5' : 'px-2'}`}
  >
    <div
      className={`flex h-bar flex-none items-center gap-[9px] font-semibold ${railed ? 'justify-center' : 'pl-1.5'}`}
    >
      <Flag />
      <span className={railed ? 'sr-only' : 'min-w-0 flex-1 truncate'} title={house}>
        {house}
      </span>
      {!railed && fold}
    </div>
    <div className="-mx-1 min-h-0 overflow-y-auto px-1 pt-0.5">{nav}</div>
    <div className="mt-auto grid justify-items-stretch gap-1 pt-1.5">
      {railed && fold}
      {me}
    </div>
  </aside>
);
