import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Tag } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { NothingYet } from '@/components/empty';
import { Failure } from '@/components/failure';
import { LoadingRows } from '@/components/ui/loading-rows';
import { More } from '@/components/ui/more';
import type { Automation } from '@/lib/api/automations';
import { versionsQuery } from '@/lib/api/versions';
import { rowsOf } from '@/lib/paged';
import { sidesOf } from '@/lib/version-diff';
import { versionsWords } from '@/lib/words/versions';
import { DiffPane } from './diff-pane';
import { VersionsTable } from './versions-table';

export interface Sides {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface VersionsTabProps {
  readonly automation: Automation;
  readonly mayBuild: boolean;
  /** Which two are compared, as the address says it. */
  readonly sides: Sides;
  readonly onSides: (sides: Sides) => void;
  readonly onCloned: (id: string) => void;
}

/** What was published, newest first, and beside it what is different. */
export function VersionsTab({ automation, mayBuild, sides, onSides, onCloned }: VersionsTabProps) {
  const list = useVersions(automation);
  const versions = rowsOf(list.data);
  if (list.data && versions.length === 0)
    return (
      <NothingYet icon={Tag} title={versionsWords.none}>
        {versionsWords.noneHint}
      </NothingYet>
    );
  if (!list.data && !list.error) return <LoadingRows />;
  if (!list.data)
    return (
      <Failure
        error={list.error}
        title={versionsWords.failed}
        onRetry={() => void list.refetch()}
      />
    );
  const numbers = versions.map(({ number }) => number);
  const compared = sidesOf(sides, numbers, automation.number, automation.unpublishedChanges);
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)] content-start three:grid-cols-[minmax(0,1fr)_minmax(0,46%)] three:content-stretch">
      <div>
        <VersionsTable
          automation={automation}
          versions={versions}
          shown={compared?.to}
          mayBuild={mayBuild}
          onSides={onSides}
          onCloned={onCloned}
        />
        <More list={list} says={versionsWords.older} end={versionsWords.noneOlder} />
      </div>
      <div className="border-line max-three:border-t three:border-l">
        <DiffPane automation={automation} numbers={numbers} compared={compared} onSides={onSides} />
      </div>
    </div>
  );
}

/** Read again, as far as it is open, when another version is in force; until it has come, it stands. */
function useVersions({ id, version }: Automation) {
  const queries = useQueryClient();
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    void queries.invalidateQueries({ queryKey: versionsQuery(id).queryKey });
  }, [queries, id, version]);
  return useInfiniteQuery(versionsQuery(id));
}
