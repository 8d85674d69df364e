import type { ReactNode } from 'react';

interface StepFrameProps {
  readonly title: string;
  readonly lead: string;
  /** The pane at the right. */
  readonly beside: ReactNode;
  /** As wide as the pane at the right has to be, or as the middle leaves it. */
  readonly share?: keyof typeof shares;
  readonly children: ReactNode;
}

const shares = {
  narrow: 'three:grid-cols-[minmax(0,1fr)_428px]',
  even: 'three:grid-cols-[minmax(0,520px)_minmax(0,1fr)] [&>*+*]:max-three:hidden',
};

/** What is to be done at the left, what it is about at the right. */
export const StepFrame = ({ title, lead, beside, share = 'narrow', children }: StepFrameProps) => (
  <div
    className={`grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] max-three:overflow-auto ${shares[share]}`}
  >
    <main className="flex min-w-0 flex-col overflow-auto px-4 py-6 max-three:overflow-visible two:px-8">
      <h1 className="text-xl tracking-[-.01em]">{title}</h1>
      <p className="mt-1 mb-4 max-w-[60ch] text-md text-ink-2">{lead}</p>
      {children}
    </main>
    {beside}
  </div>
);
