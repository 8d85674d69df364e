import { type RefObject, useEffect, useState } from 'react';
import { twoFit } from './media';

export interface InSight {
  readonly from: number;
  /** Behind the last one. */
  readonly to: number;
}

/** So many rows at once: a scroll draws anew only when it has come that far. */
const stride = 10;

/** Before anything is measured, and where nothing has a height, as in tests: all of them. */
const everything: InSight = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** Which rows of one height are in sight of whatever scrolls them, and some more at either end. */
export function useRowsInSight(list: RefObject<HTMLElement | null>, height: number): InSight {
  const [sight, setSight] = useState(everything);
  useEffect(() => {
    const self = list.current;
    if (!self) return undefined;
    return watched(self, (pane) =>
      setSight((before) => {
        const now = sightOf(self, pane, height);
        return now.from === before.from && now.to === before.to ? before : now;
      }),
    );
  }, [list, height]);
  return sight;
}

type Look = (pane: HTMLElement) => void;

/** Where two panes fit, one of them scrolls, else the page: who turns a tablet goes from one to the other. */
function watched(list: HTMLElement, look: Look): () => void {
  let stop = watchedWithin(scrollerOf(list), look);
  const turned = () => {
    stop();
    stop = watchedWithin(scrollerOf(list), look);
  };
  const media = matchMedia(twoFit);
  media.addEventListener('change', turned);
  return () => {
    media.removeEventListener('change', turned);
    stop();
  };
}

function watchedWithin(pane: HTMLElement, look: Look): () => void {
  const lookAgain = () => look(pane);
  const size = new ResizeObserver(lookAgain);
  size.observe(pane);
  pane.addEventListener('scroll', lookAgain, { passive: true });
  return () => {
    size.disconnect();
    pane.removeEventListener('scroll', lookAgain);
  };
}

function scrollerOf(element: HTMLElement): HTMLElement {
  const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowY);
  if (scrolls || element.parentElement === null) return element;
  return scrollerOf(element.parentElement);
}

function sightOf(list: HTMLElement, pane: HTMLElement, height: number): InSight {
  if (pane.clientHeight === 0) return everything;
  const hidden = pane.getBoundingClientRect().top - list.getBoundingClientRect().top;
  const first = Math.floor(hidden / height / stride) - 1;
  const last = Math.ceil((hidden + pane.clientHeight) / height / stride) + 1;
  return { from: Math.max(0, first * stride), to: Math.max(0, last * stride) };
}
