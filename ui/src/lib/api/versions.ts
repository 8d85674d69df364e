import { queryOptions } from '@tanstack/react-query';
import { at, call, path } from '@/lib/http';
import type { Json } from '@/lib/json';
import { pagedQuery } from '@/lib/paged';
import { type Automation, automationKey, type Source } from './automations';
import type { Fault } from './definitions';

export interface Version {
  readonly number: number;
  /** The hash of its content. */
  readonly version: string;
  readonly note: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly publishedByName: string;
  readonly inForce: boolean;
}

export interface WholeVersion extends Version {
  readonly definition: Json;
  readonly source: Source;
}

export const versionsQuery = (id: string) =>
  pagedQuery<Version>({
    key: [...automationKey(id), 'versions'],
    path: path`/v1/automations/${id}/versions`,
    limit: 50,
  });

/** A version never changes; whether it is in force is told by the list. */
export const versionQuery = (id: string, number: string) =>
  queryOptions({
    queryKey: ['version', id, number],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      call<WholeVersion>(path`/v1/automations/${id}/versions/${number}`, { signal }),
  });

export interface Difference {
  readonly kind: 'added' | 'removed' | 'moved' | 'changed';
  /** A JSON pointer in which steps stand by their ids. */
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
  readonly words: string;
}

export interface Differences {
  readonly from: string;
  readonly to: string;
  readonly same: boolean;
  readonly changes: readonly Difference[];
}

/** Numbers, or "draft"; without a start it is the version in force. */
export const diffQuery = (id: string, from: string | undefined, to: string) =>
  queryOptions({
    queryKey: [...automationKey(id), 'diff', from ?? '', to],
    queryFn: ({ signal }) =>
      call<Differences>(at(path`/v1/automations/${id}/diff`, { from, to }), { signal }),
  });

export const rollBack = (id: string, to: number, note: string) =>
  call<Automation & { readonly warnings: readonly Fault[] }>(path`/v1/automations/${id}/rollback`, {
    method: 'POST',
    body: { to: String(to), ...(note === '' ? {} : { note }) },
  });
