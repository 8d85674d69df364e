import type { Difference } from './api/versions';
import type { Change } from './diff';
import type { Json } from './json';
import { versionsWords } from './words/versions';

const valueText = (value: Json | undefined) => {
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
};

/** The server's differences as fields with a before and an after: "steps / billing / timeout". */
export const changesOf = (differences: readonly Difference[]): readonly Change[] =>
  differences
    .filter(({ kind }) => kind !== 'moved')
    .map(({ path, before, after }) => ({
      name: nameOf(path),
      before: valueText(before),
      after: valueText(after),
    }));

/** A JSON pointer as people read it. */
export const nameOf = (path: string) =>
  path === ''
    ? versionsWords.whole
    : path
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
        .join(' / ');

/** Which two are compared: what the address says, else what a publish would change, else the last step. */
export function sidesOf(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  numbers: readonly number[],
  inForce: number | null,
  hasChanges: boolean,
): { readonly from: string; readonly to: string } | undefined {
  const to = asked.to ?? (hasChanges && inForce !== null ? 'draft' : inForce?.toString());
  if (to === undefined) return undefined;
  const from = asked.from ?? (to === 'draft' ? inForce?.toString() : beforeOf(Number(to), numbers));
  return from === undefined ? undefined : { from, to };
}

const beforeOf = (number: number, numbers: readonly number[]) => {
  const older = numbers.filter((it) => it < number);
  return older.length === 0 ? undefined : String(Math.max(...older));
};
