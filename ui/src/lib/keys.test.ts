import { expect, test } from 'vitest';
import { capsOf, moveFocus, shortcutOf } from './keys';

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
