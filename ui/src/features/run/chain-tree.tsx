import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Run } from '@/lib/api/runs';
import { density, type Density } from '@/lib/density';
import { useLatest } from '@/lib/latest';
import { type InSight, useRowsInSight } from '@/lib/rows-in-sight';
import { eventKey, type RunRow } from '@/lib/run/rows';
import { runScale } from '@/lib/run/scale';
import { runWords } from '@/lib/words/run';
import { ChainRow } from './chain-row';
import { type Placed, placed } from './placed';
import { Folds, TimeAxis } from './time-axis';

interface ChainTreeProps {
  readonly run: Run;
  readonly rows: readonly RunRow[];
  readonly now: number;
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
  readonly onToggle: (key: string, open: boolean) => void;
}

const heights = { compact: 38, normal: 44, relaxed: 50 } satisfies Record<Density, number>;

/**
 * The chain at the left, the same steps on a time axis at the right. Only the rows in sight are in
 * the page, so that a thousand steps scroll as smoothly as three.
 */
export function ChainTree({ run, rows, now, chosen, onChoose, onToggle }: ChainTreeProps) {
  const list = useRef<HTMLDivElement>(null);
  const height = heights[density.use()];
  const { from, to } = useRowsInSight(list, height);
  const places = useMemo(() => placed(rows), [rows]);
  const scale = useMemo(() => runScale(run, now), [run, now]);
  const at = rows.findIndex(({ key }) => key === chosen);
  const choose = useLatest(onChoose);
  const shown = shownOf(places, { from, to }, at);
  useFocusOnChosen(list, chosen);
  return (
    <>
      <TimeAxis run={run} scale={scale} now={now} />
      <div
        ref={list}
        role="tree"
        tabIndex={-1}
        aria-label={runWords.timeline}
        onKeyDown={(event) => walk(event, rows, at, { onChoose, onToggle })}
        className="relative outline-none"
        style={{ height: rows.length * height }}
      >
        <Folds scale={scale} />
        {shown.map(({ place, index }) => (
          <ChainRow
            key={place.row.key}
            run={run}
            placed={place}
            top={index * height}
            height={height}
            scale={scale}
            now={now}
            chosen={index === at}
            reachable={at < 0 ? place.row.key === eventKey : index === at}
            onChoose={choose}
            onToggle={onToggle}
          />
        ))}
      </div>
    </>
  );
}

/** Those in sight, and the chosen one wherever it is: the focus is on it. */
function shownOf(places: readonly Placed[], { from, to }: InSight, chosen: number) {
  const seen = places.slice(from, to).map((place, index) => ({ place, index: from + index }));
  const place = places[chosen];
  const isSeen = chosen >= from && chosen < to;
  return place === undefined || isSeen ? seen : [...seen, { place, index: chosen }];
}

interface Moves {
  readonly onChoose: (key: string) => void;
  readonly onToggle: (key: string, open: boolean) => void;
}

/** Up and down along the rows; right opens and leads in, left closes and leads out. */
export function walk(
  event: KeyboardEvent,
  rows: readonly RunRow[],
  at: number,
  { onChoose, onToggle }: Moves,
): void {
  const here = rows[at];
  const go = (row: RunRow | undefined) => {
    event.preventDefault();
    if (row) onChoose(row.key);
  };
  switch (event.key) {
    case 'ArrowDown':
      return go(rows[at + 1]);
    case 'ArrowUp':
      return go(rows[Math.max(0, at - 1)]);
    case 'Home':
      return go(rows[0]);
    case 'End':
      return go(rows.at(-1));
    case 'ArrowRight':
      if (here?.open === false) return onToggle(here.key, true);
      return here?.open ? go(rows[at + 1]) : undefined;
    case 'ArrowLeft':
      if (here?.open) return onToggle(here.key, false);
      return here?.within === undefined
        ? undefined
        : go(rows.find(({ key }) => key === here.within));
    default:
      return undefined;
  }
}

/** The chosen row comes into sight; it takes the focus along when a row had it. */
function useFocusOnChosen(list: RefObject<HTMLElement | null>, chosen: string): void {
  const first = useRef(true);
  useEffect(() => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
    const row = rows.find(({ dataset }) => dataset['step'] === chosen);
    const walks = list.current?.contains(document.activeElement) ?? false;
    if (walks) row?.focus({ preventScroll: true });
    if (walks || !first.current) row?.scrollIntoView({ block: 'nearest' });
    first.current = false;
  }, [list, chosen]);
}
