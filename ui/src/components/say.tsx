import type { ReactNode } from 'react';

interface SayProps {
  readonly mark: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** It stands for the whole page, so its title is the page's. */
  readonly whole?: boolean;
}

/** Instead of content: what is so, what still holds, what to do next. */
export function Say({ mark, title, children, actions, whole = false }: SayProps) {
  const Title = whole ? 'h1' : 'h3';
  return (
    <div className="flex max-w-[520px] items-start gap-3 p-5">
      <span className="flex-none">{mark}</span>
      <div className="min-w-0">
        <Title className="mb-0.5 text-md leading-5">{title}</Title>
        <div className="text-ink-2">{children}</div>
        {actions && <div className="mt-2.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
