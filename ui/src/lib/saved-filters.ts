import { useSyncExternalStore } from 'react';
import { filterNames, type RunFilter } from './api/run-list';
import { keep, kept } from './choice';

export interface SavedFilter {
  readonly name: string;
  readonly filter: RunFilter;
}

/** Where one person's filters are kept in this browser. */
const keyOf = (person: string) => `pilothouse.run-filters.${person}`;

const listeners = new Set<() => void>();

/** The server keeps none: they stay in this browser, for each person who signs in here. */
export function savedOf(person: string): readonly SavedFilter[] {
  return read(kept(keyOf(person)));
}

export const saveFilter = (person: string, saved: SavedFilter) =>
  put(person, [...without(person, saved.name), saved]);

export const forgetFilter = (person: string, name: string) => put(person, without(person, name));

const without = (person: string, gone: string) =>
  savedOf(person).filter(({ name }) => name !== gone);

function put(person: string, saved: readonly SavedFilter[]): void {
  const sorted = saved.toSorted((one, other) => one.name.localeCompare(other.name));
  keep(keyOf(person), JSON.stringify(sorted));
  for (const listener of listeners) listener();
}

/** Storage holds whatever somebody put there: what cannot be read is left out. */
function read(text: string | null): readonly SavedFilter[] {
  try {
    const found = JSON.parse(text ?? '[]') as unknown;
    return Array.isArray(found) ? found.flatMap(savedIn) : [];
  } catch {
    return [];
  }
}

function savedIn(found: unknown): readonly SavedFilter[] {
  if (typeof found !== 'object' || found === null) return [];
  const { name, filter } = found as { readonly name?: unknown; readonly filter?: unknown };
  if (typeof name !== 'string' || typeof filter !== 'object' || filter === null) return [];
  const known = Object.entries(filter).filter(
    ([key, value]) => (filterNames as readonly string[]).includes(key) && typeof value === 'string',
  );
  return [{ name, filter: Object.fromEntries(known) as RunFilter }];
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useSavedFilters(person: string): readonly SavedFilter[] {
  const text = useSyncExternalStore(subscribe, () => kept(keyOf(person)));
  return read(text);
}
