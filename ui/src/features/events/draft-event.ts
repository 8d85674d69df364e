import type { CloudEvent } from '@/lib/api/events';
import type { ExampleEvent } from '@/lib/api/event-types';
import type { WholeEntry } from '@/lib/api/journal';
import { randomId } from '@/lib/ids';
import { readJson, writtenJson } from '@/lib/json-text';
import type { Json } from '@/lib/json';
import { eventsWords } from '@/lib/words/events';
import { jsonWords } from '@/lib/words/json';

/** An event while somebody writes it: all of it is text. */
export interface DraftEvent {
  readonly type: string;
  readonly subject: string;
  readonly source: string;
  readonly data: string;
}

export type DraftField = keyof DraftEvent;

export const ownSource = '/pilothouse/page';

export const emptyDraft = (subject = ''): DraftEvent => ({
  type: '',
  subject,
  source: ownSource,
  data: '{}',
});

/** The engine's own source would be refused from outside: an example says who sends it here. */
export const draftOf = (type: string, example: ExampleEvent | null): DraftEvent => ({
  type,
  subject: example?.subject ?? '',
  source: ownSource,
  data: writtenJson(example?.data ?? {}),
});

/** The same once more, as the person's own event. */
export const draftAgain = ({ type, subject, data }: WholeEntry): DraftEvent => ({
  type,
  subject,
  source: ownSource,
  data: writtenJson(data ?? ({} as Json)),
});

export type Problems = Readonly<Partial<Record<DraftField, string | undefined>>>;

const ours = /^(run|pilothouse)\./;

/** What is wrong before anything is sent. */
export function problemsOf({ type, source, data }: DraftEvent): Problems {
  const read = readJson(data);
  return {
    type:
      type.trim() === ''
        ? eventsWords.compose.typeMissing
        : ours.test(type)
          ? eventsWords.compose.typeOurs
          : undefined,
    source: source.trim() === '' ? eventsWords.compose.sourceMissing : undefined,
    data: read.is === 'broken' ? jsonWords.broken(read.line, read.column) : undefined,
  };
}

export const isSound = (problems: Problems) =>
  Object.values(problems).every((problem) => problem === undefined);

/** With an id of its own: sent again after silence, it keeps it and counts once. */
export function eventOf({ type, subject, source, data }: DraftEvent): CloudEvent {
  const read = readJson(data);
  return {
    specversion: '1.0',
    id: randomId(),
    source: source.trim(),
    type: type.trim(),
    subject: subject.trim(),
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    data: read.is === 'read' ? read.value : null,
  };
}
