import type { ReactNode } from 'react';

interface PartProps {
  readonly title?: string;
  readonly children: ReactNode;
}

/** A part of the pane at the right, parted from the one above by a hairline. */
export const Part = ({ title, children }: PartProps) => (
  <div className="border-line px-3 py-3 not-first:border-t two:px-4">
    {title && <h3 className="mb-1.5">{title}</h3>}
    {children}
  </div>
);
