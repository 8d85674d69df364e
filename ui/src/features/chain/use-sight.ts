import { type RefObject, useEffect, useState } from 'react';

export interface Sight {
  readonly top: number;
  readonly bottom: number;
}

/** So many pixels at once: a scroll draws anew only when it has come that far. */
const stride = 400;

/** Before anything is measured, and where nothing has a height, as in tests: all of it. */
const everything: Sight = { top: 0, bottom: Number.MAX_SAFE_INTEGER };

/** What of a scrolled pane is in sight, in whole strides and one more at either end. */
function sightOf({ scrollTop, clientHeight }: HTMLElement): Sight {
  if (clientHeight === 0) return everything;
  return {
    top: (Math.floor(scrollTop / stride) - 1) * stride,
    bottom: (Math.ceil((scrollTop + clientHeight) / stride) + 1) * stride,
  };
}

export function useSight(pane: RefObject<HTMLElement | null>): Sight {
  const [sight, setSight] = useState(everything);
  useEffect(() => {
    const self = pane.current;
    if (!self) return undefined;
    const look = () =>
      setSight((before) => {
        const now = sightOf(self);
        return now.top === before.top && now.bottom === before.bottom ? before : now;
      });
    const size = new ResizeObserver(look);
    size.observe(self);
    self.addEventListener('scroll', look, { passive: true });
    return () => {
      size.disconnect();
      self.removeEventListener('scroll', look);
    };
  }, [pane]);
  return sight;
}
