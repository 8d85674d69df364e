import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { at, call } from '@/lib/http';
import type { PageOf } from '@/lib/paged';
import type { Entry } from './journal';

/** More than these are looked for in the journal itself. */
const most = 200;

/**
 * What the journal holds about a run, and what the run wrote about other things. Asked again when
 * the run has come further, which `mark` says.
 */
export const runEntriesQuery = (run: string, mark: string) =>
  queryOptions({
    queryKey: ['run', run, 'entries', mark],
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const [about, caused] = await Promise.all(
        [{ subject: `run/${run}` }, { run }].map((asked) =>
          call<PageOf<Entry>>(at('/v1/events', { ...asked, limit: most }), { signal }),
        ),
      );
      return { about: about?.items ?? [], caused: caused?.items ?? [] };
    },
  });
