import type { ReactNode } from 'react';

interface StationProps {
  readonly mark: ReactNode;
  readonly name: ReactNode;
  readonly about?: ReactNode;
  readonly end?: ReactNode;
  /** The first has no line above it, the last none below. */
  readonly first?: boolean;
  readonly last?: boolean;
  readonly chosen?: boolean;
}

/** One stop on a line: the chain of a run, the way of a test event. */
export function Station({ mark, name, about, end, first, last, chosen }: StationProps) {
  const line = 'absolute left-[22px] w-0.5 forced-color-adjust-none bg-ink';
  return (
    <div className="relative grid min-h-11 grid-cols-[22px_minmax(0,1fr)_auto] items-center gap-x-2.5 py-1 pr-3 pl-3">
      {!first && <i className={`${line} top-0 bottom-1/2`} />}
      {!last && <i className={`${line} top-1/2 bottom-0`} />}
      <span
        className={`relative grid size-[22px] place-items-center rounded-full ${chosen ? 'bg-selected' : 'bg-surface'}`}
      >
        {mark}
      </span>
      <div className="min-w-0">
        <div className="truncate font-medium">{name}</div>
        {about && <div className="truncate text-xs text-ink-3">{about}</div>}
      </div>
      <span className="text-xs text-ink-3">{end}</span>
    </div>
  );
}
