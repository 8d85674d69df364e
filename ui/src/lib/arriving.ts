import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import {
  entriesLine,
  entriesQuery,
  type Entry,
  type EntryFilter,
  newestEntries,
  rowOf,
  type WholeEntry,
} from './api/journal';
import { isRead } from './arrivals';
import { joined, nothingWaits, type Waiting, waitingWith } from './waiting-rows';
import { type PageOf, rowsOf, shortened } from './paged';
import { useLine } from './stream';

type Pages = InfiniteData<PageOf<Entry>>;

/**
 * What comes while a list is on screen. It joins the list at once where nobody reads in it, and else
 * waits to be asked for: no row moves under the pointer. What was missed, between two visits or
 * before the line stood, is asked for when the line stands. Give a list of another filter a key of
 * its own.
 */
export function useArriving(
  given: EntryFilter,
  list: RefObject<HTMLElement | null>,
  /** For what else of the page is to be read again; keeps its identity. */
  onHear?: () => void,
) {
  const [filter] = useState(given);
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState<Waiting<Entry>>(nothingWaits);
  const { queryKey } = entriesQuery(filter);
  const known = useCallback(
    () => queries.getQueryData<Pages>(entriesQuery(filter).queryKey),
    [queries, filter],
  );
  const put = useCallback(
    (fresh: readonly Entry[]) =>
      queries.setQueryData<Pages>(
        entriesQuery(filter).queryKey,
        (data) =>
          data &&
          shortened<Entry, PageOf<Entry>>(withFirst(data, fresh), (row) => `${row.position}`),
      ),
    [queries, filter],
  );
  const take = useCallback(
    (fresh: readonly Entry[]) => {
      const data = known();
      const added = notIn(fresh, rowsOf(data));
      if (added.length === 0) return;
      if (data === undefined || isRead(list.current))
        setWaiting((before) => waitingWith(before, added));
      else put(added);
    },
    [known, put, list],
  );
  /** What the list had before the line told anything: a row that is told hides no gap beneath it. */
  const untold = useRef<readonly Entry[]>(undefined);
  const hear = useCallback(
    ({ data }: { readonly data: string }) => {
      if (untold.current === undefined) untold.current = rowsOf(known());
      take([rowOf(JSON.parse(data) as WholeEntry)]);
      onHear?.();
    },
    [known, take, onHear],
  );
  const line = useLine(entriesLine(filter), hear);
  const catchUp = useCallback(
    async (signal: AbortSignal) => {
      const { items } = await newestEntries(filter, signal);
      const data = known();
      const before = untold.current ?? rowsOf(data);
      const missed = notIn(items, before);
      // Nothing of the newest page was known: what lies between is on no page that was read.
      if (before.length > 0 && items.length > 0 && missed.length === items.length)
        setWaiting({ rows: items, more: true });
      else take(items);
      if (data !== undefined && missed.length > 0) onHear?.();
    },
    [filter, known, take, onHear],
  );
  useCatchUp(line.is === 'live', catchUp, untold);
  const rows = notIn(waiting.rows, rowsOf(known()));
  const show = () => {
    setWaiting(nothingWaits);
    if (waiting.more) void queries.resetQueries({ queryKey, exact: true });
    else put(rows);
  };
  return { waiting: rows.length, show, line };
}

function withFirst(data: Pages, fresh: readonly Entry[]): Pages {
  const [first, ...others] = data.pages;
  return first === undefined
    ? data
    : { ...data, pages: [{ ...first, items: joined(fresh, first.items) }, ...others] };
}

function notIn(rows: readonly Entry[], known: readonly Entry[]): readonly Entry[] {
  const ids = new Set(known.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id));
}

/** Until what was missed is known, this often. */
const askedEvery = 5_000;

function useCatchUp(
  live: boolean,
  catchUp: (signal: AbortSignal) => Promise<void>,
  untold: RefObject<readonly Entry[] | undefined>,
): void {
  const latest = useRef(catchUp);
  useEffect(() => {
    latest.current = catchUp;
  });
  useEffect(() => {
    if (!live) return undefined;
    const asking = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (): Promise<void> =>
      latest.current(asking.signal).catch(() => {
        if (!asking.signal.aborted) timer = setTimeout(() => void ask(), askedEvery);
      });
    void ask();
    return () => {
      asking.abort();
      clearTimeout(timer);
      untold.current = undefined;
    };
  }, [live, untold]);
}
