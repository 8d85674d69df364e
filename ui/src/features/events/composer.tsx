import { type FormEvent, useMemo, useRef } from 'react';
import { JsonField } from '@/components/json-field';
import { LeaveGuard } from '@/components/leave-guard';
import { Strip } from '@/components/strip';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { Unreachable } from '@/lib/http';
import { type KeyBinding, useKeys } from '@/lib/keys';
import { eventsWords } from '@/lib/words/events';
import { type Composing, useComposing } from './composing';
import { type DraftEvent, draftOf } from './draft-event';
import { Outcome } from './outcome';
import { TypeChoice } from './type-choice';

interface ComposerProps {
  readonly first: DraftEvent;
  /** What it begins with: by that what was written and not sent is found again. */
  readonly from: string;
  readonly note?: string;
}

/** Writes an event at the left, shows what it caused at the right. */
export function Composer({ first, from, note }: ComposerProps) {
  const composing = useComposing(first, from);
  const { draft, now, change, begin, send, problems } = composing;
  const form = useRef<HTMLFormElement>(null);
  useSendKey(form);
  return (
    <div className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start three:grid-cols-[minmax(0,1fr)_412px] three:content-stretch">
      <LeaveGuard
        off={!composing.isTyped}
        title={eventsWords.compose.leaveTitle}
        about={eventsWords.compose.leaveAbout}
        does={eventsWords.compose.leaveDoes}
        onGiveUp={composing.forget}
      />
      <form
        ref={form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send();
        }}
        className="grid content-start gap-3.5 p-3 two:p-4"
      >
        <p className="max-w-[64ch] text-ink-2">{note ?? eventsWords.compose.lead}</p>
        <div className="grid gap-3.5 two:grid-cols-2">
          <TypeChoice
            now={now}
            onExample={(type, example) => begin(draftOf(type, example))}
            chosen={draft.type}
          />
          <TextField
            label={eventsWords.compose.type}
            needed
            value={draft.type}
            error={problems.type}
            hint={eventsWords.compose.typeHint}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => change({ type: event.target.value })}
          />
          <TextField
            label={eventsWords.compose.subject}
            value={draft.subject}
            error={problems.subject}
            hint={eventsWords.compose.subjectHint}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => change({ subject: event.target.value })}
          />
          <TextField
            label={eventsWords.compose.source}
            needed
            value={draft.source}
            error={problems.source}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => change({ source: event.target.value })}
          />
        </div>
        <JsonField
          label={eventsWords.compose.data}
          hint={eventsWords.compose.dataHint}
          error={problems.data}
          value={draft.data}
          onChange={(data) => change({ data })}
        />
        <Refusal error={composing.error} />
        <Button
          type="submit"
          look="primary"
          busy={composing.isPending}
          hotkey="Mod+Enter"
          className="justify-self-start"
        >
          {labelOf(composing)}
        </Button>
      </form>
      <Outcome accepted={composing.error ? undefined : composing.accepted} />
    </div>
  );
}

function labelOf({ isPending, error, accepted }: Composing): string {
  if (isPending) return eventsWords.compose.sending;
  if (error instanceof Unreachable) return eventsWords.compose.retry;
  return accepted ? eventsWords.compose.again : eventsWords.compose.send;
}

function useSendKey(form: { readonly current: HTMLFormElement | null }): void {
  const keys = useMemo<readonly KeyBinding[]>(
    () => [
      {
        keys: [['Mod+Enter']],
        says: eventsWords.compose.sendKey,
        does: () => form.current?.requestSubmit(),
      },
    ],
    [form],
  );
  useKeys(keys);
}

const Refusal = ({ error }: { readonly error: Error | null }) => (
  <div role="alert" className="-mx-3 empty:hidden two:-mx-4">
    {error instanceof Unreachable ? (
      <Strip state="away" title={eventsWords.compose.lost} />
    ) : (
      error && (
        <Strip state="failed" title={eventsWords.compose.refused}>
          {error.message}
        </Strip>
      )
    )}
  </div>
);
