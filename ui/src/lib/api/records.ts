import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { at, call, callMarked, type Marked, path, Refused } from '@/lib/http';
import type { Json } from '@/lib/json';
import { type PageOf, pagedQuery } from '@/lib/paged';
import { type RecordKind, subjectOf } from '@/lib/records-of';

/** A record as it is kept: its fields, of which any may be missing, and what stands beside them. */
export interface KeptRecord {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly changedAt: string;
  readonly [field: string]: Json;
}

export type Fields = Readonly<Record<string, Json>>;

type Aside = Pick<KeptRecord, 'id' | 'version' | 'createdAt' | 'createdBy' | 'changedAt'>;

export const asideOf = ({ id, version, createdAt, createdBy, changedAt }: KeptRecord): Aside => ({
  id,
  version,
  createdAt,
  createdBy,
  changedAt,
});

const beside = new Set(['id', 'version', 'createdAt', 'createdBy', 'changedAt']);

/** Without what stands beside them. */
export const fieldsOf = (record: KeptRecord): Fields =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !beside.has(name)));

export const textOf = (record: KeptRecord, field: string): string => {
  const value = record[field];
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** What people call it: its name or title, else its address, else its id. */
export const nameOf = (record: KeptRecord): string =>
  ['name', 'title', 'email', 'text']
    .map((field) => textOf(record, field))
    .find((said) => said !== '') ?? record.id;

export type RecordFilter = Readonly<Record<string, string | boolean | undefined>>;

const listKey = (kind: RecordKind) => ['records', kind] as const;

export const recordsQuery = (kind: RecordKind, asked: RecordFilter) =>
  pagedQuery<KeptRecord>({ key: listKey(kind), path: `/v1/${kind}`, asked });

/** The newest page again, to see what came since; it is of no use to a later visit. */
export const newestRecordsQuery = (kind: RecordKind, asked: RecordFilter) =>
  queryOptions({
    queryKey: [...listKey(kind), 'newest', asked],
    queryFn: ({ signal }) =>
      call<PageOf<KeptRecord>>(at(`/v1/${kind}`, { ...asked, limit: 50 }), { signal }),
    gcTime: 0,
  });

/** With the mark that a change is sent back with. */
export const recordQuery = (kind: RecordKind, id: string) =>
  queryOptions({
    queryKey: ['record', kind, id],
    queryFn: ({ signal }) => callMarked<KeptRecord>(`/v1/${kind}${path`/${id}`}`, { signal }),
  });

/** Few that fit what was typed, for a field that names another record. */
export const someRecordsQuery = (kind: RecordKind, q: string) =>
  queryOptions({
    queryKey: [...listKey(kind), 'some', q],
    queryFn: ({ signal }) =>
      call<{ readonly items: readonly KeptRecord[] }>(
        `/v1/${kind}?${new URLSearchParams({ limit: '20', ...(q && { q }) })}`,
        { signal },
      ),
    staleTime: 10_000,
  });

type NewRecord = Fields & { readonly id: string };

interface Creation {
  readonly record: NewRecord;
  /** What it has to become, where an earlier sending of it was kept as something else. */
  readonly missing: (kept: KeptRecord) => Fields;
}

/** Sent again after an answer that was lost, it is there already, under an id that nobody else has. */
async function create(kind: RecordKind, { record, missing }: Creation): Promise<KeptRecord> {
  try {
    return await call<KeptRecord>(`/v1/${kind}`, { method: 'POST', body: record });
  } catch (refused) {
    if (!(refused instanceof Refused && refused.status === 409)) throw refused;
    const kept = await callMarked<KeptRecord>(`/v1/${kind}${path`/${record.id}`}`).catch(() => {
      throw refused;
    });
    const fields = missing(kept.body);
    if (Object.keys(fields).length === 0) return kept.body;
    return (await change(kind, { id: record.id, fields, etag: kept.etag })).body;
  }
}

export function useCreateRecord(kind: RecordKind) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (creation: Creation) => create(kind, creation),
    onSuccess: () => queries.invalidateQueries({ queryKey: listKey(kind) }),
  });
}

interface Change {
  readonly id: string;
  readonly fields: Fields;
  /** What it was read with; nobody overwrites what they have not seen. */
  readonly etag: string | undefined;
}

const change = (kind: RecordKind, { id, fields, etag }: Change) =>
  callMarked<KeptRecord>(`/v1/${kind}${path`/${id}`}`, {
    method: 'PATCH',
    body: fields,
    ifMatch: etag,
  });

export function useChangeRecord(kind: RecordKind) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: Change) => change(kind, asked),
    onSuccess: (changed, { id }) => {
      queries.setQueryData<Marked<KeptRecord>>(recordQuery(kind, id).queryKey, changed);
      return Promise.all([
        queries.invalidateQueries({ queryKey: listKey(kind) }),
        queries.invalidateQueries({ queryKey: ['runs', 'of', { subject: subjectOf(kind, id) }] }),
      ]);
    },
  });
}

export function useCompleteTask() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      callMarked<KeptRecord>(path`/v1/tasks/${id}/complete`, { method: 'POST' }),
    onSuccess: (changed, id) => {
      queries.setQueryData<Marked<KeptRecord>>(recordQuery('tasks', id).queryKey, changed);
      return queries.invalidateQueries({ queryKey: listKey('tasks') });
    },
  });
}
