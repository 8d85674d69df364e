import type { Change } from './diff';
import { isScalar, type Json } from './json';

const written = (value: Json) =>
  isScalar(value) ? (value === null ? undefined : String(value)) : JSON.stringify(value);

const fieldsOf = (value: Json | undefined): ReadonlyMap<string, Json> =>
  new Map(
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value)
      : [],
  );

export interface Changed {
  readonly changes: readonly Change[];
  /** How many fields are as they were. */
  readonly same: number;
}

/** What an entry about a change says, field by field; a record that came into being had none before. */
export function changedBetween(before: Json | undefined, after: Json | undefined): Changed {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  const changes = names
    .map((name) => ({
      name,
      before: written(old.get(name) ?? null),
      after: written(fresh.get(name) ?? null),
    }))
    .filter((change) => change.before !== change.after);
  return { changes, same: names.length - changes.length };
}
