import type { Json } from './json';

type Schema = { readonly [key: string]: Json };

const isSchema = (value: Json | undefined): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const firstOf = (value: Json | undefined): Json | undefined =>
  Array.isArray(value) ? (value as readonly Json[])[0] : undefined;

/** A schema may hold itself. */
const deepest = 6;

/**
 * What a form begins with for a JSON Schema: what the schema says itself, else the emptiest value of
 * its type. Of an object only what is needed or said: what else is written would be sent.
 */
export const beginningOf = (schema: Json): Json => valueOf(schema, { whole: schema, depth: 0 });

/** What the object may hold beside that. */
export function optionalIn(schema: Json): readonly string[] {
  const meant = resolved(schema, schema);
  if (!isSchema(meant)) return [];
  const begins = beginningOf(schema);
  return Object.keys(propertiesOf(meant)).filter((name) => !isSchema(begins) || !(name in begins));
}

interface Within {
  readonly whole: Json;
  readonly depth: number;
}

function valueOf(written: Json, { whole, depth }: Within): Json {
  const schema = resolved(written, whole);
  if (!isSchema(schema) || depth > deepest) return null;
  return saidIn(schema) ?? plain(schema, { whole, depth: depth + 1 });
}

const saidIn = (schema: Schema): Json | undefined =>
  [
    schema['default'],
    firstOf(schema['examples']),
    schema['example'],
    schema['const'],
    firstOf(schema['enum']),
  ].find((said) => said !== undefined);

function plain(schema: Schema, within: Within): Json {
  switch (typeOf(schema)) {
    case 'object':
      return objectOf(schema, within);
    case 'array':
      return [];
    case 'string':
      return '';
    case 'integer':
    case 'number':
      return typeof schema['minimum'] === 'number' ? schema['minimum'] : 0;
    case 'boolean':
      return false;
    default:
      return null;
  }
}

const propertiesOf = (schema: Schema): Schema =>
  isSchema(schema['properties']) ? schema['properties'] : {};

function objectOf(schema: Schema, within: Within): Json {
  const { required } = schema;
  const needed = (name: string) => Array.isArray(required) && required.includes(name);
  const says = (property: Json) => {
    const meant = resolved(property, within.whole);
    return isSchema(meant) && saidIn(meant) !== undefined;
  };
  return Object.fromEntries(
    Object.entries(propertiesOf(schema))
      .filter(([name, property]) => needed(name) || says(property))
      .map(([name, property]) => [name, valueOf(property, within)]),
  );
}

/** Of several the first that is not null. */
function typeOf(schema: Schema): Json | undefined {
  const { type } = schema;
  if (type === undefined && isSchema(schema['properties'])) return 'object';
  return Array.isArray(type) ? (type as readonly Json[]).find((it) => it !== 'null') : type;
}

/** Behind a reference within the schema, and the first of several choices. */
function resolved(schema: Json, whole: Json, steps = 0): Json | undefined {
  if (!isSchema(schema) || steps > deepest) return schema;
  const { $ref } = schema;
  const next =
    typeof $ref === 'string' && $ref.startsWith('#')
      ? placeIn(whole, $ref)
      : (firstOf(schema['oneOf']) ?? firstOf(schema['anyOf']));
  return next === undefined ? schema : resolved(next, whole, steps + 1);
}

const placeIn = (whole: Json, pointer: string): Json | undefined =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Json | undefined>((at, part) => (isSchema(at) ? at[part] : undefined), whole);
