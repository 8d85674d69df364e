import { useSyncExternalStore } from 'react';
import { randomId } from './ids';

/** A word at the edge of the page about what was just done, with the way back if there is one. */
export interface Toast {
  readonly id: string;
  readonly tone: 'done' | 'told' | 'failed' | 'running';
  readonly says: string;
  readonly action?: { readonly says: string; readonly key?: string; readonly does: () => void };
  /** Milliseconds; what failed stays until it is closed. */
  readonly stays?: number;
}

const stays = 6_000;
let toasts: readonly Toast[] = [];
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says it; the same id again replaces what was said. */
export function toast(said: Omit<Toast, 'id'> & { readonly id?: string }): string {
  const id = said.id ?? randomId();
  set([...toasts.filter((other) => other.id !== id), { ...said, id }]);
  clearTimeout(timers.get(id));
  if (said.tone === 'done' || said.tone === 'told')
    timers.set(
      id,
      setTimeout(() => dismiss(id), said.stays ?? stays),
    );
  return id;
}

export function dismiss(id: string): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  set(toasts.filter((other) => other.id !== id));
}

/** For whoever comes next: what was said was said to somebody else. */
export function dismissAll(): void {
  for (const { id } of toasts) dismiss(id);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useToasts = () => useSyncExternalStore(subscribe, () => toasts);
