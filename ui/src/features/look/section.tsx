import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 break-inside-avoid border-t-[1.5px] border-ink pt-[9px] pb-[22px]"
    >
      <h2 id={id} className="mb-2.5">
        {title}
      </h2>
      {children}
    </section>
  );
}

interface BoxProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One state of a list, in the frame that a list has. */
export const Box = ({ title, children }: BoxProps) => (
  <figure className="min-w-0">
    <figcaption className="mb-1.5 font-semibold">{title}</figcaption>
    <div className="flex min-h-[226px] flex-col overflow-hidden rounded-3 border border-line-strong bg-surface">
      {children}
    </div>
  </figure>
);
