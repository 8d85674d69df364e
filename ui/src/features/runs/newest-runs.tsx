import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Activity } from 'lucide-react';
import { Button } from '@/components/button';
import { Failure } from '@/components/failure';
import { Icon } from '@/components/icon';
import { LoadingRows } from '@/components/loading-rows';
import { Say } from '@/components/say';
import { SectionHead } from '@/components/section-head';
import { newestRunsQuery } from '@/lib/api/runs';
import { words } from '@/lib/words';
import { useRunKeys } from './run-keys';
import { RunsTable } from './runs-table';

interface NewestRunsProps {
  readonly onSend: () => void;
}

export function NewestRuns({ onSend }: NewestRunsProps) {
  useRunKeys();
  return (
    <section aria-labelledby="newest-runs">
      <SectionHead id="newest-runs" title={words.runs.newest}>
        <Link to="/runs" className="link text-xs text-ink-2">
          {words.runs.all}
        </Link>
      </SectionHead>
      <List onSend={onSend} />
    </section>
  );
}

function List({ onSend }: NewestRunsProps) {
  const { data, error, refetch } = useQuery(newestRunsQuery);
  if (data && data.items.length > 0)
    return (
      <div className={error ? 'grayscale' : ''}>
        <RunsTable runs={data.items} label={words.runs.newest} />
      </div>
    );
  if (data) return <NoRun onSend={onSend} />;
  if (!error) return <LoadingRows />;
  return (
    <Failure
      error={error}
      title={words.runs.failed}
      hint={words.runs.failedHint}
      onRetry={() => void refetch()}
    />
  );
}

const NoRun = ({ onSend }: NewestRunsProps) => (
  <Say
    mark={<Icon of={Activity} size={20} />}
    title={words.runs.none}
    actions={<Button onClick={onSend}>{words.runs.send}</Button>}
  >
    {words.runs.noneHint}
  </Say>
);
