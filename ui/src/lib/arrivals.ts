import { type RefObject, useEffect, useState } from 'react';

/** Whatever a list keeps by an id. */
interface Row {
  readonly id: string;
}

interface Arrivals<R extends Row> {
  readonly rows: readonly R[];
  /** How many wait behind "3 new". */
  readonly waiting: number;
  readonly release: () => void;
  /** It came after the list was first shown: its tint fades. */
  readonly isNew: (row: R) => boolean;
}

/**
 * New rows never move the row under the pointer: while the list is held, they wait. What is there
 * already is kept up to date all the same.
 */
export function useArrivals<R extends Row>(rows: readonly R[], held: boolean): Arrivals<R> {
  const [first] = useState(() => new Set(rows.map(({ id }) => id)));
  const [known, setKnown] = useState(() => new Set(first));
  const fresh = rows.filter(({ id }) => !known.has(id));
  const release = () => setKnown(new Set([...known, ...rows.map(({ id }) => id)]));
  if (!held && fresh.length > 0) release();
  const lastShown = rows.findLastIndex(({ id }) => known.has(id));
  // What comes behind the last known row are older pages: they wait for nothing.
  const shown = held ? rows.filter(({ id }, at) => known.has(id) || at > lastShown) : rows;
  const arrived = new Set(arrivedOf(rows, first));
  return {
    rows: shown,
    waiting: rows.length - shown.length,
    release,
    isNew: ({ id }) => arrived.has(id),
  };
}

/** Above the last row of the beginning; what stands below it came with an older page. */
function arrivedOf(rows: readonly Row[], first: ReadonlySet<string>): readonly string[] {
  const last = first.size === 0 ? rows.length : rows.findLastIndex(({ id }) => first.has(id));
  return rows.slice(0, Math.max(0, last)).flatMap(({ id }) => (first.has(id) ? [] : [id]));
}

/** Somebody reads: the pointer is on the list, or it is scrolled away from its top. */
export function useHeld(list: RefObject<HTMLElement | null>): boolean {
  const [pointed, setPointed] = useState(false);
  const [scrolled, setScrolled] = useState(false);
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const scroller = element.closest('[data-scroll-restoration-id]');
    const gone = new AbortController();
    const { signal } = gone;
    element.addEventListener('pointerenter', () => setPointed(true), { signal });
    element.addEventListener('pointerleave', () => setPointed(false), { signal });
    scroller?.addEventListener('scroll', () => setScrolled(scroller.scrollTop > 8), {
      signal,
      passive: true,
    });
    return () => gone.abort();
  }, [list]);
  return pointed || scrolled;
}
