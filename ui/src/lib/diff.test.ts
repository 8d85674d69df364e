import { expect, test } from 'vitest';
import { wordsChanged } from './diff';

const marked = (before: string, after: string) =>
  wordsChanged(before, after)
    .map(({ kind, text }) => ({ same: text, del: `[-${text}]`, add: `[+${text}]` })[kind])
    .join('');

test('marks the words that changed and leaves the rest', () => {
  expect(marked('costs €412.00 a month', 'costs €389.00 a month')).toBe(
    'costs €[-412.00][+389.00] a month',
  );
});

test('marks what was added and what was taken away', () => {
  expect(marked('Dear Lena,', 'Dear Lena Vogt,')).toBe('Dear Lena[+ Vogt],');
  expect(marked('a b c', 'a c')).toBe('a [-b ]c');
});

test('nothing is marked where nothing changed', () => {
  expect(wordsChanged('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
  expect(wordsChanged('', '')).toEqual([]);
});

test('what is joined again is the text before and the text after', () => {
  const [before, after] = ['one two three four', 'two three five, four six'];
  const parts = wordsChanged(before, after);
  const without = (kind: 'add' | 'del') =>
    parts
      .filter((part) => part.kind !== kind)
      .map(({ text }) => text)
      .join('');
  expect(without('add')).toBe(before);
  expect(without('del')).toBe(after);
});

test('texts that are too long to compare are shown as a whole', () => {
  const long = 'word '.repeat(1_500);
  expect(wordsChanged(long, `${long}end`).map(({ kind }) => kind)).toEqual(['del', 'add']);
});
