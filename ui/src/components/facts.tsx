import type { ReactNode } from 'react';

/** Names at the left, what they are at the right. */
export const Facts = ({ children }: { readonly children: ReactNode }) => (
  <dl className="grid content-start grid-cols-[104px_minmax(0,1fr)] gap-x-3 gap-y-1">{children}</dl>
);

export const Fact = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}) => (
  <>
    <dt className="text-ink-3">{name}</dt>
    <dd className="min-w-0 wrap-anywhere">{children}</dd>
  </>
);
