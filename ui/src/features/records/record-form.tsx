import type { FormEvent, ReactNode } from 'react';
import { LeaveGuard } from '@/components/leave-guard';
import { Strip } from '@/components/strip';
import { type KeptRecord, textOf } from '@/lib/api/records';
import { Unreachable } from '@/lib/http';
import { recordFields } from '@/lib/record-fields';
import type { RecordKind } from '@/lib/records-of';
import { recordsWords } from '@/lib/words/records';
import { type Drafting, toldBy, untold } from './drafting';
import { FieldBox } from './field-box';

interface RecordFormProps {
  readonly kind: RecordKind;
  readonly record?: KeptRecord | undefined;
  readonly drafting: Drafting;
  readonly error: Error | null;
  readonly onSend: () => void;
  /** The buttons at its foot. */
  readonly children: ReactNode;
}

/** The fields of a record, with what is wrong at each of them. */
export function RecordForm({ kind, record, drafting, error, onSend, children }: RecordFormProps) {
  const told = toldBy(error);
  return (
    <>
      {/* Beside the form: what is confirmed there is not to be sent here. */}
      <LeaveGuard
        off={!drafting.isChanged}
        title={recordsWords.form.leaveTitle}
        about={recordsWords.form.leaveAbout}
        does={recordsWords.form.leaveDoes}
        onGiveUp={drafting.forget}
      />
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (drafting.tries()) onSend();
        }}
      >
        <Refusal kind={kind} error={error} />
        <div className="grid gap-3.5 p-3 two:grid-cols-2 two:p-4">
          {recordFields[kind].map((spec) => (
            <div key={spec.name} className={spec.half ? 'min-w-0' : 'min-w-0 two:col-span-full'}>
              <FieldBox
                spec={spec}
                value={drafting.written[spec.name] ?? ''}
                error={drafting.gaps[spec.name] ?? told[spec.name]}
                called={record ? textOf(record, spec.name.replace('_id', '')) : ''}
                onChange={(text) => drafting.change(spec.name, text)}
              />
            </div>
          ))}
          <div className="flex flex-wrap items-center gap-2 two:col-span-full">{children}</div>
        </div>
      </form>
    </>
  );
}

const Refusal = ({ kind, error }: { readonly kind: RecordKind; readonly error: Error | null }) => (
  <div role="alert" className="empty:hidden">
    {error instanceof Unreachable ? (
      <Strip state="away" title={recordsWords.form.lost} />
    ) : (
      error && (
        <Strip state="failed" title={recordsWords.form.refused}>
          {untold(kind, error).join(' ')}
        </Strip>
      )
    )}
  </div>
);
