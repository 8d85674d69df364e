import { useEffect, useMemo, useSyncExternalStore } from 'react';

/** One step of the way from the house to this page. */
export interface WayPoint {
  readonly name: string;
  readonly to: string;
  /** What it is narrowed to; else as it was left. */
  readonly search?: Readonly<Record<string, unknown>>;
  /** Where it belongs, not where one came from: Escape passes it by. */
  readonly beside?: boolean;
}

/** Where the person is: what the bar and the tab of the browser call this page. */
export interface Here {
  readonly title: string;
  readonly way: readonly WayPoint[];
  /** Quiet, behind the title: how many rows there are. */
  readonly count: string | undefined;
  readonly heading: boolean;
}

const nowhere: Here = { title: '', way: [], count: undefined, heading: false };
let here = nowhere;
const listeners = new Set<() => void>();

function set(next: Here): void {
  here = next;
  for (const listener of listeners) listener();
}

interface Said extends Pick<Here, 'title' | 'heading' | 'count'> {
  readonly way: readonly WayPoint[] | undefined;
}

/** What a page says holds until it goes, or says something else. */
export function useSayHere({ title, way = nowhere.way, count, heading }: Said): void {
  // Pages build their way anew with every drawing; only what it says matters.
  const written = JSON.stringify(way);
  const next = useMemo<Here>(
    () => ({ title, way: JSON.parse(written) as readonly WayPoint[], count, heading }),
    [title, written, count, heading],
  );
  useEffect(() => {
    set(next);
    return () => {
      if (here === next) set(nowhere);
    };
  }, [next]);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useHere = () => useSyncExternalStore(subscribe, () => here);
