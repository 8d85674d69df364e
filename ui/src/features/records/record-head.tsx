import { Trophy, X } from 'lucide-react';
import { ActorText } from '@/components/actor-text';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import { TimeText } from '@/components/ui/time-text';
import { type KeptRecord, nameOf, textOf, useChangeRecord } from '@/lib/api/records';
import type { Marked } from '@/lib/http';
import { type RecordKind, subjectOf } from '@/lib/records-of';
import { toast } from '@/lib/toasts';
import { recordsWords } from '@/lib/words/records';
import { CompleteButton } from './complete-button';
import { amountOf } from './record-text';
import { TaskState } from './task-state';

interface RecordHeadProps {
  readonly kind: RecordKind;
  readonly read: Marked<KeptRecord>;
  readonly mayChange: boolean;
}

/** What people call it, where it stands, and what is done with it most. */
export const RecordHead = ({ kind, read, mayChange }: RecordHeadProps) => (
  <header className="flex flex-none flex-wrap items-start gap-x-3 gap-y-2 border-b border-line px-3 py-3 two:px-4">
    <div className="min-w-0 flex-1 basis-72">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="min-w-0 text-xl wrap-anywhere">{nameOf(read.body)}</h1>
        {kind === 'tasks' && <TaskState task={read.body} />}
        {textOf(read.body, 'stage') && <Chip filled>{textOf(read.body, 'stage')}</Chip>}
        {kind === 'deals' && <span className="text-md text-ink-2">{amountOf(read.body)}</span>}
      </div>
      <About kind={kind} record={read.body} />
    </div>
    {mayChange && kind === 'deals' && <Outcome deal={read} />}
    {mayChange && kind === 'tasks' && <CompleteButton task={read.body} look="primary" />}
  </header>
);

const About = ({ kind, record }: { readonly kind: RecordKind; readonly record: KeptRecord }) => (
  <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-xs text-ink-3">
    <span className="flex items-center gap-1">
      <span className="mono">{subjectOf(kind, record.id)}</span>
      <CopyButton text={record.id} label={recordsWords.page.id} />
    </span>
    <span>
      {recordsWords.page.createdBy} <TimeText at={record.createdAt} />{' '}
      <ActorText actor={record.createdBy} />
    </span>
    <span>
      {recordsWords.page.changedAt} <TimeText at={record.changedAt} />
    </span>
  </p>
);

/** How a deal ends: the two stages that have an event of their own. */
function Outcome({ deal }: { readonly deal: Marked<KeptRecord> }) {
  const change = useChangeRecord('deals');
  const stage = textOf(deal.body, 'stage');
  const move = (to: string) =>
    change.mutate(
      { id: deal.body.id, fields: { stage: to }, etag: deal.etag },
      {
        onSuccess: () => toast({ tone: 'done', says: recordsWords.page.staged(to) }),
        onError: ({ message }) => toast({ tone: 'failed', says: message }),
      },
    );
  return (
    <div className="flex flex-wrap gap-2">
      {stage !== 'won' && (
        <Button busy={change.isPending} onClick={() => move('won')}>
          <Icon of={Trophy} size={14} />
          {recordsWords.page.won}
        </Button>
      )}
      {stage !== 'lost' && (
        <Button look="quiet" busy={change.isPending} onClick={() => move('lost')}>
          <Icon of={X} size={14} />
          {recordsWords.page.lost}
        </Button>
      )}
    </div>
  );
}
