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

/** What of a list was shown before, and what of that came while it was. */
interface Shown {
  readonly known: ReadonlySet<string>;
  readonly arrived: ReadonlySet<string>;
}

/**
 * New rows never move the row under the pointer: while the list is held, they wait. What is there
 * already is kept up to date all the same.
 */
export function useArrivals<R extends Row>(rows: readonly R[], held: boolean): Arrivals<R> {
  const [shown, setShown] = useState<Shown>(() => ({ known: idsOf(rows), arrived: new Set() }));
  const { known, arrived } = shown;
  const release = () => setShown(shownAfter(rows, shown));
  if (!held && rows.some(({ id }) => !known.has(id))) release();
  const lastShown = rows.findLastIndex(({ id }) => known.has(id));
  // What comes behind the last known row are older pages: they wait for nothing.
  const visible = held ? rows.filter(({ id }, at) => known.has(id) || at > lastShown) : rows;
  return {
    rows: visible,
    waiting: rows.length - visible.length,
    release,
    isNew: ({ id }) => arrived.has(id),
  };
}

const idsOf = (rows: readonly Row[]) => new Set(rows.map(({ id }) => id));

/**
 * What stands above a row that was shown before has come; what stands below it, with an older page.
 * Rows that are gone are forgotten: a list may be kept open for days.
 */
function shownAfter(rows: readonly Row[], { known, arrived }: Shown): Shown {
  const last = known.size === 0 ? rows.length : rows.findLastIndex(({ id }) => known.has(id));
  const came = ({ id }: Row, at: number) => arrived.has(id) || (at < last && !known.has(id));
  return { known: idsOf(rows), arrived: idsOf(rows.filter(came)) };
}

/** At this moment somebody points at the list, is in it with the keyboard, or has scrolled. */
export function isRead(list: HTMLElement | null): boolean {
  if (list === null) return false;
  const scrolled = list.closest('[data-scroll-restoration-id]')?.scrollTop ?? 0;
  return scrolled > 0 || list.matches(':hover') || list.contains(document.activeElement);
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
