import { Cell, Row, RowLink, Table } from '@/components/ui/table';
import { type KeptRecord, nameOf } from '@/lib/api/records';
import type { RecordKind } from '@/lib/records-of';
import { recordsWords } from '@/lib/words/records';
import { columnsOf, type RecordColumn } from './columns';
import { CompleteButton } from './complete-button';

interface RecordsTableProps {
  readonly kind: RecordKind;
  readonly records: readonly KeptRecord[];
  readonly mayChange: boolean;
}

/** Records as rows, led by what people call them. */
export function RecordsTable({ kind, records, mayChange }: RecordsTableProps) {
  const columns = columnsOf[kind]();
  const acts = kind === 'tasks' && mayChange;
  return (
    <Table
      label={recordsWords.kinds[kind]}
      columns={[
        {
          name:
            kind === 'activities'
              ? recordsWords.fields.text
              : recordsWords.fields[kind === 'tasks' ? 'title' : 'name'],
        },
        ...columns,
        ...(acts
          ? [
              {
                name: <span className="sr-only">{recordsWords.task.complete}</span>,
                width: 'w-36',
                right: true,
              },
            ]
          : []),
      ]}
    >
      {records.map((record) => (
        <RecordRow key={record.id} kind={kind} record={record} columns={columns} acts={acts} />
      ))}
    </Table>
  );
}

interface RecordRowProps {
  readonly kind: RecordKind;
  readonly record: KeptRecord;
  readonly columns: readonly RecordColumn[];
  readonly acts: boolean;
}

const RecordRow = ({ kind, record, columns, acts }: RecordRowProps) => (
  <Row>
    <Cell small="first line">
      <RowLink to="/records/$kind/$id" params={{ kind, id: record.id }} title={nameOf(record)}>
        {nameOf(record)}
      </RowLink>
    </Cell>
    {columns.map(({ field, shows, right = false, from = 'always', small }) => (
      <Cell
        key={field}
        quiet={field !== 'amount'}
        right={right}
        from={from}
        {...(small && { small })}
      >
        {shows(record)}
      </Cell>
    ))}
    {acts && (
      <Cell right small="end of second line">
        <CompleteButton task={record} size="small" />
      </Cell>
    )}
  </Row>
);
