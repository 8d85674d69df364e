import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { type PageOf, pagedQuery, rowsOf } from './paged';

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
