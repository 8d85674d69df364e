import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeField } from '@/components/ui/code-field';
import { RadioGroup } from '@/components/ui/radio';
import { TextArea } from '@/components/ui/text-field';
import { actionsQuery } from '@/lib/api/catalogue';
import { ended, type Effect, type Run, type Step } from '@/lib/api/runs';
import { resolveEffect, type Word } from '@/lib/api/run-orders';
import { Refused } from '@/lib/http';
import { readJson } from '@/lib/json-text';
import { type KeyBinding, useKeys } from '@/lib/keys';
import { may } from '@/lib/rights';
import { fieldsOf, skeletonOf } from '@/lib/run/skeleton';
import { toast } from '@/lib/toasts';
import { runWords } from '@/lib/words/run';
import { quietUntil } from './quiet';
import { useReadAgain } from './use-run-orders';

interface SayProps {
  readonly run: Run;
  readonly step: Step;
  readonly effect: Effect;
  readonly role: string;
  readonly now: number;
  /** The step that comes next, as people call it. */
  readonly next: string | undefined;
  readonly onStay: () => void;
}

type Choice = 'happened' | 'did not';

/** A person's word on an effect of which nobody knows whether it happened. */
export function SayWhatHappened({ run, step, effect, role, now, next, onStay }: SayProps) {
  const [choice, setChoice] = useState<Choice>();
  const [reason, setReason] = useState('');
  const output = useOutput(step);
  const heading = useId();
  const self = useRef<HTMLFormElement>(null);
  useSubmitKey(self);
  const said = useWord(run, effect);
  const word = wordOf(choice, reason.trim(), output.read());
  const off = offOf({ role, effect, now, word, choice });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (word && off === undefined && !said.isPending) said.mutate(word);
  };
  return (
    <section
      aria-labelledby={heading}
      data-say=""
      className="border-t border-line px-3 py-3 two:px-4"
    >
      <form ref={self} onSubmit={submit} onFocusCapture={onStay} className="grid gap-2.5">
        <Choices run={run} next={next} choice={choice} onChoice={setChoice} heading={heading} />
        {choice === 'happened' && output.fields !== '' && (
          <CodeField
            rows={5}
            label={runWords.gave}
            hint={runWords.gaveHint(output.fields)}
            value={output.text}
            error={output.error}
            onChange={(event) => output.setText(event.target.value)}
          />
        )}
        <TextArea
          needed
          rows={2}
          label={runWords.how}
          hint={runWords.howHint}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <p role="alert" className="text-st-failed empty:hidden">
          {said.error?.message}
          {said.error instanceof Refused &&
            said.error.problem.errors?.map(({ path, message }) => ` ${path}: ${message}`)}
        </p>
        <div className="sticky bottom-0 -mx-3 -mb-3 flex flex-wrap items-center gap-2 border-t border-line bg-surface px-3 py-2 two:-mx-4 two:px-4">
          <Button type="submit" look="primary" busy={said.isPending} off={off} hotkey="Mod+Enter">
            {choice === undefined
              ? runWords.record
              : choice === 'happened'
                ? runWords.recordHappened
                : runWords.recordDidNot}
          </Button>
          {off !== undefined && <span className="text-xs text-ink-3">{off}</span>}
        </div>
      </form>
    </section>
  );
}

/** Also from within the fields, where single letters are text. */
function useSubmitKey(form: RefObject<HTMLFormElement | null>): void {
  const [keys] = useState<readonly KeyBinding[]>(() => [
    {
      keys: [['Mod+Enter']],
      says: runWords.keys.record,
      does: () => form.current?.requestSubmit(),
    },
  ]);
  useKeys(keys);
}

interface ChoicesProps {
  readonly run: Run;
  readonly next: string | undefined;
  readonly choice: Choice | undefined;
  readonly onChoice: (choice: Choice) => void;
  readonly heading: string;
}

const Choices = ({ run, next, choice, onChoice, heading }: ChoicesProps) => (
  <>
    <h3 id={heading}>{runWords.what}</h3>
    <RadioGroup<Choice>
      framed
      bare
      label={runWords.what}
      value={choice}
      onChange={onChoice}
      options={[
        {
          value: 'happened',
          name: runWords.happened,
          about: ended(run) ? runWords.happenedEnded : runWords.happenedHint(next),
        },
        {
          value: 'did not',
          name: runWords.didNot,
          about: ended(run) ? runWords.didNotEnded : runWords.didNotHint,
        },
      ]}
    />
  </>
);

/** What later steps read of it, where the action says what that is. */
function useOutput(step: Step) {
  const { data } = useQuery(actionsQuery);
  const schema = data?.items.find(({ name }) => name === step.kind)?.output;
  const [written, setWritten] = useState<string>();
  const text = written ?? skeletonOf(schema ?? null);
  const read = readJson(text.trim() === '' ? 'null' : text);
  return {
    fields: fieldsOf(schema ?? null),
    text,
    setText: setWritten,
    error: read.is === 'broken' ? runWords.gaveWrong(read.line, read.column) : undefined,
    read: () => read,
  };
}

function useWord(run: Run, effect: Effect) {
  const readAgain = useReadAgain(run);
  return useMutation({
    mutationFn: (word: Word) => resolveEffect(effect.id, word),
    onSuccess: async () => {
      toast({ tone: 'done', says: ended(run) ? runWords.recordedEnded : runWords.recorded });
      if (ended(run)) await readAgain();
    },
  });
}

function wordOf(
  choice: Choice | undefined,
  reason: string,
  output: ReturnType<typeof readJson>,
): Word | undefined {
  if (choice === undefined || reason === '') return undefined;
  if (choice === 'did not') return { happened: false, reason };
  return output.is === 'broken' ? undefined : { happened: true, output: output.value, reason };
}

interface Standing {
  readonly role: string;
  readonly effect: Effect;
  readonly now: number;
  readonly word: Word | undefined;
  readonly choice: Choice | undefined;
}

/** Why it cannot be recorded now. */
function offOf({ role, effect, now, word, choice }: Standing): string | undefined {
  if (!may(role, 'decide')) return runWords.mayNotDecide;
  const quiet = quietUntil(effect, now);
  if (quiet !== undefined) return runWords.mayResolveAt(quiet);
  if (choice === undefined) return runWords.chooseFirst;
  return word === undefined ? runWords.sayHow : undefined;
}
