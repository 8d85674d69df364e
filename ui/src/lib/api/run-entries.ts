import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { at, call } from '@/lib/http';
import { type PageOf, pagesOf } from '@/lib/paged';
import type { Entry } from './journal';

const perPage = 200;

/**
 * What the journal holds about a run, and what the run wrote about other things: the newest pages of
 * both. Asked again when the run has come further, which `mark` says.
 */
export const runEntriesQuery = (run: string, mark: string, pages: number) =>
  queryOptions({
    queryKey: ['run', run, 'entries', mark, pages],
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const read = (asked: Readonly<Record<string, string>>) =>
        pagesOf(
          (before) =>
            call<PageOf<Entry>>(at('/v1/events', { ...asked, limit: perPage, before }), { signal }),
          pages,
        );
      const [about, caused] = await Promise.all([read({ subject: `run/${run}` }), read({ run })]);
      return { about, caused };
    },
  });
