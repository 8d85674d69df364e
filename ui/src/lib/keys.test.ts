import { expect, test } from 'vitest';
import { capsOf, shortcutOf } from './keys';

test('a key is printed as it stands on the board', () => {
  expect(capsOf('Mod+K')).toEqual(['Ctrl', 'K']);
  expect(capsOf('Shift+H')).toEqual(['⇧', 'H']);
  expect(capsOf('Escape')).toEqual(['Esc']);
  expect(capsOf('+')).toEqual(['+']);
});

test('screen readers are told it in their own words', () => {
  expect(shortcutOf('Mod+Enter')).toBe('Control+Enter');
});
