import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useArrivals } from './arrivals';

const rows = (...ids: readonly string[]) => ids.map((id) => ({ id }));
const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id).join('');

function list(ids: string, held: boolean) {
  return renderHook(({ ids, held }) => useArrivals(rows(...ids), held), {
    initialProps: { ids, held },
  });
}

test('what comes shows at once and is tinted, while nobody holds the list', () => {
  const { result, rerender } = list('ba', false);
  rerender({ ids: 'cba', held: false });
  expect(idsOf(result.current.rows)).toBe('cba');
  expect(result.current.waiting).toBe(0);
  expect(result.current.rows.filter(result.current.isNew)).toEqual([{ id: 'c' }]);
});

test('what comes waits while the list is held, and comes when it is let go', () => {
  const { result, rerender } = list('ba', true);
  rerender({ ids: 'dcba', held: true });
  expect(idsOf(result.current.rows)).toBe('ba');
  expect(result.current.waiting).toBe(2);
  act(() => result.current.release());
  expect(idsOf(result.current.rows)).toBe('dcba');
  rerender({ ids: 'edcba', held: false });
  expect(idsOf(result.current.rows)).toBe('edcba');
});

test('older pages wait for nothing and are not new', () => {
  const { result, rerender } = list('ba', true);
  rerender({ ids: 'ba01', held: true });
  expect(idsOf(result.current.rows)).toBe('ba01');
  expect(result.current.rows.some(result.current.isNew)).toBe(false);
});

test('what comes is new also where all that was there at first has given way', () => {
  const { result, rerender } = list('ba', false);
  for (const ids of ['cba', 'dcb', 'edc', 'fed']) rerender({ ids, held: false });
  expect(idsOf(result.current.rows.filter(result.current.isNew))).toBe('fed');
});

test('the first row of an empty list is new', () => {
  const { result, rerender } = list('', false);
  rerender({ ids: 'a', held: false });
  expect(result.current.rows.filter(result.current.isNew)).toEqual([{ id: 'a' }]);
});
