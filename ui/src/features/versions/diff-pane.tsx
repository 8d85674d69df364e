import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '@/components/failure';
import { SectionHead } from '@/components/section-head';
import { FieldDiff, TextDiff } from '@/components/ui/diff';
import { LoadingRows } from '@/components/ui/loading-rows';
import { Segments } from '@/components/ui/segments';
import { Select } from '@/components/ui/select';
import { type Automation, automationQuery } from '@/lib/api/automations';
import { type Difference, diffQuery, versionQuery } from '@/lib/api/versions';
import { changesOf } from '@/lib/version-diff';
import { versionsWords } from '@/lib/words/versions';
import { calledOf } from './versions-table';
import type { Sides } from './versions-tab';

type Compared = { readonly from: string; readonly to: string };

interface DiffPaneProps {
  readonly automation: Automation;
  readonly numbers: readonly number[];
  readonly compared: Compared | undefined;
  readonly onSides: (sides: Sides) => void;
}

const looks = ['words', 'beside', 'text'] as const;

/** Two versions, or one and the draft: what runs of the one do otherwise than those of the other. */
export function DiffPane({ automation, numbers, compared, onSides }: DiffPaneProps) {
  const [look, setLook] = useState<(typeof looks)[number]>('words');
  return (
    <section aria-labelledby="versions-diff">
      <SectionHead id="versions-diff" title={versionsWords.diff}>
        <Segments
          label={versionsWords.look}
          size="small"
          value={look}
          onChange={setLook}
          segments={looks.map((value) => ({ value, name: versionsWords.looks[value] }))}
        />
      </SectionHead>
      {compared ? (
        <>
          <SidesChoice
            numbers={numbers}
            draft={automation.unpublishedChanges}
            compared={compared}
            onSides={onSides}
          />
          {look === 'text' ? (
            <Texts id={automation.id} compared={compared} />
          ) : (
            <Differences id={automation.id} compared={compared} beside={look === 'beside'} />
          )}
        </>
      ) : (
        <p className="p-4 text-ink-3">{versionsWords.first}</p>
      )}
    </section>
  );
}

interface SidesChoiceProps extends Pick<DiffPaneProps, 'numbers' | 'onSides'> {
  readonly draft: boolean;
  readonly compared: Compared;
}

function SidesChoice({ numbers, draft, compared, onSides }: SidesChoiceProps) {
  const options = [...(draft ? ['draft'] : []), ...numbers.map(String)].map((value) => ({
    value,
    name: calledOf(value),
  }));
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2 two:px-4">
      <span className="w-28">
        <Select
          label={versionsWords.from}
          bare
          options={options}
          value={compared.from}
          onChange={(from) => onSides({ ...compared, from })}
        />
      </span>
      <span className="text-ink-3">{versionsWords.to}</span>
      <span className="w-28">
        <Select
          label={versionsWords.to}
          bare
          options={options}
          value={compared.to}
          onChange={(to) => onSides({ ...compared, to })}
        />
      </span>
    </div>
  );
}

interface ComparedProps {
  readonly id: string;
  readonly compared: Compared;
}

function Differences({ id, compared, beside }: ComparedProps & { readonly beside: boolean }) {
  const { data, error, refetch } = useQuery(diffQuery(id, compared.from, compared.to));
  if (error)
    return (
      <Failure error={error} title={versionsWords.diffFailed} onRetry={() => void refetch()} />
    );
  if (!data) return <LoadingRows />;
  if (data.same) return <p className="p-4 text-ink-3">{versionsWords.same}</p>;
  return (
    <div className="p-3 two:p-4">
      {beside ? (
        <FieldDiff label={versionsWords.diff} changes={changesOf(data.changes)} />
      ) : (
        <InWords changes={data.changes} />
      )}
    </div>
  );
}

const marks = {
  added: 'border-st-finished-fill',
  removed: 'border-st-failed-fill',
  moved: 'border-control',
  changed: 'border-st-paused-fill',
} satisfies Record<Difference['kind'], string>;

const InWords = ({ changes }: { readonly changes: readonly Difference[] }) => (
  <>
    <p className="mb-2 text-ink-3">{versionsWords.count(changes.length)}</p>
    <ul className="grid gap-1.5">
      {changes.map(({ kind, path, words }) => (
        <li key={`${kind} ${path}`} className={`border-l-2 pl-2.5 wrap-anywhere ${marks[kind]}`}>
          {words}
        </li>
      ))}
    </ul>
  </>
);

/** As their authors wrote them, comments and all. */
function Texts({ id, compared }: ComparedProps) {
  const from = useText(id, compared.from);
  const to = useText(id, compared.to);
  const error = from.error ?? to.error;
  if (error)
    return (
      <Failure error={error} title={versionsWords.diffFailed} onRetry={() => location.reload()} />
    );
  if (from.text === undefined || to.text === undefined) return <LoadingRows />;
  return (
    <div className="mono p-3 two:p-4">
      <TextDiff before={from.text} after={to.text} />
    </div>
  );
}

function useText(id: string, of: string) {
  const draft = useQuery({ ...automationQuery(id), enabled: of === 'draft' });
  const version = useQuery({ ...versionQuery(id, of), enabled: of !== 'draft' });
  return of === 'draft'
    ? { text: draft.data?.body.source.text, error: draft.error }
    : { text: version.data?.source.text, error: version.error };
}
