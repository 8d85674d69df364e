import { queryOptions } from '@tanstack/react-query';
import { changedBetween } from '@/lib/changed';
import { at, call, path } from '@/lib/http';
import type { Json } from '@/lib/json';
import { type PageOf, pagedQuery } from '@/lib/paged';

/** An entry of the journal, as a row of a list. */
export interface Entry {
  readonly id: string;
  readonly position: number;
  readonly type: string;
  /** Empty where the sender named none. */
  readonly subject: string;
  readonly source: string;
  readonly sourceId: string;
  readonly time: string;
  readonly recordedAt: string;
  readonly actor: string;
  /** The entry it follows from and the run that wrote it. */
  readonly cause: Cause | null;
  /** The first fields that are others than before, where it tells of a change. */
  readonly changes?: readonly ShortChange[] | null;
  readonly moreChanges?: number | null;
  /** What came of it, as it was written with it; it never changes. */
  readonly outcome?: EntryOutcome | null;
}

export interface EntryOutcome {
  readonly runs: number;
  /** Automations that should have started, and were held back. */
  readonly held: number;
  /** Counting ended: there may be others. */
  readonly more: boolean;
}

export interface Cause {
  readonly event: string;
  readonly run: string;
  readonly depth: number;
}

export interface ShortChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface WholeEntry extends Entry {
  readonly data?: Json;
  /** Bytes as they came, where the data is no JSON. */
  readonly dataBase64?: string;
  readonly dataContentType?: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** What an address asks for; the API takes it as it stands but for the type. */
export interface EntryFilter {
  readonly type?: string | undefined;
  readonly subject?: string | undefined;
  readonly source?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** A type is looked for by its beginning; whoever writes a star means it anyway. */
const askedFor = ({ type, subject, source, from, until }: EntryFilter) => ({
  type: type === undefined || type.endsWith('*') ? type : `${type}*`,
  subject,
  source,
  from,
  until,
});

/** What every list of this page asks for beside its filter. */
const asRows = (filter: EntryFilter) => ({ ...askedFor(filter), include: 'outcome' });

/**
 * The journal only grows at its beginning: what was read stays as it was, also on the way back, and
 * what came since is joined to it (`useArriving`).
 */
const onlyGrows = { staleTime: Number.POSITIVE_INFINITY, gcTime: 30 * 60_000 };

export const entriesQuery = (filter: EntryFilter) => ({
  ...pagedQuery<Entry>({ key: ['entries'], path: '/v1/events', asked: asRows(filter) }),
  ...onlyGrows,
});

/** The newest page again, to see what came since. */
export const newestEntries = (filter: EntryFilter, signal: AbortSignal) =>
  call<PageOf<Entry>>(at('/v1/events', { ...asRows(filter), limit: 50 }), { signal });

export const entriesLine = (filter: EntryFilter) => at('/v1/events/stream', asRows(filter));

/** What was written once never changes. */
export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: ['entry', id],
    queryFn: ({ signal }) => call<WholeEntry>(path`/v1/events/${id}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether somebody typed the id of an entry, not a type. */
export const isEntryId = (typed: string) => id.test(typed.trim());

const shown = 3;

/** A row of what the stream tells whole; the data is not kept, so that a long list stays small. */
export function rowOf(whole: WholeEntry): Entry {
  const { changes: all } = changedBetween(whole.before, whole.after);
  // The subject says it already.
  const changes = all.filter(({ name }) => name !== 'id');
  return {
    ...rowAlone(whole),
    changes: changes.slice(0, shown).map(({ name, before: was, after: is }) => ({
      field: name,
      before: was ?? null,
      after: is ?? null,
    })),
    moreChanges: Math.max(0, changes.length - shown),
  };
}

const rowAlone = (whole: WholeEntry): Entry => ({
  id: whole.id,
  position: whole.position,
  type: whole.type,
  subject: whole.subject,
  source: whole.source,
  sourceId: whole.sourceId,
  time: whole.time,
  recordedAt: whole.recordedAt,
  actor: whole.actor,
  cause: whole.cause,
  outcome: whole.outcome ?? null,
});

/** What people know it by: the name in the record, else its subject, else what happened. */
export function titleOf({ subject, type, data, after }: WholeEntry): string {
  const name = nameIn(after) ?? nameIn(data);
  if (subject === '') return name ?? type;
  return name === undefined ? subject : `${name}, ${subject}`;
}

function nameIn(value: Json | undefined): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { name, title } = value as { readonly name?: Json; readonly title?: Json };
  return [name, title].find((said): said is string => typeof said === 'string' && said !== '');
}
