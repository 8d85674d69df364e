import { useSuspenseQuery } from '@tanstack/react-query';
import { Fact, Facts } from '@/components/facts';
import { SectionHead } from '@/components/section-head';
import { JsonTree } from '@/components/ui/json-tree';
import { useMe } from '@/lib/api/me';
import { fieldsOf, type KeptRecord, recordQuery, textOf } from '@/lib/api/records';
import { recordFields } from '@/lib/record-fields';
import { type RecordKind, subjectOf } from '@/lib/records-of';
import { recordsWords } from '@/lib/words/records';
import { labelOf } from './drafting';
import { EditRecord } from './edit-record';
import { History } from './history';
import { RecordHead } from './record-head';
import { RunsAbout } from './runs-about';
import { useReadAgain } from './read-again';

interface RecordPageProps {
  readonly kind: RecordKind;
  readonly id: string;
}

/** One record: its fields at the left; what happened to it and what that started at the right, live. */
export function RecordPage({ kind, id }: RecordPageProps) {
  const { data: read } = useSuspenseQuery(recordQuery(kind, id));
  const isViewer = useMe().role === 'viewer';
  const mayChange = !isViewer && kind !== 'activities';
  const subject = subjectOf(kind, id);
  const readAgain = useReadAgain(kind, id);
  return (
    <>
      <RecordHead kind={kind} read={read} mayChange={mayChange} />
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start three:grid-cols-[minmax(0,1fr)_minmax(0,440px)] three:content-stretch">
        <section aria-labelledby="fields" className="min-w-0">
          <SectionHead id="fields" title={recordsWords.page.details} />
          {mayChange ? (
            <EditRecord key={id} kind={kind} read={read} />
          ) : (
            <ReadOnly
              kind={kind}
              record={read.body}
              why={isViewer ? recordsWords.page.readOnly : recordsWords.page.logged}
            />
          )}
          <Others kind={kind} record={read.body} />
        </section>
        <div className="min-w-0 border-line max-three:border-t three:border-l">
          <RunsAbout subject={subject} />
          <History key={subject} subject={subject} onHear={readAgain} />
        </div>
      </div>
    </>
  );
}

interface ReadOnlyProps {
  readonly kind: RecordKind;
  readonly record: KeptRecord;
  readonly why: string;
}

const ReadOnly = ({ kind, record, why }: ReadOnlyProps) => (
  <div className="grid gap-3 p-3 two:p-4">
    <Facts>
      {recordFields[kind].map(({ name }) => (
        <Fact key={name} name={labelOf(name)}>
          <span className="whitespace-pre-wrap">
            {textOf(record, name.replace('_id', '')) || textOf(record, name)}
          </span>
        </Fact>
      ))}
    </Facts>
    <p className="text-xs text-ink-3">{why}</p>
  </div>
);

/** A house may keep fields of its own beside ours. */
function Others({ kind, record }: { readonly kind: RecordKind; readonly record: KeptRecord }) {
  const known = new Set(
    recordFields[kind].flatMap(({ name }) => [name, name.replace('_id', ''), 'state']),
  );
  const others = Object.entries(fieldsOf(record)).filter(([name]) => !known.has(name));
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="others" className="border-t border-line">
      <SectionHead id="others" title={recordsWords.page.others} />
      <div className="p-3 two:p-4">
        <JsonTree value={Object.fromEntries(others)} />
      </div>
    </section>
  );
}
