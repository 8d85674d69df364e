import type { Json } from '../json';
import { definitionWords } from '../words/definition';
import type { Suggestion } from './suggest';

type Fields = { readonly [key: string]: Json };

/** What is known of a value: its JSON Schemas, several where it may be one or the other, and examples. */
export interface Shape {
  readonly schemas: readonly Fields[];
  readonly examples: readonly Json[];
}

export type Kind = keyof typeof definitionWords.kinds;

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const shapeOf = (schema: Json | undefined, ...examples: readonly Json[]): Shape => ({
  schemas: variants(schema),
  examples,
});

/** One of those that it may be. */
export const joined = (shapes: readonly Shape[]): Shape => ({
  schemas: shapes.flatMap(({ schemas }) => schemas),
  examples: shapes.flatMap(({ examples }) => examples),
});

function variants(schema: Json | undefined): readonly Fields[] {
  if (!isFields(schema)) return [];
  const further = ['oneOf', 'anyOf', 'allOf'].flatMap((name) => listOf(schema[name]));
  return [schema, ...further.flatMap(variants)];
}

const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

/** `rows[0]` is one of the rows. */
export function within(shape: Shape, part: string): Shape {
  const [, name = part, index] = /^(.*?)(\[\d+\])?$/.exec(part) ?? [];
  const field = {
    schemas: shape.schemas.flatMap((schema) => variants(propertyOf(schema, name))),
    examples: shape.examples.flatMap((example) => (isFields(example) ? given(example[name]) : [])),
  };
  return index === undefined ? field : itemOf(field);
}

const propertyOf = ({ properties, additionalProperties }: Fields, name: string) =>
  (isFields(properties) ? properties[name] : undefined) ?? additionalProperties;

const given = (value: Json | undefined): readonly Json[] => (value === undefined ? [] : [value]);

const itemOf = ({ schemas, examples }: Shape): Shape => ({
  schemas: schemas.flatMap(({ items }) => variants(items)),
  examples: examples.flatMap((example) => listOf(example).slice(0, 1)),
});

/** What it has, by its schemas and then by what its examples have beside. */
export function fieldsOf(shape: Shape): readonly Suggestion[] {
  const named = [
    ...shape.schemas.flatMap(({ properties }) => (isFields(properties) ? [properties] : [])),
    ...shape.examples.filter(isFields),
  ].flatMap((fields) => Object.keys(fields));
  return [...new Set(named)].filter(isReadable).map((name) => fieldOf(name, within(shape, name)));
}

/** By a dot; others are written in brackets. */
const isReadable = (name: string) => /^[A-Za-z_]\w*$/.test(name);

function fieldOf(label: string, shape: Shape): Suggestion {
  const more = shape.schemas.find(({ description }) => typeof description === 'string');
  return {
    label,
    about: aboutOf(shape),
    kind: 'name',
    ...(more && { more: String(more['description']) }),
  };
}

function aboutOf(shape: Shape): string {
  const kind = kindOf(shape);
  const said = kind === undefined ? '' : definitionWords.kinds[kind];
  const example = exampleOf(shape);
  return example === undefined ? said : definitionWords.suchAs(said, example);
}

const longest = 32;

/** Of a list or an object the kind says enough. */
function exampleOf({ schemas, examples }: Shape): string | undefined {
  const told = schemas.flatMap((schema) => [
    ...listOf(schema['examples']),
    ...given(schema['const']),
    ...listOf(schema['enum']),
  ]);
  const plain = [...examples, ...told].find((it) => it !== null && typeof it !== 'object');
  const written = plain === undefined ? '' : JSON.stringify(plain);
  return written === '' || written.length > longest ? undefined : written;
}

const kinds: Readonly<Record<string, Kind>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'flag',
  array: 'list',
  object: 'object',
  /** Of an event: nothing else that JSON tells is one. */
  time: 'time',
};

/** Undefined where it may be anything. */
export function kindOf({ schemas, examples }: Shape): Kind | undefined {
  const declared = schemas
    .flatMap(({ type }) => [...listOf(type), type ?? null])
    .map((type) => (typeof type === 'string' ? kinds[type] : undefined))
    .find((kind) => kind !== undefined);
  if (declared !== undefined) return declared;
  if (schemas.some(({ properties }) => isFields(properties))) return 'object';
  return examples.map(kindOfOne).find((kind) => kind !== undefined);
}

const kindOfOne = (example: Json) =>
  example === null ? undefined : kinds[Array.isArray(example) ? 'array' : typeof example];
