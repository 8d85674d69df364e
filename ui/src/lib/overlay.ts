import { useSyncExternalStore } from 'react';

/** What the shell can lay over any page. */
export type Overlay = 'palette' | 'keys' | 'rooms';

let shown: Overlay | undefined;
const listeners = new Set<() => void>();

export function show(overlay: Overlay | undefined): void {
  shown = overlay;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useOverlay = () => useSyncExternalStore(subscribe, () => shown);
