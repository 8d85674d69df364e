import { words } from '@/lib/words';
import { Button } from './button';

interface MoreProps {
  readonly hasMore: boolean;
  readonly busy: boolean;
  readonly onMore: () => void;
  /** What stands where there is no more; "These are all runs there are." */
  readonly end?: string;
  readonly says?: string;
}

/** The foot of a list that is read page by page: nobody can know how many pages there are. */
export const More = ({ hasMore, busy, onMore, end, says }: MoreProps) => (
  <div className="p-3 two:px-4">
    {hasMore ? (
      <Button onClick={onMore} busy={busy}>
        {busy ? words.list.loadingMore : (says ?? words.list.more)}
      </Button>
    ) : (
      <span className="text-xs text-ink-3">{end ?? words.list.end}</span>
    )}
  </div>
);
