import { type KeyboardEvent, type RefObject, useEffect, useMemo } from 'react';
import type { Card, Layout } from '@/lib/chain/canvas';
import { card } from '@/lib/chain/layout';

type StepCard = Extract<Card, { kind: 'step' }>;

const stepsIn = (layout: Layout) => layout.cards.filter((it): it is StepCard => it.kind === 'step');

/** Up and down along the reading order, left to what is around, right to what is within. */
export function walk(
  event: KeyboardEvent,
  layout: Layout,
  chosen: string | undefined,
  onChoose: (step: string) => void,
): void {
  const steps = stepsIn(layout);
  const at = steps.findIndex(({ step }) => step.id === chosen);
  const here = steps[at];
  const to = {
    ArrowDown: steps[at + 1],
    ArrowUp: steps[Math.max(0, at - 1)],
    Home: steps[0],
    End: steps.at(-1),
    ArrowRight: steps.find(({ within }) => within !== undefined && within === here?.step.id),
    ArrowLeft: steps.find(({ step }) => step.id === here?.within),
  }[event.key];
  if (!to) return;
  event.preventDefault();
  onChoose(to.step.id);
}

/** A chain that is wider than its pane is seen at the middle of its first card, until somebody moves it. */
export function useTrunkInSight(pane: RefObject<HTMLDivElement | null>, { cards }: Layout): void {
  const [first] = cards;
  useEffect(() => {
    const self = pane.current;
    if (!self || !first) return undefined;
    let own = 0;
    const size = new ResizeObserver(() => {
      if (Math.abs(self.scrollLeft - own) > 1) return;
      self.scrollTo({ left: first.x + first.width / 2 - self.clientWidth / 2 });
      own = self.scrollLeft;
    });
    size.observe(self);
    return () => size.disconnect();
  }, [pane, first]);
}

/** The chosen card comes into sight, and takes the focus along when a card had it. */
export function useInSight(
  pane: RefObject<HTMLDivElement | null>,
  layout: Layout,
  chosen: string | undefined,
  zoom: number,
): void {
  const at = useMemo(
    () => stepsIn(layout).find(({ step }) => step.id === chosen),
    [layout, chosen],
  );
  useEffect(() => {
    if (pane.current && at) bringIntoSight(pane.current, at, zoom);
  }, [pane, at, zoom]);
}

function bringIntoSight(pane: HTMLElement, at: StepCard, zoom: number): void {
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = pane;
  const [top, bottom] = [at.y * zoom, (at.y + at.height) * zoom];
  const [left, right] = [at.x * zoom, (at.x + at.width) * zoom];
  const above = top < scrollTop + card.height;
  const below = bottom > scrollTop + clientHeight - card.height;
  const aside = left < scrollLeft || right > scrollLeft + clientWidth;
  pane.scrollTo({
    ...((above || below) && { top: top - clientHeight / 3 }),
    ...(aside && { left: left - 24 }),
  });
  if (pane.contains(document.activeElement))
    pane.querySelector<HTMLElement>('[aria-selected=true]')?.focus({ preventScroll: true });
}
