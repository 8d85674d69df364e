import type { ReactNode } from 'react';
import type { Card, Layout } from '@/lib/chain/canvas';
import type { Result } from '@/lib/chain/results';
import { branchSaid } from '@/lib/chain/said';
import { ChainCard, EndCard, TriggerCard } from './chain-card';
import type { Sight } from './use-sight';

export interface DrawingProps {
  readonly layout: Layout;
  readonly results: ReadonlyMap<string, Result>;
  readonly chosen: string | undefined;
  readonly onChoose: (step: string) => void;
}

const isSeen = ({ top, bottom }: Sight, from: number, to: number) => to >= top && from <= bottom;

/** Edges and frames; whoever does not see them hears the tree. */
export const Lines = ({ layout, sight }: { readonly layout: Layout; readonly sight: Sight }) => (
  <svg
    aria-hidden="true"
    width={layout.width}
    height={layout.height}
    className="pointer-events-none absolute top-0 left-0"
  >
    {layout.frames
      .filter(({ y, height }) => isSeen(sight, y, y + height))
      .map(({ id, x, y, width, height }) => (
        <rect
          key={id}
          x={x + 0.5}
          y={y + 0.5}
          width={width - 1}
          height={height - 1}
          rx={5}
          className="fill-none stroke-control"
          strokeDasharray="4 3"
        />
      ))}
    {layout.lines
      .filter(({ top, bottom }) => isSeen(sight, top, bottom))
      .map(({ kind, path }) => (
        <path
          key={`${kind} ${path}`}
          d={path}
          className={`fill-none ${kind === 'way' ? 'stroke-ink-2' : 'stroke-st-unknown-fill'}`}
          strokeWidth={kind === 'way' ? 2 : 1.75}
          {...(kind === 'error' && { strokeDasharray: '4 3' })}
        />
      ))}
  </svg>
);

interface CardsProps extends DrawingProps {
  readonly sight: Sight;
}

export function Cards({ layout, sight, results, chosen, onChoose }: CardsProps) {
  const first = layout.cards.find(({ kind }) => kind === 'step');
  return (
    <>
      {layout.labels
        .filter(({ y }) => isSeen(sight, y - 20, y + 20))
        .map(({ x, y, of, branch }) => {
          const way = of.branches[branch];
          return (
            <span
              key={`${of.id} ${branch}`}
              aria-hidden="true"
              title={way && branchSaid(of, way)}
              className="mono absolute max-w-[200px] -translate-y-1/2 truncate rounded-1 border border-line-strong bg-surface px-1.5 text-2xs leading-[18px] text-ink-2"
              style={{ left: x - 10, top: y }}
            >
              {way && branchSaid(of, way)}
            </span>
          );
        })}
      {layout.cards
        .filter(
          (it) =>
            isSeen(sight, it.y, it.y + it.height) || (it.kind === 'step' && it.step.id === chosen),
        )
        .map((it) => (
          <Place key={keyOf(it)} at={it}>
            {it.kind === 'step' && (
              <ChainCard
                at={it}
                result={results.get(it.step.id)}
                chosen={it.step.id === chosen}
                reachable={chosen === undefined ? it === first : it.step.id === chosen}
                onChoose={onChoose}
              />
            )}
            {it.kind === 'trigger' && <TriggerCard trigger={it.trigger} />}
            {it.kind === 'end' && <EndCard />}
          </Place>
        ))}
    </>
  );
}

const keyOf = (it: Card) =>
  it.kind === 'step' ? `step ${it.step.id}` : it.kind === 'trigger' ? `on ${it.index}` : 'end';

const Place = ({ at, children }: { readonly at: Card; readonly children: ReactNode }) => (
  <div
    role="none"
    className="absolute"
    style={{ left: at.x, top: at.y, width: at.width, height: at.height }}
  >
    {children}
  </div>
);
