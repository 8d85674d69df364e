import { Children, type ReactNode } from 'react';

export interface Through {
  readonly depth: number;
  readonly ahead: boolean;
}

interface StationProps {
  readonly mark: ReactNode;
  readonly name: ReactNode;
  readonly about?: ReactNode;
  readonly end?: ReactNode;
  /** The first has no line above it, the last none below. */
  readonly first?: boolean;
  readonly last?: boolean;
  readonly chosen?: boolean;
  /** Not reached yet: the line to it is dotted. The edge is the last that was reached. */
  readonly at?: 'behind' | 'edge' | 'ahead';
  /** Within a loop or a branch: set in once for each. */
  readonly depth?: number;
  /** Lines of what is around it, which go on behind it. */
  readonly through?: readonly Through[];
  /** What is behind it: a pane, or the deck. */
  readonly ground?: 'surface' | 'canvas';
}

const nothing: readonly Through[] = [];

/** Deeper than this is told, but not set in further: the words need the room. */
const deepest = 5;
const step = 20;

const grounds = { surface: 'bg-surface', canvas: 'bg-canvas' };

/** One stop on a line: a step of a chain, a phase, a part of a plan. */
export function Station({
  mark,
  name,
  about,
  end,
  first = false,
  last = false,
  chosen = false,
  at = 'behind',
  depth = 0,
  through = nothing,
  ground = 'surface',
}: StationProps) {
  const inset = Math.min(deepest, depth) * step;
  const line = 'absolute w-0.5 forced-color-adjust-none';
  const left = { left: 22 + inset };
  const above = at === 'ahead' ? 'line-ahead' : 'bg-ink';
  const below = at === 'behind' ? 'bg-ink' : 'line-ahead';
  return (
    <div
      className={`relative grid min-h-(--station) grid-cols-[22px_minmax(0,1fr)_auto] items-center gap-x-2.5 py-1 pr-3 ${chosen ? 'row-chosen' : ''}`}
      style={{ paddingLeft: 12 + inset }}
    >
      {through.map(({ depth: outer, ahead }) => (
        <i
          key={outer}
          className={`${line} inset-y-0 ${ahead ? 'line-ahead' : 'bg-ink'}`}
          style={{ left: 22 + Math.min(deepest, outer) * step }}
        />
      ))}
      {!first && <i className={`${line} ${above} top-0 bottom-1/2`} style={left} />}
      {!last && <i className={`${line} ${below} top-1/2 bottom-0`} style={left} />}
      <span
        className={`relative grid size-[22px] place-items-center rounded-full ${chosen ? 'bg-selected' : grounds[ground]}`}
      >
        {mark}
      </span>
      <div className="min-w-0">
        <div className={`truncate font-medium ${at === 'ahead' ? 'text-ink-2' : ''}`}>{name}</div>
        {about && <div className="truncate text-xs text-ink-3">{about}</div>}
      </div>
      <span className="text-xs text-ink-3">{end}</span>
    </div>
  );
}

interface LineProps {
  readonly label?: string;
  readonly children: ReactNode;
}

/** Stations in their order. */
export const Line = ({ label, children }: LineProps) => (
  <ol aria-label={label}>
    {Children.map(children, (station) => (
      <li>{station}</li>
    ))}
  </ol>
);
