import { Link, useNavigate } from '@tanstack/react-router';
import { useLayoutEffect, useRef } from 'react';
import { Button, buttonStyle } from '@/components/ui/button';
import { type Fields, useCreateRecord } from '@/lib/api/records';
import { changedFields, missingFields } from '@/lib/record-fields';
import type { RecordKind } from '@/lib/records-of';
import { recordsWords } from '@/lib/words/records';
import { useDrafting } from './drafting';
import { RecordForm } from './record-form';

/** With an id from the start: sending it twice makes one record. */
export function NewRecord({ kind }: { readonly kind: RecordKind }) {
  const navigate = useNavigate();
  const drafting = useDrafting(kind, undefined);
  const create = useCreateRecord(kind);
  const sent = useRef<Fields>({});
  const latest = useRef(drafting.written);
  useLayoutEffect(() => {
    latest.current = drafting.written;
  });
  const send = () => {
    if (create.isPending) return;
    const { id, fields, written, forget } = drafting;
    // Any of them may be what was kept.
    sent.current = { ...sent.current, ...fields };
    create.mutate(
      {
        record: { id, ...fields },
        missing: (kept) => missingFields(kind, kept, written, sent.current),
      },
      {
        onSuccess: (made) => {
          // What was written is kept: nobody is asked, but for what was written since.
          const isKept = Object.keys(changedFields(kind, written, latest.current)).length === 0;
          if (isKept) forget();
          void navigate({
            to: '/records/$kind/$id',
            params: { kind, id: made.id },
            replace: true,
            ignoreBlocker: isKept,
          });
        },
      },
    );
  };
  return (
    <div className="max-w-[720px]">
      <RecordForm kind={kind} drafting={drafting} error={create.error} onSend={send}>
        <Button type="submit" look="primary" busy={create.isPending}>
          {labelOf(kind, create.isPending)}
        </Button>
        <Link to="/records/$kind" params={{ kind }} className={buttonStyle({ look: 'quiet' })}>
          {recordsWords.form.cancel}
        </Link>
      </RecordForm>
    </div>
  );
}

function labelOf(kind: RecordKind, busy: boolean): string {
  if (busy) return recordsWords.form.creating;
  return kind === 'activities' ? recordsWords.form.log : recordsWords.form.create;
}
