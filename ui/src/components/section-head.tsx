import type { ReactNode } from 'react';

interface SectionHeadProps {
  readonly title: string;
  readonly id?: string;
  readonly children?: ReactNode;
}

/** The 36 px head of a pane, its quiet extras at the right. */
export function SectionHead({ title, id, children }: SectionHeadProps) {
  return (
    <div className="flex h-9 flex-none items-center gap-2 border-b border-line px-3 two:px-4">
      <h2 id={id} className="flex-1 truncate">
        {title}
      </h2>
      {children}
    </div>
  );
}
