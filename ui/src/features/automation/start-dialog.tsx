import { Link } from '@tanstack/react-router';
import { type RefObject, useId, useMemo, useRef, useState } from 'react';
import { JsonField } from '@/components/json-field';
import { Note } from '@/components/strip';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { RadioGroup } from '@/components/ui/radio';
import type { Automation } from '@/lib/api/automations';
import type { Started } from '@/lib/api/starts';
import type { ManualTrigger } from '@/lib/chain/model';
import { listed } from '@/lib/format';
import { Unreachable } from '@/lib/http';
import { type KeyBinding, useKeys } from '@/lib/keys';
import { optionalIn } from '@/lib/schema-example';
import { words } from '@/lib/words';
import { startWords } from '@/lib/words/start';
import { firstInput, inputOf, problemOf, toldAtInput } from './start-input';
import type { Starting } from './use-start';

interface StartDialogProps {
  readonly automation: Automation;
  /** One, or those among which is chosen. */
  readonly triggers: readonly ManualTrigger[];
  readonly start: Starting;
  readonly onStarted: (started: Started) => void;
  readonly onClose: () => void;
}

/** Takes what the run is to see. What the server finds wrong stands at the field. */
export function StartDialog({ automation, triggers, start, onStarted, onClose }: StartDialogProps) {
  const [chosen, choose] = useState(triggers[0]);
  const [text, setText] = useState(() => firstInput(chosen));
  const form = useId();
  const self = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useStartKey(self);
  const asks = chosen?.input !== undefined;
  const problem = asks ? problemOf(text) : undefined;
  const send = () => {
    if (chosen === undefined || problem !== undefined || start.isPending) return;
    const input = asks ? { input: inputOf(text) } : {};
    start.mutate({ trigger: chosen.label, ...input }, { onSuccess: onStarted });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={startWords.title(automation.name)}
      about={startWords.about}
      width="normal"
      {...(asks && { first: field })}
      actions={
        <>
          <Button onClick={onClose}>{words.dialog.close}</Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            busy={start.isPending}
            off={problem}
            hotkey="Mod+Enter"
            className="ml-auto"
          >
            {doesOf(start)}
          </Button>
        </>
      }
    >
      <form
        ref={self}
        id={form}
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {triggers.length > 1 && (
          <RadioGroup
            label={startWords.which}
            value={chosen?.label}
            options={triggers.map(({ label }) => ({ value: label, name: label }))}
            onChange={(label) => {
              const next = triggers.find((trigger) => trigger.label === label);
              choose(next);
              setText(firstInput(next));
              start.reset();
            }}
          />
        )}
        {asks ? (
          <JsonField
            area={field}
            label={startWords.input}
            hint={hintOf(chosen)}
            rows={10}
            error={problem ?? toldAtInput(start.error)}
            value={text}
            onChange={(next) => {
              setText(next);
              if (!start.isPending) start.reset();
            }}
          />
        ) : (
          <p className="text-ink-2">{startWords.asksNothing}</p>
        )}
        <Answer start={start} />
      </form>
    </Dialog>
  );
}

function useStartKey(form: RefObject<HTMLFormElement | null>): void {
  const keys = useMemo<readonly KeyBinding[]>(
    () => [
      { keys: [['Mod+Enter']], says: startWords.key, does: () => form.current?.requestSubmit() },
    ],
    [form],
  );
  useKeys(keys);
}

function doesOf({ isPending, error }: Starting): string {
  if (isPending) return startWords.starting;
  return error instanceof Unreachable ? startWords.again : startWords.does;
}

function hintOf({ input = null }: ManualTrigger): string {
  const optional = optionalIn(input);
  return optional.length === 0
    ? startWords.inputHint
    : `${startWords.inputHint} ${startWords.also(listed(optional))}`;
}

/** Why there is no run to go to. */
const Answer = ({ start: { error, data } }: { readonly start: Starting }) => (
  <div role="alert" className="empty:hidden">
    {error instanceof Unreachable && <Note state="away">{startWords.lost}</Note>}
    {error && !(error instanceof Unreachable) && (
      <Note state="failed">
        <b className="font-semibold">{startWords.refused}</b> {error.message}
      </Note>
    )}
    {data?.run === null && (
      <Note state="skipped">
        <b className="font-semibold">{startWords.noRun}</b> {data.reason}{' '}
        <Link to="/events/$id" params={{ id: data.event }} className="link">
          {startWords.openEvent}
        </Link>
      </Note>
    )}
  </div>
);
