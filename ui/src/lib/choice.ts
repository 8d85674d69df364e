import { useSyncExternalStore } from 'react';

/** One of a few, kept in this browser and written on the root for the styles to see. */
export interface Choice<Value extends string> {
  readonly choose: (value: Value) => void;
  readonly use: () => Value;
}

/** The standard one is written nowhere. */
export function chosenIn<Value extends string>(
  name: string,
  values: readonly Value[],
  standard: Value,
): Choice<Value> {
  const listeners = new Set<() => void>();
  const current = () =>
    values.find((value) => value === document.documentElement.dataset[name]) ?? standard;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    choose(value) {
      if (value === standard) delete document.documentElement.dataset[name];
      else document.documentElement.dataset[name] = value;
      keep(`pilothouse.${name}`, value);
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, current),
  };
}

/** Storage may be switched off: then the choice holds until the page is closed. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing to do: see above.
  }
}

export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
