import { useLayoutEffect, useSyncExternalStore } from 'react';
import { keep, kept } from './choice';

/** "J", "Escape", "Shift+H"; "Mod+K" is ⌘K on a Mac and Ctrl+K elsewhere. */
export type Key = string;

/** What a key, or two keys one after the other, does here and now. */
export interface KeyBinding {
  readonly keys: readonly (readonly [Key] | readonly [Key, Key])[];
  readonly says: string;
  readonly does: (which: number) => void;
  /** Works on every page, not on this one alone. */
  readonly everywhere?: boolean;
}

/** Two keys make one order when they follow each other this soon. */
const together = 900;
const setting = 'pilothouse.keys';

let bindings: readonly KeyBinding[] = [];
let enabled = kept(setting) !== 'off';
let first: { key: string; at: number } | undefined;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Single letters can be switched off: dictation software types them by accident (WCAG 2.1.4). */
export function switchKeys(on: boolean): void {
  enabled = on;
  keep(setting, on ? 'on' : 'off');
  tell();
}

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const key = nameOf(event);
  if (!key.startsWith('Mod+') && (!enabled || isOccupied(event.composedPath()[0]))) return;
  const earlier =
    first !== undefined && event.timeStamp - first.at < together ? first.key : undefined;
  const hit = find([earlier, key]) ?? find([key]);
  first = hit === undefined ? { key, at: event.timeStamp } : undefined;
  if (hit === undefined) return;
  event.preventDefault();
  hit.binding.does(hit.which);
}

/** A letter with Shift is named so; a sign such as "?" is itself, however it is typed. */
function nameOf({ key, metaKey, ctrlKey, shiftKey }: KeyboardEvent): Key {
  const name = key.length === 1 ? key.toUpperCase() : key;
  const shift = shiftKey && (key.length > 1 || /\p{L}/u.test(key)) ? 'Shift+' : '';
  return `${metaKey || ctrlKey ? 'Mod+' : ''}${shift}${name}`;
}

/** What was bound last is asked first: a page may use a key that the house uses too. */
function find(order: readonly (string | undefined)[]) {
  for (const binding of bindings.toReversed()) {
    const which = binding.keys.findIndex(
      (keys) => keys.length === order.length && keys.every((key, index) => key === order[index]),
    );
    if (which >= 0) return { binding, which };
  }
  return undefined;
}

/** In a field letters are text, in a menu they look for an item, and a dialog covers the page. */
const occupied =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=dialog], [role=alertdialog]';

/** Asked of the innermost: an editor stands in a tree of its own, of which the page sees the outside. */
const isOccupied = (target: EventTarget | undefined) =>
  target instanceof HTMLElement && target.closest(occupied) !== null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** It is listened as long as any key does something. */
function bind(next: readonly KeyBinding[]): void {
  bindings = next;
  // Adding it once more changes nothing.
  if (next.length > 0) addEventListener('keydown', pressed);
  else removeEventListener('keydown', pressed);
  tell();
}

/** Keys of one part of the page; they go when it goes. Pass a list that keeps its identity. */
export function useKeys(own: readonly KeyBinding[]): void {
  // With the drawing itself: whoever sees the page presses its keys at once.
  useLayoutEffect(() => {
    bind([...bindings, ...own]);
    return () => bind(bindings.filter((binding) => !own.includes(binding)));
  }, [own]);
}

export const useKeyBindings = () => useSyncExternalStore(subscribe, () => bindings);
export const useKeysEnabled = () => useSyncExternalStore(subscribe, () => enabled);

/**
 * Moves the focus along everything marked with this attribute: +1 next, -1 previous. It begins at
 * what has the focus, else at what is shown.
 */
export function moveFocus(selector: string, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const focused = all.indexOf(document.activeElement as HTMLElement);
  const at = focused < 0 ? all.findIndex((each) => each.matches('[aria-current]')) : focused;
  const next = at < 0 && by < 0 ? all.length - 1 : at + by;
  all[Math.min(all.length - 1, Math.max(0, next))]?.focus();
}

const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);

const caps: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Shift: '⇧',
  ' ': 'Space',
};

/** What stands on the caps: "Mod+K" is ⌘ and K, or Ctrl and K. */
export const capsOf = (key: Key): readonly string[] =>
  (key === '+' ? [key] : key.split('+')).map((part) =>
    part === 'Mod' ? (isMac() ? '⌘' : 'Ctrl') : (caps[part] ?? part),
  );

/** The same for `aria-keyshortcuts`. */
export const shortcutOf = (key: Key) => key.replace('Mod', isMac() ? 'Meta' : 'Control');
