import { useState } from 'react';
import { words } from '@/lib/words';
import { Button } from './button';

/** What a list that is read page by page tells of its next page. */
export interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<Read>;
}

interface Read {
  readonly isFetchNextPageError: boolean;
  readonly error: Error | null;
}

interface MoreProps {
  readonly list: Pages;
  /** What stands where there is no more; "These are all runs there are." */
  readonly end?: string;
  readonly says?: string;
}

/** The foot of a list that is read page by page: nobody can know how many pages there are. */
export function More({ list, end, says }: MoreProps) {
  const { failed, read } = useReading(list);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 p-3 two:px-4">
      <p role="alert" className="min-w-0 wrap-anywhere text-ink-2 empty:hidden">
        {failed && `${words.list.moreFailed} ${failed.message}`}
      </p>
      {list.hasNextPage ? (
        <Button onClick={() => void read()} busy={list.isFetchingNextPage}>
          {labelOf(list, failed ? words.failure.again : says)}
        </Button>
      ) : (
        <span className="text-xs text-ink-3">{end ?? words.list.end}</span>
      )}
    </div>
  );
}

const labelOf = ({ isFetchingNextPage }: Pages, says: string | undefined) =>
  isFetchingNextPage ? words.list.loadingMore : (says ?? words.list.more);

/** Kept here: a list that is followed forgets what failed as soon as its first page is read again. */
function useReading({ fetchNextPage }: Pages) {
  const [failed, setFailed] = useState<Error | null>(null);
  const read = async () => {
    setFailed(null);
    const { isFetchNextPageError, error } = await fetchNextPage();
    setFailed(isFetchNextPageError ? error : null);
  };
  return { failed, read };
}
