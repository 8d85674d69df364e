import { useInfiniteQuery } from '@tanstack/react-query';
import { Activity } from 'lucide-react';
import { Button } from '@/components/button';
import { Failure } from '@/components/failure';
import { Icon } from '@/components/icon';
import { LoadingRows } from '@/components/loading-rows';
import { Say } from '@/components/say';
import { allRunsQuery } from '@/lib/api/runs';
import { words } from '@/lib/words';
import { useRunKeys } from './run-keys';
import { RunsTable } from './runs-table';

export function AllRuns() {
  useRunKeys();
  const list = useInfiniteQuery(allRunsQuery);
  const runs = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (runs.length > 0)
    return (
      <>
        <RunsTable runs={runs} label={words.runs.title} />
        <Older
          more={list.hasNextPage}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      </>
    );
  if (list.data) return <NoRun />;
  if (!list.error) return <LoadingRows />;
  return (
    <Failure
      error={list.error}
      title={words.runs.failed}
      hint={words.runs.failedHint}
      onRetry={() => void list.refetch()}
    />
  );
}

const NoRun = () => (
  <Say mark={<Icon of={Activity} size={20} />} title={words.runs.none}>
    {words.runs.noneHintElsewhere}
  </Say>
);

interface OlderProps {
  readonly more: boolean;
  readonly busy: boolean;
  readonly onMore: () => void;
}

const Older = ({ more, busy, onMore }: OlderProps) => (
  <div className="p-3 two:px-4">
    {more ? (
      <Button onClick={onMore} busy={busy}>
        {busy ? words.runs.loadingOlder : words.runs.older}
      </Button>
    ) : (
      <span className="text-xs text-ink-3">{words.runs.noneOlder}</span>
    )}
  </div>
);
