import { SearchField } from '@/components/ui/search-field';
import { Segments } from '@/components/ui/segments';
import { Select } from '@/components/ui/select';
import { stages } from '@/lib/record-fields';
import { recordsWords } from '@/lib/words/records';
import { whichTasks } from './asked';
import type { RecordsProps } from './records-page';

/** Words of a record for every kind, beside that what its kind is mostly asked for. */
export const RecordFilters = ({ kind, search, onSearch }: RecordsProps) => (
  <>
    {kind === 'tasks' && (
      <Segments
        label={recordsWords.filter.tasks}
        value={search.which ?? 'open'}
        onChange={(which) => onSearch({ ...search, which: which === 'open' ? undefined : which })}
        segments={whichTasks.map((value) => ({ value, name: recordsWords.filter[value] }))}
      />
    )}
    <SearchField
      label={recordsWords.find}
      value={search.q ?? ''}
      onSearch={(q) => onSearch({ ...search, q: q.trim() || undefined })}
    />
    {kind === 'deals' && (
      <div className="w-36">
        <Select
          label={recordsWords.filter.stage}
          bare
          value={search.stage ?? any}
          onChange={(stage) => onSearch({ ...search, stage: stage === any ? undefined : stage })}
          options={[
            { value: any, name: recordsWords.filter.anyStage },
            ...known(search.stage).map((stage) => ({ value: stage, name: stage })),
          ]}
        />
      </div>
    )}
  </>
);

const any = '*';

/** A house may have a stage of its own; whoever came here by its address sees it chosen. */
const known = (stage: string | undefined): readonly string[] =>
  stage === undefined || (stages as readonly string[]).includes(stage)
    ? stages
    : [...stages, stage];
