import { useEffect, useState } from 'react';

/** A function that keeps its identity, and does what it was last drawn with. */
export function useLatest<Given>(does: (given: Given) => void): (given: Given) => void {
  const [held] = useState(() => {
    let latest = does;
    return {
      hold: (next: (given: Given) => void) => {
        latest = next;
      },
      call: (given: Given) => latest(given),
    };
  });
  useEffect(() => held.hold(does));
  return held.call;
}
