import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Strip } from '@/components/strip';
import { Button } from '@/components/ui/button';
import { type KeptRecord, recordQuery, useChangeRecord } from '@/lib/api/records';
import { type Marked, Refused } from '@/lib/http';
import type { RecordKind } from '@/lib/records-of';
import { toast } from '@/lib/toasts';
import { recordsWords } from '@/lib/words/records';
import { useDrafting } from './drafting';
import { RecordForm } from './record-form';

interface EditRecordProps {
  readonly kind: RecordKind;
  /** As it is now; it changes while others change it. */
  readonly read: Marked<KeptRecord>;
}

/** Nobody overwrites what they have not seen: who was slower goes on from what the other one made. */
export function EditRecord({ kind, read }: EditRecordProps) {
  const drafting = useDrafting(kind, read.body);
  const change = useChangeRecord(kind);
  const [base, setBase] = useState(read);
  const queries = useQueryClient();
  const { id, version } = read.body;
  // Whoever has written nothing simply sees the new state; what was undone while it is saved is written.
  if (!change.isPending && version !== base.body.version && !drafting.isChanged) {
    setBase(read);
    drafting.settle(read.body, drafting.written);
  }
  const send = () => {
    if (change.isPending || !drafting.isChanged) return;
    const sent = drafting.written;
    change.mutate(
      { id, fields: drafting.fields, etag: base.etag },
      {
        onSuccess: (kept) => {
          setBase(kept);
          drafting.settle(kept.body, sent);
          toast({ tone: 'done', says: recordsWords.form.saved });
        },
      },
    );
  };
  const goOn = async () => {
    const theirs = await queries.fetchQuery(recordQuery(kind, id));
    drafting.rebase(theirs.body);
    setBase(theirs);
    change.reset();
  };
  const wasQuicker =
    (change.error instanceof Refused && change.error.status === 412) ||
    // One's own change is known to the page before it is done here.
    (!change.isPending && version !== base.body.version);
  return (
    <>
      {wasQuicker && (
        <Strip
          state="warning"
          title={recordsWords.form.quicker}
          action={
            <Button size="small" onClick={() => void goOn()}>
              {recordsWords.form.look}
            </Button>
          }
        >
          {recordsWords.form.quickerHint}
        </Strip>
      )}
      <RecordForm
        kind={kind}
        record={read.body}
        drafting={drafting}
        error={wasQuicker ? null : change.error}
        onSend={send}
      >
        <Button
          type="submit"
          look="primary"
          busy={change.isPending}
          off={drafting.isChanged ? undefined : recordsWords.form.nothingToSave}
        >
          {change.isPending ? recordsWords.form.saving : recordsWords.form.save}
        </Button>
        {drafting.isChanged && (
          <span className="text-xs text-ink-3">{recordsWords.form.unsaved}</span>
        )}
      </RecordForm>
    </>
  );
}
