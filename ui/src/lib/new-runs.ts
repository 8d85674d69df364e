import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { newestOf, type RunFilter, runListQuery, runsLine } from './api/run-list';
import type { RunPage, ShownRun } from './api/runs';
import { isRead } from './arrivals';
import { rowsOf, shortened } from './paged';
import { settled } from './settled';
import { type LineState, useLine } from './stream';

type Pages = InfiniteData<RunPage>;

/** However much happens, the list is read again no more often than this. */
const breath = 1_000;
/** While nobody tells, it is asked. */
const askedEvery = 10_000;

interface NewRuns {
  readonly line: LineState;
  /** Why the list is not up to date. */
  readonly error: Error | undefined;
}

/**
 * Keeps the newest page of a list as it stands now: the journal tells that something happened, the
 * page is read and joined to the rest. A search is looked through once, and not again by itself.
 * Give a list of another filter a key of its own.
 */
export function useNewRuns(given: RunFilter, list: RefObject<HTMLElement | null>): NewRuns {
  const [filter] = useState(given);
  const queries = useQueryClient();
  const [error, setError] = useState<Error>();
  const follows = filter.q === undefined;
  const read = useCallback(
    async (signal: AbortSignal) => {
      const { queryKey } = runListQuery(filter);
      await settled(queries, queryKey);
      if (signal.aborted || queries.getQueryData<Pages>(queryKey) === undefined) return;
      const newest = await queries.fetchQuery({
        queryKey: ['runs', 'newest', filter],
        queryFn: () => newestOf(filter, signal),
        gcTime: 0,
      });
      setError(undefined);
      // Older runs that were asked for meanwhile come with the list as it was before.
      await settled(queries, queryKey);
      queries.setQueryData<Pages>(queryKey, (data) => {
        if (data === undefined) return data;
        const all = joined(data, newest);
        return isRead(list.current) ? all : shortened<ShownRun, RunPage>(all, ({ id }) => id);
      });
      void queries.invalidateQueries({ queryKey: ['runs', 'counts of'] });
    },
    [queries, filter, list],
  );
  const [reader] = useState(() => new Reader(breath));
  useEffect(() => reader.with(read, setError), [reader, read]);
  const line = useLine(follows ? runsLine : undefined, reader.wanted);
  useEffect(() => {
    if (!follows) return undefined;
    // A list that is read just now is read again only when the line stands: till then nobody tells.
    const isKnown = queries.getQueryData(runListQuery(filter).queryKey) !== undefined;
    if (isKnown || line.is !== 'connecting') reader.wanted();
    if (line.is === 'live') return undefined;
    const timer = setInterval(reader.wanted, askedEvery);
    return () => clearInterval(timer);
  }, [reader, follows, line.is, queries, filter]);
  return { line, error };
}

/** Reads at once, and then no more often than once a breath, however often it is wanted. */
class Reader {
  readonly #breath: number;
  #read: ((signal: AbortSignal) => Promise<void>) | undefined;
  #failed: ((error: Error) => void) | undefined;
  #asking = new AbortController();
  #again = false;
  #goes = false;

  constructor(breath: number) {
    this.#breath = breath;
  }

  with(read: (signal: AbortSignal) => Promise<void>, failed: (error: Error) => void): () => void {
    this.#read = read;
    this.#failed = failed;
    this.#asking = new AbortController();
    return () => {
      this.#asking.abort();
      this.#read = undefined;
    };
  }

  readonly wanted = (): void => {
    this.#again = true;
    if (!this.#goes) void this.#go();
  };

  /** What is wanted while it is read is not in what comes, or may not be: it is read once more. */
  async #go(): Promise<void> {
    this.#goes = true;
    while (this.#again) {
      this.#again = false;
      // One after the other: two at once would be one, and as old as the first.
      // oxlint-disable-next-line eslint/no-await-in-loop
      await this.#now();
      // oxlint-disable-next-line eslint/no-await-in-loop
      await new Promise((go) => setTimeout(go, this.#breath));
    }
    this.#goes = false;
  }

  async #now(): Promise<void> {
    const { signal } = this.#asking;
    try {
      await this.#read?.(signal);
    } catch (error) {
      if (!signal.aborted && error instanceof Error) this.#failed?.(error);
    }
  }
}

/**
 * Of what lies within the newest page, only what is in it now is kept; what is older stays. Ids of
 * runs rise with their time. Where so much is new that a gap would be, the list begins anew.
 */
export function joined(data: Pages, newest: RunPage): Pages {
  const rows = rowsOf<ShownRun>(data);
  const last = newest.items.at(-1)?.id;
  if (newest.next === null || last === undefined) return pagesOf([newest]);
  const ids = new Set(newest.items.map(({ id }) => id));
  const older = rows.filter(({ id }) => id < last);
  const meets = rows.some(({ id }) => ids.has(id));
  if (!meets || older.length === 0) return pagesOf([newest]);
  return pagesOf([newest, { items: older, next: data.pages.at(-1)?.next ?? null }]);
}

/** The pages are cut anew; each goes on where the one before it ended. */
const pagesOf = (pages: readonly RunPage[]): Pages => ({
  pages: [...pages],
  pageParams: ['', ...pages.map(({ items }) => items.at(-1)?.id ?? '')].slice(0, pages.length),
});
