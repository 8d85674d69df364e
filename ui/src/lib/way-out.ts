import { useEffect, useRef } from 'react';

/** True where nothing is lost by it, or the person wants it so. */
type Guard = () => Promise<boolean>;

const guards = new Set<Guard>();

/** Asked before the session is ended: what is to be saved needs one. */
export function useWayOut(guard: Guard, off: boolean): void {
  const latest = useRef(guard);
  useEffect(() => {
    latest.current = guard;
  });
  useEffect(() => {
    if (off) return undefined;
    const ask = () => latest.current();
    guards.add(ask);
    return () => void guards.delete(ask);
  }, [off]);
}

export async function mayGo(): Promise<boolean> {
  const answers = await Promise.all([...guards].map((guard) => guard()));
  return answers.every(Boolean);
}
