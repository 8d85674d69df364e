import { renderHook } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { expect, test, vi } from 'vitest';
import { capsOf, moveFocus, shortcutOf, useKeys } from './keys';

test('a key is printed as it stands on the board', () => {
  expect(capsOf('Mod+K')).toEqual(['Ctrl', 'K']);
  expect(capsOf('Shift+H')).toEqual(['⇧', 'H']);
  expect(capsOf('Escape')).toEqual(['Esc']);
  expect(capsOf('+')).toEqual(['+']);
});

test('screen readers are told it in their own words', () => {
  expect(shortcutOf('Mod+Enter')).toBe('Control+Enter');
});

test('a walk along a list begins at what is shown', () => {
  document.body.innerHTML = `
    <a href="#1" data-row>1</a>
    <a href="#2" data-row aria-current="true">2</a>
    <a href="#3" data-row>3</a>`;
  moveFocus('[data-row]', 1);
  expect(document.activeElement).toHaveTextContent('3');
  moveFocus('[data-row]', -1);
  moveFocus('[data-row]', -1);
  expect(document.activeElement).toHaveTextContent('1');
});

const press = (key: string) => document.body.dispatchEvent(pressOf(key));
const pressOf = (key: string) => new KeyboardEvent('keydown', { key, bubbles: true });

test('keys work as soon as what they belong to is drawn, and no longer than that', () => {
  const does = vi.fn<() => void>();
  const keys = [{ keys: [['J']], says: 'next', does }] as const;
  const { unmount } = renderHook(() => {
    useKeys(keys);
    useLayoutEffect(() => void press('j'), []);
  });
  expect(does).toHaveBeenCalledTimes(1);
  unmount();
  press('j');
  expect(does).toHaveBeenCalledTimes(1);
});
