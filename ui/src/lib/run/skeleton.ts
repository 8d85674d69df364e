import type { Json } from '../json';

type Fields = Readonly<Record<string, Json>>;

const isObject = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const propertiesOf = (schema: Json): readonly (readonly [string, Json])[] =>
  isObject(schema) && isObject(schema['properties']) ? Object.entries(schema['properties']) : [];

/** The names of what an output may have, for a sentence; empty where the schema names none. */
export const fieldsOf = (schema: Json) =>
  propertiesOf(schema)
    .map(([name]) => name)
    .join(', ');

const blanks: Readonly<Record<string, Json>> = {
  string: '',
  number: 0,
  integer: 0,
  boolean: true,
  array: [],
  object: {},
};

const blankOf = (schema: Json): Json =>
  isObject(schema) && typeof schema['type'] === 'string' ? (blanks[schema['type']] ?? null) : null;

/** What an output would look like with nothing in it: only what it has to have. */
export function skeletonOf(schema: Json): string {
  const needed = isObject(schema) && Array.isArray(schema['required']) ? schema['required'] : [];
  const entries = propertiesOf(schema).filter(([name]) => needed.includes(name));
  if (entries.length === 0) return '';
  return JSON.stringify(
    Object.fromEntries(entries.map(([name, of]) => [name, blankOf(of)])),
    null,
    2,
  );
}
