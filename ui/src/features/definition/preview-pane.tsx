import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { StateMark } from '@/components/state-mark';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { useRested } from '@/lib/rested';
import { type Worked, workedQuery } from '@/lib/api/expressions';
import { entriesQuery, type Entry } from '@/lib/api/journal';
import { chainOf } from '@/lib/chain/model';
import type { WholeExpression } from '@/lib/definition/whole-expression';
import type { Json } from '@/lib/json';
import { useNow } from '@/lib/now';
import { rowsOf } from '@/lib/paged';
import { when } from '@/lib/time';
import { words } from '@/lib/words';
import { definitionWords } from '@/lib/words/definition';

interface PreviewPaneProps {
  /** As it was saved last: its first trigger says which events are offered. */
  readonly definition: Json;
  /** Around the caret. */
  readonly expression: WholeExpression | undefined;
}

/** As long as there is none to try it with. */
const anyEvery = 5_000;

/** What the expression at the caret gives for an event that really came. */
export function PreviewPane({ definition, expression }: PreviewPaneProps) {
  const list = useInfiniteQuery({
    ...entriesQuery({ type: typeOf(definition) }),
    // Nothing tells of new ones here: what another page has read may be old.
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && rowsOf(data).length === 0 && anyEvery,
  });
  const events = rowsOf(list.data);
  const [chosen, choose] = useState<string>();
  const event = events.find(({ id }) => id === chosen) ?? events[0];
  const rested = useRested(expression);
  return (
    <section aria-labelledby="preview" className="flex-none border-t border-line">
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1 two:px-4">
        <h2 id="preview">{definitionWords.preview.title}</h2>
        {event && <EventChoice events={events} event={event} onChoose={choose} />}
      </div>
      <div className="max-h-24 overflow-auto px-3 pb-2 two:px-4" role="status">
        {list.data ? (
          <Shown expression={rested} event={event} />
        ) : (
          <NotRead error={list.error} onAgain={() => void list.refetch()} />
        )}
      </div>
    </section>
  );
}

/** Of several triggers the first event's; without one, whatever came. */
function typeOf(definition: Json): string | undefined {
  const trigger = chainOf(definition).triggers.find(({ kind }) => kind === 'event');
  return trigger?.kind === 'event' && trigger.type !== '*' ? trigger.type : undefined;
}

interface EventChoiceProps {
  readonly events: readonly Entry[];
  readonly event: Entry;
  readonly onChoose: (id: string) => void;
}

function EventChoice({ events, event, onChoose }: EventChoiceProps) {
  const now = useNow(60_000);
  return (
    <div className="ml-auto w-full max-w-[320px] min-w-0">
      <Select
        label={definitionWords.preview.event}
        bare
        value={event.id}
        onChange={onChoose}
        options={events.slice(0, 20).map(({ id, type, subject, time }) => ({
          value: id,
          name: subject === '' ? type : subject,
          about: when(time, now),
        }))}
      />
    </div>
  );
}

interface ShownProps {
  readonly expression: WholeExpression | undefined;
  readonly event: Entry | undefined;
}

function Shown({ expression, event }: ShownProps) {
  if (!event) return <Quiet>{definitionWords.preview.noEvent}</Quiet>;
  if (!expression) return <Quiet>{definitionWords.preview.none}</Quiet>;
  if (expression.needsRun) return <Quiet>{definitionWords.preview.needsRun}</Quiet>;
  return <Gives expression={expression.text} event={event.id} />;
}

interface NotReadProps {
  /** Null while they are read. */
  readonly error: Error | null;
  readonly onAgain: () => void;
}

const NotRead = ({ error, onAgain }: NotReadProps) =>
  error ? (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <StateMark state="warning" word={definitionWords.preview.noEvents} />
      <span className="min-w-0 wrap-anywhere text-ink-3">{error.message}</span>
      <Button size="small" onClick={onAgain}>
        {words.failure.again}
      </Button>
    </p>
  ) : (
    <Quiet>{words.loading}</Quiet>
  );

const Quiet = ({ children }: { readonly children: ReactNode }) => (
  <p className="text-ink-3">{children}</p>
);

function Gives({ expression, event }: { readonly expression: string; readonly event: string }) {
  const { data, error } = useQuery(workedQuery(expression, event));
  if (error) return <StateMark state="warning" word={definitionWords.preview.failed} />;
  return (
    <div className="grid gap-0.5">
      <span className="mono truncate text-ink-3" title={expression}>
        {expression}
      </span>
      {data && <Answer worked={data} />}
    </div>
  );
}

const Answer = ({ worked: { value, preview, problems } }: { readonly worked: Worked }) =>
  problems.length === 0 ? (
    <span className="mono wrap-anywhere">{preview ? `${preview}…` : JSON.stringify(value)}</span>
  ) : (
    problems.map(({ message, hint }) => (
      <p key={message} className="wrap-anywhere text-st-failed">
        {message} <span className="text-ink-2">{hint}</span>
      </p>
    ))
  );
