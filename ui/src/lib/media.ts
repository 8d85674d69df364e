import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window is so, now and when it changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** Three panes fit beside each other. */
export const useThree = () => useMedia('(min-width: 1200px)');
/** Two panes fit. */
export const twoFit = '(min-width: 760px)';
export const useTwo = () => useMedia(twoFit);
