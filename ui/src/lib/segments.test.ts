import { expect, test } from 'vitest';
import { folded, sentenceOf } from './segments';

test('the strip is a sentence for those who do not see it', () => {
  expect(
    sentenceOf([
      { kind: 'worked', span: 3_000 },
      { kind: 'person', span: 4_020_000, whom: 'Tomas' },
      { kind: 'worked', span: 1_000 },
      { kind: 'unknown', span: 2_640_000 },
      { kind: 'ahead', span: 1 },
    ]),
  ).toBe(
    'The run as a line: worked 4 s, waited 1 h 7 min for Tomas, unknown for 44 min, the rest lies ahead.',
  );
});

test('a run that has not begun says so', () => {
  expect(sentenceOf([])).toBe('The run as a line: nothing has happened yet.');
});

test('a wait that would leave no room for work is folded, however long it is', () => {
  const pieces = folded([
    { kind: 'worked', span: 1_000 },
    { kind: 'time', span: 86_400_000 },
    { kind: 'worked', span: 1_000 },
  ]);
  expect(pieces.map(({ kind }) => kind)).toEqual(['worked', 'time', 'fold', 'time', 'worked']);
  const widths = pieces.map((piece) => ('width' in piece ? piece.width : 0));
  expect((widths[1] ?? 0) + (widths[3] ?? 0)).toBe(2_000);
});

test('a short wait and a run that only waits are drawn as they are', () => {
  expect(
    folded([
      { kind: 'worked', span: 10 },
      { kind: 'time', span: 5 },
    ]),
  ).toHaveLength(2);
  expect(folded([{ kind: 'time', span: 86_400_000 }])).toHaveLength(1);
});
