import { useEffect, useState } from 'react';

const moment = 6_000;

/** True for a moment after a loss: whoever saw the line break also sees that it is whole again. */
export function useHealed(lost: boolean): boolean {
  const [was, setWas] = useState(lost);
  const [healed, setHealed] = useState(false);
  if (was !== lost) {
    setWas(lost);
    setHealed(!lost);
  }
  useEffect(() => {
    if (!healed) return undefined;
    const timer = setTimeout(() => setHealed(false), moment);
    return () => clearTimeout(timer);
  }, [healed]);
  return healed;
}
