import { queryOptions } from '@tanstack/react-query';
import { at, call, callMarked, path } from '@/lib/http';
import type { Json } from '@/lib/json';
import { type PageOf, pagedQuery, pagesOf } from '@/lib/paged';

export type AutomationState = 'draft' | 'published' | 'paused' | 'archived';

export const automationStates: readonly AutomationState[] = [
  'draft',
  'published',
  'paused',
  'archived',
];

/** Name, owner and area are those of the version in force; of the draft before the first publish. */
export interface Automation {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly area: string;
  readonly state: AutomationState;
  /** The hash of the version in force, and its number as people say it. */
  readonly version: string | null;
  readonly number: number | null;
  readonly unpublishedChanges: boolean;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly changedByName: string;
}

export type SourceFormat = 'json' | 'yaml';

/** A definition as its author wrote it. */
export interface Source {
  readonly format: SourceFormat;
  readonly text: string;
}

export interface DraftedAutomation extends Automation {
  readonly savedAt: string;
  readonly savedBy: string;
  readonly savedByName: string;
  /** What the text says; of one with mistakes, whatever could be read of it. */
  readonly draft: Json;
  readonly source: Source;
}

export interface AutomationFilter {
  /** All but archived ones where nothing is said. */
  readonly state?: AutomationState | undefined;
  readonly owner?: string | undefined;
  readonly area?: string | undefined;
  readonly q?: string | undefined;
}

/** Most companies have fewer: they see all of them in one look. */
const most = 200;
const listEvery = 10_000;

export const automationsQuery = ({ state, owner, area, q }: AutomationFilter) =>
  pagedQuery<Automation>({
    key: ['automations', 'list'],
    path: '/v1/automations',
    asked: { state, owner, area, q },
    limit: most,
    follows: listEvery,
  });

const pages = 10;

/** The names of areas and owners there are; of very many automations those of the first ones. */
export const sharesQuery = queryOptions({
  queryKey: ['automations', 'shares'],
  staleTime: 30_000,
  queryFn: ({ signal }) =>
    pagesOf(
      (before) =>
        call<PageOf<Automation>>(at('/v1/automations', { limit: most, before }), { signal }),
      pages,
    ),
  select: ({ items, more }) => ({
    /** How many automations they are of, where there are others. */
    of: more ? items.length : undefined,
    areas: namesOf(items.map(({ area }) => area)),
    owners: namesOf(items.map(({ owner }) => owner)),
  }),
});

const namesOf = (all: readonly string[]) =>
  [...new Set(all)]
    .filter((name) => name !== '')
    .toSorted((one, other) => one.localeCompare(other));

/** Somebody else may edit or publish meanwhile. */
const oneEvery = 10_000;

export const automationKey = (id: string) => ['automation', id] as const;

/** With the mark of its draft, by which a change says what it was made from. */
export const automationQuery = (id: string) =>
  queryOptions({
    queryKey: [...automationKey(id), 'itself'],
    queryFn: ({ signal }) => callMarked<DraftedAutomation>(path`/v1/automations/${id}`, { signal }),
    refetchInterval: oneEvery,
  });
