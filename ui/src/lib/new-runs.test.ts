import { expect, test } from 'vitest';
import { aRun } from '@/testing/fake-house';
import { shown } from '@/testing/shown-run';
import { joined } from './new-runs';
import { rowsOf } from './paged';

const runs = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, n) => shown(aRun({ id: `r${from - n}` })));
const idsOf = (data: ReturnType<typeof joined>) => rowsOf(data).map(({ id }) => id);
const read = (...pages: ReturnType<typeof runs>[]) => ({
  pages: pages.map((items) => ({ items, next: items.at(-1)?.id ?? null })),
  pageParams: pages.map(() => ''),
});

test('what is new stands before what was read, and older pages stay', () => {
  const data = joined(read(runs(60, 50), runs(49, 40)), { items: runs(62, 52), next: 'r52' });
  expect(idsOf(data)).toEqual(runs(62, 40).map(({ id }) => id));
  expect(data.pages.at(-1)?.next).toBe('r40');
});

test('what the filter does not let through any more goes', () => {
  const items = runs(62, 52).filter(({ id }) => id !== 'r58');
  expect(idsOf(joined(read(runs(60, 50)), { items, next: 'r52' }))).not.toContain('r58');
});

test('where all there is fits one page, that page is the list', () => {
  const data = joined(read(runs(60, 50)), { items: runs(61, 58), next: null });
  expect(idsOf(data)).toEqual(['r61', 'r60', 'r59', 'r58']);
  expect(data.pages.at(-1)?.next).toBeNull();
});

test('where so much is new that a gap would be, the list begins anew', () => {
  const data = joined(read(runs(30, 20)), { items: runs(99, 50), next: 'r50' });
  expect(idsOf(data)).toEqual(runs(99, 50).map(({ id }) => id));
  expect(data.pages.at(-1)?.next).toBe('r50');
});
