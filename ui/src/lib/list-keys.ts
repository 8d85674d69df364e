import { useMemo } from 'react';
import { type KeyBinding, moveFocus, useKeys } from './keys';
import { shellWords } from './words/shell';

/** J and K walk along what is marked; Enter opens, as on every link. */
export function useListKeys(selector = '[data-row]', says?: string): void {
  const keys = useMemo<readonly KeyBinding[]>(
    () => [
      {
        keys: [['J'], ['K']],
        says: says ?? shellWords.keys.next,
        does: (which) => moveFocus(selector, which === 0 ? 1 : -1),
      },
    ],
    [selector, says],
  );
  useKeys(keys);
}
