import { useEffect, useState } from 'react';

/** A value that changes at most once in so many milliseconds; the last one always arrives. */
export function useUnhurried<Value>(value: Value, every: number): Value {
  const [held, setHeld] = useState({ value, at: 0 });
  useEffect(() => {
    if (held.value === value) return undefined;
    const wait = Math.max(0, held.at + every - Date.now());
    const timer = setTimeout(() => setHeld({ value, at: Date.now() }), wait);
    return () => clearTimeout(timer);
  }, [value, every, held]);
  return held.value;
}
