import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import type { Column } from '@/components/ui/table';
import { TimeText } from '@/components/ui/time-text';
import { type KeptRecord, textOf } from '@/lib/api/records';
import type { RecordKind } from '@/lib/records-of';
import { recordsWords } from '@/lib/words/records';
import { amountOf, DayText } from './record-text';
import { TaskState } from './task-state';

/** A column and what stands in it; the first column is the name, which every list has. */
export interface RecordColumn extends Column {
  readonly field: string;
  readonly small?: 'end of first line' | 'second line' | 'end of second line';
  readonly shows: (record: KeptRecord) => ReactNode;
}

const plain = (
  field: keyof typeof recordsWords.fields,
  more: Partial<RecordColumn> = {},
): RecordColumn => ({
  field,
  name: recordsWords.fields[field],
  shows: (record) => textOf(record, field),
  ...more,
});

const changed = (): RecordColumn => ({
  field: 'changedAt',
  name: recordsWords.changed,
  width: 'w-24',
  right: true,
  small: 'end of first line',
  shows: ({ changedAt }) => <TimeText at={changedAt} />,
});

const subject = (): RecordColumn =>
  plain('subject', {
    width: 'w-[22%]',
    from: 'medium',
    shows: (record) => <SubjectLink subject={textOf(record, 'subject')} />,
  });

export const columnsOf = {
  deals: () => [
    plain('company', { width: 'w-[18%]', from: 'medium', small: 'second line' }),
    plain('stage', {
      width: 'w-[120px]',
      small: 'end of second line',
      shows: (record) => textOf(record, 'stage') && <Chip>{textOf(record, 'stage')}</Chip>,
    }),
    plain('amount', { width: 'w-[124px]', right: true, shows: amountOf }),
    plain('closes_on', {
      width: 'w-[104px]',
      from: 'wide',
      shows: (record) => <DayText day={textOf(record, 'closes_on')} />,
    }),
    plain('owner', { width: 'w-[18%]', from: 'wide' }),
    changed(),
  ],
  contacts: () => [
    plain('email', { width: 'w-[28%]', small: 'second line' }),
    plain('company', { width: 'w-[20%]', from: 'medium' }),
    plain('owner', { width: 'w-[18%]', from: 'wide' }),
    changed(),
  ],
  companies: () => [
    plain('domain', { width: 'w-[24%]', small: 'second line' }),
    plain('country', { width: 'w-[100px]', from: 'medium' }),
    plain('owner', { width: 'w-[20%]', from: 'wide' }),
    changed(),
  ],
  tasks: () => [
    {
      field: 'state',
      name: recordsWords.fields.state,
      width: 'w-[136px]',
      small: 'end of first line',
      shows: (record: KeptRecord) => <TaskState task={record} />,
    },
    plain('due', {
      width: 'w-[112px]',
      small: 'second line',
      shows: (record) => textOf(record, 'due') && <TimeText at={textOf(record, 'due')} />,
    }),
    plain('assignee', { width: 'w-[20%]', from: 'medium' }),
    { ...subject(), from: 'wide', width: 'w-[16%]' },
  ],
  activities: () => [
    plain('kind', { width: 'w-[100px]', small: 'second line' }),
    subject(),
    plain('at', {
      width: 'w-28',
      right: true,
      small: 'end of first line',
      shows: (record) => textOf(record, 'at') && <TimeText at={textOf(record, 'at')} />,
    }),
  ],
} satisfies Readonly<Record<RecordKind, () => readonly RecordColumn[]>>;

const SubjectLink = ({ subject: of }: { readonly subject: string }) =>
  of === '' ? null : (
    <Link to="/events/about/$" params={{ _splat: of }} className="link relative z-1">
      {of}
    </Link>
  );
