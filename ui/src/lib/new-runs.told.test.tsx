import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { aRun } from '@/testing/fake-house';
import { shown } from '@/testing/shown-run';
import { runListQuery } from './api/run-list';
import { useNewRuns } from './new-runs';
import { rowsOf } from './paged';

interface Asked {
  readonly path: string;
  readonly answer: (ids: readonly string[], next?: string) => void;
}

const pageOf = (ids: readonly string[], next: string | null) =>
  Response.json({ items: ids.map((id) => shown(aRun({ id }))), next });

/**
 * A list of runs whose answers come when the test says so.
 *
 * @param list where somebody may read in it
 */
function aList(list: HTMLElement | null = null) {
  const self = { current: list };
  const asked: Asked[] = [];
  let line: ReadableStreamDefaultController<Uint8Array> | undefined;
  vi.stubGlobal('fetch', (path: string) => {
    if (path.includes('/stream'))
      return Promise.resolve(
        new Response(new ReadableStream<Uint8Array>({ start: (it) => void (line = it) })),
      );
    return new Promise<Response>((resolve) =>
      asked.push({ path, answer: (ids, next) => resolve(pageOf(ids, next ?? null)) }),
    );
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { result } = renderHook(
    () => {
      useNewRuns({}, self);
      return useInfiniteQuery(runListQuery({}));
    },
    {
      wrapper: ({ children }: { readonly children: ReactNode }) => (
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      ),
    },
  );
  return {
    asked,
    ids: () => rowsOf(result.current.data).map(({ id }) => id),
    older: () => act(async () => void result.current.fetchNextPage()),
    tell: () => act(async () => line?.enqueue(new TextEncoder().encode('id: 1\ndata: {}\n\n'))),
    nth: async (which: number) => {
      await waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(which));
      const found = asked[which - 1];
      if (!found) throw new Error(`no request ${which}`);
      return found;
    },
  };
}

const passes = (milliseconds: number) =>
  act(() => new Promise((go) => setTimeout(go, milliseconds)));

test('what is told before the list has come is looked for when it has', async () => {
  const { nth, tell, ids } = aList();
  const list = await nth(1);
  await passes(50);
  await tell();
  await passes(1_300);
  list.answer(['r1']);
  (await nth(2)).answer(['r2', 'r1']);
  await waitFor(() => expect(ids()).toEqual(['r2', 'r1']));
});

test('what is told while the list is read is looked for once more', async () => {
  const { nth, tell, ids } = aList();
  (await nth(1)).answer(['r1']);
  const read = await nth(2);
  await tell();
  await passes(1_300);
  read.answer(['r1']);
  (await nth(3)).answer(['r2', 'r1']);
  await waitFor(() => expect(ids()).toEqual(['r2', 'r1']));
});

test('older runs that are on their way do not lie over what is new', async () => {
  const { nth, tell, ids, older, asked } = aList();
  (await nth(1)).answer(['r5'], 'r5');
  (await nth(2)).answer(['r5'], 'r5');
  await passes(1_300);
  await older();
  const page = await nth(3);
  expect(page.path).toContain('before=r5');
  await tell();
  await passes(50);
  // Where the newest were asked for beside them, they come first.
  asked[3]?.answer(['r6', 'r5'], 'r5');
  await passes(50);
  page.answer(['r4']);
  const newest = await nth(4);
  newest.answer(['r6', 'r5'], 'r5');
  await passes(50);
  expect(ids()).toEqual(['r6', 'r5', 'r4']);
});

/** So many runs, the newest first; their ids rise with their time. */
const runsFrom = (newest: number, many: number) =>
  Array.from({ length: many }, (_, at) => `run-${String(newest - at).padStart(4, '0')}`);

async function grown(list: HTMLElement | null) {
  const { asked, nth, tell, ids } = aList(list);
  (await nth(1)).answer(runsFrom(299, 300), 'run-0000');
  await waitFor(() => expect(ids()).toHaveLength(300));
  await tell();
  await waitFor(() => {
    for (const newest of asked.slice(1)) newest.answer(runsFrom(309, 50), 'run-0260');
    expect(ids()[0]).toBe('run-0309');
  });
  return ids();
}

test('a list that nobody reads in gives way at its foot when it has grown long', async () => {
  expect(await grown(null)).toEqual(runsFrom(309, 300));
});

test('a list that somebody reads in loses nothing', async () => {
  const list = document.createElement('div');
  list.tabIndex = 0;
  document.body.append(list);
  list.focus();
  expect(await grown(list)).toEqual(runsFrom(309, 310));
});
