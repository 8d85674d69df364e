import { useCallback, useSyncExternalStore } from 'react';

const still = () => undefined;

/**
 * The clock on the wall, in whole steps of `every` milliseconds so that a render sees one time;
 * it ticks while someone needs it.
 */
export function useNow(every: number, running = true): number {
  const subscribe = useCallback(
    (tick: () => void) => {
      if (!running) return still;
      const timer = setInterval(tick, every);
      return () => clearInterval(timer);
    },
    [every, running],
  );
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / every) * every);
}
