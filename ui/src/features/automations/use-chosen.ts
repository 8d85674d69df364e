import { useCallback, useMemo, useState } from 'react';

const nobody: ReadonlySet<string> = new Set();

/** Which rows are selected; it goes with the list. */
export function useChosen() {
  const [ids, setIds] = useState(nobody);
  const set = useCallback(
    (which: readonly string[], on: boolean) =>
      setIds((before) => {
        const next = new Set(before);
        for (const id of which) next[on ? 'add' : 'delete'](id);
        return next;
      }),
    [],
  );
  const none = useCallback(() => setIds(nobody), []);
  return useMemo(() => ({ ids, set, none }), [ids, set, none]);
}
