import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { longest, type PageOf, pagedQuery, rowsOf, shortened } from './paged';

const pages: Record<string, PageOf<number>> = {
  '': { items: [3, 2], next: 'a/b' },
  'a/b': { items: [1], next: null },
};

function house() {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    const before = new URL(path, 'http://x').searchParams.get('before') ?? '';
    return Promise.resolve(Response.json(pages[before]));
  });
  return asked;
}

test('a list is read on from its last page, with what was asked for', async () => {
  const asked = house();
  const query = pagedQuery<number>({
    key: ['n'],
    path: '/v1/n',
    asked: { q: 'x', state: undefined },
  });
  const data = await new QueryClient().fetchInfiniteQuery({ ...query, pages: 2 });
  expect(rowsOf(data)).toEqual([3, 2, 1]);
  expect(asked).toEqual(['/v1/n?q=x&limit=50', '/v1/n?q=x&limit=50&before=a%2Fb']);
});

test('nothing read yet is no row', () => {
  expect(rowsOf(undefined)).toEqual([]);
});

const row = (id: number) => ({ id });
const down = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, at) => row(from - at));
const listOf = (...pages: readonly PageOf<{ id: number }>[]) => ({
  pages: [...pages],
  pageParams: pages.map((_, at) => `${at}`),
});
const short = (data: ReturnType<typeof listOf>) =>
  shortened<{ id: number }, PageOf<{ id: number }>>(data, ({ id }) => `${id}`);

test('a list that grew too long at its head gives way at its foot, where it is read on from', () => {
  const data = short(
    listOf({ items: down(longest + 70, 71), next: '71' }, { items: down(70, 1), next: null }),
  );
  expect(rowsOf(data)).toEqual(down(longest + 70, 71));
  expect(data.pages.at(-1)?.next).toBe('71');
  expect(data.pageParams).toEqual(['']);
});

test('a list that is not too long stays as it is', () => {
  const data = listOf({ items: down(longest, 1), next: null });
  expect(short(data)).toBe(data);
  const none = listOf();
  expect(short(none)).toBe(none);
});
