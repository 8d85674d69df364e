import { infiniteQueryOptions, type InfiniteData } from '@tanstack/react-query';
import { at, call } from './http';

/** How every list of the API answers: newest first, `next` leads on, null ends it. */
export interface PageOf<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

interface Paged {
  readonly key: readonly unknown[];
  readonly path: string;
  readonly asked?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly limit?: number;
  /** Milliseconds between two looks while only the first page is open; older pages do not change. */
  readonly follows?: number;
}

/** A list that is read page by page, as far as the person wants to see. */
export const pagedQuery = <Row, Page extends PageOf<Row> = PageOf<Row>>(list: Paged) =>
  infiniteQueryOptions({
    queryKey: [...list.key, list.asked ?? {}],
    queryFn: ({ pageParam, signal }): Promise<Page> =>
      call<Page>(at(list.path, { ...list.asked, limit: list.limit ?? 50, before: pageParam }), {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next,
    refetchInterval: ({ state }) =>
      (state.data?.pages.length ?? 0) > 1 ? false : (list.follows ?? false),
  });

export const rowsOf = <Row>(data: InfiniteData<PageOf<Row>> | undefined): readonly Row[] =>
  data?.pages.flatMap((page) => page.items) ?? [];

/** A list that is kept open grows at its head: where nobody reads in it, it becomes no longer than this. */
export const longest = 300;

/** What gives way at its foot is read again when somebody asks for older rows. */
export function shortened<Row, Page extends PageOf<Row>>(
  data: InfiniteData<Page>,
  cursorOf: (row: Row) => string,
): InfiniteData<Page> {
  const [first] = data.pages;
  const items = rowsOf<Row>(data).slice(0, longest);
  const last = items.at(-1);
  return first === undefined || last === undefined || rowsOf<Row>(data).length === items.length
    ? data
    : { pages: [{ ...first, items, next: cursorOf(last) }], pageParams: [''] };
}

/** Many pages one after the other, and whether there are others still. */
export interface Several<Row> {
  readonly items: readonly Row[];
  readonly more: boolean;
}

/** Reads on until the list ends, or so many pages are read. */
export async function pagesOf<Row>(
  read: (before: string) => Promise<PageOf<Row>>,
  most: number,
  before = '',
): Promise<Several<Row>> {
  const { items, next } = await read(before);
  if (next === null || most <= 1) return { items, more: next !== null };
  const rest = await pagesOf(read, most - 1, next);
  return { items: [...items, ...rest.items], more: rest.more };
}
