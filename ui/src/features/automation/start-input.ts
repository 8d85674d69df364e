import type { ManualTrigger } from '@/lib/chain/model';
import { Refused } from '@/lib/http';
import type { Json } from '@/lib/json';
import { readJson, writtenJson } from '@/lib/json-text';
import { beginningOf } from '@/lib/schema-example';
import { jsonWords } from '@/lib/words/json';
import { startWords } from '@/lib/words/start';

const isObject = (value: Json) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands in the field before anybody has written. */
export function firstInput(trigger: ManualTrigger | undefined): string {
  const begins = beginningOf(trigger?.input ?? null);
  return writtenJson(isObject(begins) ? begins : {});
}

/** What is wrong before anything is sent. */
export function problemOf(text: string): string | undefined {
  const read = readJson(text);
  if (read.is === 'broken') return jsonWords.broken(read.line, read.column);
  return isObject(read.value) ? undefined : startWords.noObject;
}

export function inputOf(text: string): Json {
  const read = readJson(text);
  return read.is === 'read' ? read.value : {};
}

const withPlace = ({ path, message }: { readonly path: string; readonly message: string }) =>
  message.includes(path) ? message : `${path}: ${message}`;

/** What the server says of "input.amount", a line for each. */
export function toldAtInput(error: Error | null): string | undefined {
  if (!(error instanceof Refused)) return undefined;
  const told = (error.problem.errors ?? [])
    .filter(({ path }) => path === 'input' || /^input[.[]/.test(path))
    .map(withPlace);
  return told.length === 0 ? undefined : told.join('\n');
}
