import { useEffect, useSyncExternalStore } from 'react';

/** What parts of the page on screen offer together, such as commands; it goes when they go. */
export function registry<Entry>() {
  let entries: readonly Entry[] = [];
  const listeners = new Set<() => void>();
  const set = (next: readonly Entry[]) => {
    entries = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    /** Pass a list that keeps its identity while it says the same. */
    useOffer(own: readonly Entry[]): void {
      useEffect(() => {
        set([...entries, ...own]);
        return () => set(entries.filter((entry) => !own.includes(entry)));
      }, [own]);
    },
    useAll: () => useSyncExternalStore(subscribe, () => entries),
  };
}
