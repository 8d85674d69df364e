import { act, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useRowsInSight } from './rows-in-sight';

/** Looks once, as browsers do when they begin to watch. */
class Looks {
  readonly disconnect = () => undefined;
  readonly #look: () => void;

  constructor(look: () => void) {
    this.#look = look;
  }

  observe(): void {
    this.#look();
  }
}

function paneOf(height: number): HTMLElement {
  const pane = document.createElement('div');
  Object.defineProperty(pane, 'clientHeight', { value: height });
  return pane;
}

test('goes by what scrolls now, also after a tablet was turned', () => {
  const turns = new Set<() => void>();
  vi.stubGlobal('ResizeObserver', Looks);
  vi.stubGlobal('matchMedia', () => ({
    addEventListener: (_: string, turn: () => void) => turns.add(turn),
    removeEventListener: (_: string, turn: () => void) => turns.delete(turn),
  }));
  const [page, pane, list] = [paneOf(4_000), paneOf(400), document.createElement('ul')];
  page.style.overflowY = 'auto';
  pane.style.overflowY = 'auto';
  page.append(pane);
  pane.append(list);
  document.body.append(page);
  const within = { current: list };
  const { result } = renderHook(() => useRowsInSight(within, 20));
  expect(result.current.to).toBe(30);
  pane.style.overflowY = 'visible';
  act(() => turns.forEach((turn) => turn()));
  expect(result.current.to).toBe(210);
  vi.unstubAllGlobals();
});
