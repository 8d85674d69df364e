import { useLayoutEffect, useState } from 'react';

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
  // With the drawing itself: what is pressed right after it means what is seen.
  useLayoutEffect(() => held.hold(does));
  return held.call;
}
