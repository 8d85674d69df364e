import { useEffect, useSyncExternalStore } from 'react';

/** What a key, or two keys one after the other, does here and now. */
export interface KeyBinding {
  readonly keys: readonly (readonly [string] | readonly [string, string])[];
  readonly says: string;
  readonly does: (which: number) => void;
}

/** Two keys make one order when they follow each other this soon. */
const together = 900;
const setting = 'pilothouse.keys';

let bindings: readonly KeyBinding[] = [];
let enabled = readSetting();
let first: { key: string; at: number } | undefined;
const listeners = new Set<() => void>();

function readSetting(): boolean {
  try {
    return localStorage.getItem(setting) !== 'off';
  } catch {
    return true;
  }
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Single letters can be switched off: dictation software types them by accident (WCAG 2.1.4). */
export function switchKeys(on: boolean): void {
  enabled = on;
  try {
    localStorage.setItem(setting, on ? 'on' : 'off');
  } catch {
    // Storage is switched off: the choice holds until the page is closed.
  }
  tell();
}

function pressed(event: KeyboardEvent): void {
  if (!enabled || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const earlier =
    first !== undefined && event.timeStamp - first.at < together ? first.key : undefined;
  const hit = find([earlier, key]) ?? find([key]);
  first = hit === undefined ? { key, at: event.timeStamp } : undefined;
  if (hit === undefined) return;
  event.preventDefault();
  hit.binding.does(hit.which);
}

function find(order: readonly (string | undefined)[]) {
  for (const binding of bindings) {
    const which = binding.keys.findIndex(
      (keys) => keys.length === order.length && keys.every((key, index) => key === order[index]),
    );
    if (which >= 0) return { binding, which };
  }
  return undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('keydown', pressed);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('keydown', pressed);
  };
}

/** Keys of one part of the page; they go when it goes. Pass a list that keeps its identity. */
export function useKeys(own: readonly KeyBinding[]): void {
  useEffect(() => {
    bindings = [...bindings, ...own];
    tell();
    return () => {
      bindings = bindings.filter((binding) => !own.includes(binding));
      tell();
    };
  }, [own]);
}

export const useKeyBindings = () => useSyncExternalStore(subscribe, () => bindings);
export const useKeysEnabled = () => useSyncExternalStore(subscribe, () => enabled);

/** Moves the focus along everything marked with this attribute: +1 next, -1 previous. */
export function moveFocus(selector: string, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 && by < 0 ? all.length - 1 : at + by;
  all[Math.min(all.length - 1, Math.max(0, next))]?.focus();
}
