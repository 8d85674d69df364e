import { expect, test } from 'vitest';
import { joined, nothingWaits, waitingWith } from './waiting-rows';

const row = (position: number) => ({ id: `e${position}`, position });

test('what came joins at its place, once', () => {
  expect(joined([row(3), row(1)], [row(2), row(1)])).toEqual([row(3), row(2), row(1)]);
});

test('a list that learns nothing new stays the same list', () => {
  const known = [row(2), row(1)];
  expect(joined([row(1)], known)).toBe(known);
});

test('keeps two hundred and knows that there are more', () => {
  const waiting = waitingWith(
    nothingWaits,
    Array.from({ length: 201 }, (_, index) => row(index)),
  );
  expect(waiting.rows).toHaveLength(200);
  expect(waiting.rows[0]).toEqual(row(200));
  expect(waiting.more).toBe(true);
});
