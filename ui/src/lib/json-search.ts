import { entriesOf, isScalar, type Json } from './json';

export interface Narrowed {
  readonly value: Json | undefined;
  /** How many values are in it, and how many of them are shown. */
  readonly found: number;
  readonly shown: number;
}

/** Above this a tree takes longer to draw than anybody reads. */
const most = 1_000;

/** Only the parts of a tree whose name or value holds what was typed; all of it where nothing was. */
export function narrowed(value: Json, typed: string): Narrowed {
  const wanted = typed.trim().toLocaleLowerCase();
  const count = { found: 0, shown: 0 };
  const kept = keep(value, wanted, count);
  return { value: kept, ...count };
}

type Count = { found: number; shown: number };

const holds = (text: string, wanted: string) => text.toLocaleLowerCase().includes(wanted);

function keep(value: Json, wanted: string, count: Count): Json | undefined {
  if (isScalar(value)) return leaf(value, wanted, count);
  const entries = entriesOf(value);
  if (entries.length === 0) return leaf(value, wanted, count);
  const kept = entries
    .map(([name, child]) => [name, keep(child, holds(name, wanted) ? '' : wanted, count)] as const)
    .filter((entry): entry is readonly [string, Json] => entry[1] !== undefined);
  if (kept.length === 0) return undefined;
  // A list that has lost items keeps the numbers of those that stayed.
  return kept.length === entries.length && Array.isArray(value)
    ? kept.map(([, child]) => child)
    : Object.fromEntries(kept);
}

function leaf(value: Json, wanted: string, count: Count): Json | undefined {
  if (isScalar(value) && !holds(String(value), wanted)) return undefined;
  if (!isScalar(value) && wanted !== '') return undefined;
  count.found += 1;
  if (count.shown >= most) return undefined;
  count.shown += 1;
  return value;
}
