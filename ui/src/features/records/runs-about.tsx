import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Failure } from '@/components/failure';
import { RunList } from '@/components/run-list';
import { SectionHead } from '@/components/section-head';
import { runsOfQuery } from '@/lib/api/runs';
import { recordsWords } from '@/lib/words/records';

const every = 3_000;

/** What a change of the record started: it begins and ends while one looks at it. */
export function RunsAbout({ subject }: { readonly subject: string }) {
  const asked = runsOfQuery({ subject });
  const { data, error, refetch } = useQuery({ ...asked, refetchInterval: every });
  return (
    <section aria-labelledby="runs-about">
      <SectionHead id="runs-about" title={recordsWords.page.runs}>
        <Link to="/runs" search={{ subject }} className="link text-xs text-ink-2">
          {recordsWords.page.allRuns}
        </Link>
      </SectionHead>
      {data && data.items.length > 0 && <RunList runs={data.items.slice(0, 6)} />}
      {data?.items.length === 0 && (
        <p className="p-3 text-ink-3 two:px-4">{recordsWords.page.noRuns}</p>
      )}
      {!data && error && (
        <Failure
          error={error}
          title={recordsWords.page.runsFailed}
          onRetry={() => void refetch()}
        />
      )}
    </section>
  );
}
