import type { Json } from './json';

export type ReadJson =
  | { readonly is: 'read'; readonly value: Json }
  | { readonly is: 'broken'; readonly at: number; readonly line: number; readonly column: number };

/** Reads what somebody writes; where it is no JSON, where the reading ended. */
export function readJson(text: string): ReadJson {
  try {
    return { is: 'read', value: JSON.parse(text) as Json };
  } catch (error) {
    return { is: 'broken', ...placeOf(error, text) };
  }
}

/** Browsers tell the place in their own words: an offset, or a line and a column. */
function placeOf(error: unknown, text: string) {
  const said = error instanceof Error ? error.message : '';
  const [, offset] = /position (\d+)/.exec(said) ?? [];
  if (offset !== undefined) return placeAt(Number(offset), text);
  const [, line, column] = /line (\d+) column (\d+)/.exec(said) ?? [];
  if (line === undefined || column === undefined) return placeAt(text.length, text);
  const before = text.split('\n').slice(0, Number(line) - 1);
  return placeAt(
    before.reduce((length, { length: own }) => length + own + 1, Number(column) - 1),
    text,
  );
}

function placeAt(at: number, text: string) {
  const before = text.slice(0, at).split('\n');
  return { at, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

export const writtenJson = (value: Json) => JSON.stringify(value, null, 2);
