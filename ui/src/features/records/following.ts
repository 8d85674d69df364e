import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  asideOf,
  type Fields,
  type KeptRecord,
  newestRecordsQuery,
  type RecordFilter,
  recordsQuery,
} from '@/lib/api/records';
import type { Json } from '@/lib/json';
import { type PageOf, rowsOf } from '@/lib/paged';
import type { RecordKind } from '@/lib/records-of';
import { settled } from '@/lib/settled';
import { useLine, useWhenFirstLive } from '@/lib/stream';
import { useUnhurried } from '@/lib/unhurried';

type Pages = InfiniteData<PageOf<KeptRecord>>;

const types: Readonly<Record<RecordKind, string>> = {
  deals: 'crm.deal.*',
  contacts: 'crm.contact.*',
  companies: 'crm.company.*',
  tasks: 'task.*',
  activities: 'crm.activity.*',
};

/** However much is made, the newest page is asked for no more often than this. */
const breath = 1_000;

interface Told {
  readonly type: string;
  readonly recordedAt: string;
  readonly after?: (Fields & { readonly id?: Json }) | null;
}

/**
 * Follows a list of records: a row that is changed elsewhere changes in its place; a new one waits to
 * be asked for, so that no row moves under the reader.
 */
export function useFollowing(kind: RecordKind, asked: RecordFilter) {
  const queries = useQueryClient();
  const { queryKey } = recordsQuery(kind, asked);
  const latestKey = useRef(queryKey);
  useEffect(() => {
    latestKey.current = queryKey;
  });
  const [made, setMade] = useState(0);
  const hear = useCallback(
    ({ data }: { readonly data: string }) => {
      const { type, recordedAt, after } = JSON.parse(data) as Told;
      const id = after?.id;
      if (typeof id !== 'string' || !after) return;
      // A list that is under way may have been read before this: it is changed when it has come.
      void settled(queries, latestKey.current).then(() =>
        queries.setQueriesData<Pages>({ queryKey: ['records', kind], exact: false }, (pages) =>
          changed(pages, id, (row) => ({ ...asideOf(row), ...after, id, changedAt: recordedAt })),
        ),
      );
      if (/created|logged/.test(type)) setMade((before) => before + 1);
    },
    [queries, kind, setMade],
  );
  const line = useLine(`/v1/events/stream?type=${types[kind]}`, hear);
  const readAgain = useCallback(
    () =>
      void settled(queries, latestKey.current).then(() =>
        queries.invalidateQueries({ queryKey: ['records', kind] }),
      ),
    [queries, kind],
  );
  useWhenFirstLive(line, readAgain);
  const newest = useNewest(kind, asked, made);
  const rows = queries.getQueryData<Pages>(queryKey);
  const held = useHeld(JSON.stringify(queryKey), rowsOf(rows));
  const waiting = newRows(newest, rows, held.ids);
  const show = () => {
    held.forget();
    void queries.resetQueries({ queryKey: newestRecordsQuery(kind, asked).queryKey });
    void queries.invalidateQueries({ queryKey });
  };
  return { line, waiting, show };
}

/** Whether what was made belongs into this list only the server can say. */
function useNewest(kind: RecordKind, asked: RecordFilter, made: number): readonly KeptRecord[] {
  const { data, isFetching, refetch } = useQuery({
    ...newestRecordsQuery(kind, asked),
    enabled: false,
  });
  const told = useUnhurried(made, breath);
  const askedFor = useRef(told);
  useEffect(() => {
    // An answer that is under way is waited for: who breaks each off for the next may never see one.
    if (told === askedFor.current || isFetching) return;
    askedFor.current = told;
    void refetch({ cancelRefetch: false });
  }, [told, isFetching, refetch]);
  return data?.items ?? [];
}

const none: ReadonlySet<string> = new Set();

/** Whatever the list has shown under this filter: what has left it since is not new. */
function useHeld(filter: string, rows: readonly KeptRecord[]) {
  const [held, setHeld] = useState({ filter, ids: none });
  const before = held.filter === filter ? held.ids : none;
  const isMore = rows.some(({ id }) => !before.has(id));
  const ids = isMore ? new Set([...before, ...rows.map(({ id }) => id)]) : before;
  if (isMore || held.filter !== filter) setHeld({ filter, ids });
  return { ids, forget: () => setHeld({ filter, ids: none }) };
}

/** Those above the first that is in the list; what lies below it may be of an older page. */
function newRows(
  newest: readonly KeptRecord[],
  data: Pages | undefined,
  held: ReadonlySet<string>,
): number {
  if (data === undefined) return 0;
  const listed = new Set(rowsOf(data).map(({ id }) => id));
  const first = newest.findIndex(({ id }) => listed.has(id));
  const above = first < 0 ? newest : newest.slice(0, first);
  return above.filter(({ id }) => !held.has(id)).length;
}

function changed(
  data: Pages | undefined,
  id: string,
  change: (row: KeptRecord) => KeptRecord,
): Pages | undefined {
  if (data?.pages === undefined) return data;
  return {
    ...data,
    pages: data.pages.map((page) =>
      page.items.some((row) => row.id === id)
        ? { ...page, items: page.items.map((row) => (row.id === id ? change(row) : row)) }
        : page,
    ),
  };
}
