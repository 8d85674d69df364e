import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type KeptRecord, type RecordFilter, recordsQuery } from '@/lib/api/records';
import type { Json } from '@/lib/json';
import { type PageOf, rowsOf } from '@/lib/paged';
import type { RecordKind } from '@/lib/records-of';
import { useLine } from '@/lib/stream';

type Pages = InfiniteData<PageOf<KeptRecord>>;

const types: Readonly<Record<RecordKind, string>> = {
  deals: 'crm.deal.*',
  contacts: 'crm.contact.*',
  companies: 'crm.company.*',
  tasks: 'task.*',
  activities: 'crm.activity.*',
};

interface Told {
  readonly type: string;
  readonly after?: { readonly id?: Json } | null;
}

/**
 * Follows a list of records: a row that is changed elsewhere changes in its place; a new one waits to
 * be asked for, so that no row moves under the reader.
 */
export function useFollowing(kind: RecordKind, asked: RecordFilter) {
  const queries = useQueryClient();
  const { queryKey } = recordsQuery(kind, asked);
  const [made, setMade] = useState<readonly string[]>([]);
  const hear = useCallback(
    ({ data }: { readonly data: string }) => {
      const { type, after } = JSON.parse(data) as Told;
      const id = after?.id;
      if (typeof id !== 'string' || !after) return;
      queries.setQueriesData<Pages>({ queryKey: ['records', kind], exact: false }, (pages) =>
        changed(pages, { ...after, id }),
      );
      if (/created|logged/.test(type)) setMade((before) => [...new Set([...before, id])]);
    },
    [queries, kind, setMade],
  );
  const line = useLine(`/v1/events/stream?type=${types[kind]}`, hear);
  const known = new Set(rowsOf(queries.getQueryData<Pages>(queryKey)).map(({ id }) => id));
  const waiting = made.filter((id) => !known.has(id)).length;
  const show = () => {
    setMade([]);
    void queries.invalidateQueries({ queryKey });
  };
  return { line, waiting, show };
}

function changed(data: Pages | undefined, after: Readonly<Record<string, Json>> & { id: string }) {
  if (data?.pages === undefined) return data;
  return {
    ...data,
    pages: data.pages.map((page) =>
      page.items.some(({ id }) => id === after.id)
        ? {
            items: page.items.map((row) =>
              row.id === after.id ? Object.assign({}, row, after) : row,
            ),
            next: page.next,
          }
        : page,
    ),
  };
}
