import type { Json } from '../json';
import type { Level, Place } from './place';

export interface Suggestion {
  readonly label: string;
  /** Quiet, beside it. */
  readonly about: string;
  readonly kind: 'key' | 'value' | 'action' | 'event' | 'name' | 'call';
  /** A sentence, shown beside the one that is looked at. */
  readonly more?: string;
  /** Of a key: whether an object or a list follows. */
  readonly opens?: boolean;
}

export interface Known {
  /** JSON Schema of definitions. */
  readonly schema: Json;
  readonly actions: readonly KnownAction[];
  readonly eventTypes: readonly { readonly type: string; readonly title: string }[];
  /** What events carry, of the types that start it. */
  readonly events: readonly KnownEvent[];
  /** What expressions can call. */
  readonly functions: readonly KnownFunction[];
}

export interface KnownAction {
  readonly name: string;
  readonly title: string;
  /** JSON Schema of `with`. */
  readonly input: Json;
  /** JSON Schema of what it hands on. */
  readonly output?: Json;
}

export interface KnownEvent {
  readonly type: string;
  /** JSON Schemas. */
  readonly schema: { readonly data: Json; readonly before?: Json; readonly after?: Json };
  readonly example: Json;
}

export interface KnownFunction {
  readonly name: string;
  /** `text.truncate(text, length, ending?)` */
  readonly signature: string;
  readonly does: string;
}

type Schema = { readonly [key: string]: Json };

const isSchema = (value: Json | undefined): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What may stand where somebody writes, by the schema and what else is known. */
export function suggestionsAt(place: Place, known: Known): readonly Suggestion[] {
  const schemas = schemasAt(place.levels, known);
  const last = place.levels.at(-1);
  const beside = last?.kind === 'map' ? last.beside : new Map<string, string>();
  if (place.at === 'key') return keysOf(schemas, beside);
  const key = last?.kind === 'map' ? last.key : undefined;
  if (key === 'do' && last && isStep(place.levels)) return actionsOf(known);
  if (key === 'event') return typesOf(known);
  return valuesOf(schemas);
}

const isStep = (levels: readonly Level[]) => levels.length > 1;

const actionsOf = ({ actions }: Known) =>
  actions.map(({ name, title }) => ({ label: name, about: title, kind: 'action' as const }));

const typesOf = ({ eventTypes }: Known) =>
  eventTypes.map(({ type, title }) => ({ label: type, about: title, kind: 'event' as const }));

/** Down from the whole, floor by floor; where several shapes are possible all of them go along. */
function schemasAt(levels: readonly Level[], known: Known): readonly Schema[] {
  const root = isSchema(known.schema) ? known.schema : {};
  let schemas: readonly Schema[] = [root];
  for (const [index, level] of levels.entries()) {
    schemas = fitting(schemas, root, level);
    const isLast = index === levels.length - 1;
    if (level.kind === 'list') schemas = schemas.flatMap(({ items }) => schemaOf(items));
    else if (level.key !== undefined) schemas = below(schemas, level.key, level.beside, known);
    else if (!isLast) return [];
  }
  return fitting(schemas, root, {
    kind: 'map',
    key: undefined,
    beside: besideOf(levels),
    from: 0,
  });
}

const besideOf = (levels: readonly Level[]): ReadonlyMap<string, string> => {
  const last = levels.at(-1);
  return last?.kind === 'map' && last.key === undefined ? last.beside : new Map();
};

const schemaOf = (value: Json | undefined): readonly Schema[] => (isSchema(value) ? [value] : []);

function below(
  schemas: readonly Schema[],
  key: string,
  beside: ReadonlyMap<string, string>,
  { actions }: Known,
): readonly Schema[] {
  const action = key === 'with' ? actions.find(({ name }) => name === beside.get('do')) : undefined;
  if (action) return schemaOf(action.input);
  return schemas.flatMap(({ properties, additionalProperties }) => {
    const named = isSchema(properties) ? properties[key] : undefined;
    return schemaOf(named ?? additionalProperties);
  });
}

/** References followed, and of several shapes those that what is written already allows. */
function fitting(schemas: readonly Schema[], root: Schema, level: Level): readonly Schema[] {
  const shapes = schemas.flatMap((schema) => shapesOf(schema, root, 0));
  if (level.kind === 'list') return shapes.filter(({ items }) => items !== undefined);
  const keys = [...level.beside.keys()].filter((name) => name !== level.key);
  const able = shapes.filter(({ properties }) =>
    keys.every((key) => isSchema(properties) && key in properties),
  );
  return able.length > 0 ? able : shapes;
}

const deep = 12;

function shapesOf(schema: Schema, root: Schema, depth: number): readonly Schema[] {
  if (depth > deep) return [];
  const { $ref: reference, oneOf: several, ...own } = schema;
  if (typeof reference === 'string') {
    const [target] = schemaOf(at(root, reference));
    return target ? shapesOf({ ...target, ...own }, root, depth + 1) : [];
  }
  if (Array.isArray(several))
    return (several as readonly Json[]).flatMap((one) =>
      schemaOf(one).flatMap((it) => shapesOf(it, root, depth + 1)),
    );
  return [schema];
}

/** "#/$defs/step" */
function at(root: Schema, reference: string): Json | undefined {
  let found: Json | undefined = root;
  for (const part of reference.split('/').slice(1))
    found = isSchema(found) ? found[part] : undefined;
  return found;
}

function keysOf(
  schemas: readonly Schema[],
  beside: ReadonlyMap<string, string>,
): readonly Suggestion[] {
  const all = schemas.flatMap(({ properties }) =>
    isSchema(properties) ? Object.entries(properties) : [],
  );
  const found = new Map<string, Suggestion>();
  for (const [label, about] of all)
    if (!found.has(label) && !beside.has(label))
      found.set(label, { label, about: aboutOf(about), kind: 'key', opens: opens(about) });
  return [...found.values()];
}

const aboutOf = (schema: Json) =>
  isSchema(schema) && typeof schema['description'] === 'string' ? schema['description'] : '';

const opening = /steps|branches|retry|concurrency|throttle|dedupe|on_failure|idempotency|ending/;

function opens(schema: Json): boolean {
  if (!isSchema(schema)) return false;
  const { type, $ref: reference } = schema;
  if (type === 'object' || type === 'array') return true;
  return typeof reference === 'string' && opening.test(reference);
}

function valuesOf(schemas: readonly Schema[]): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const schema of schemas)
    for (const value of valuesIn(schema))
      found.set(value, {
        label: value,
        about: value === String(schema['default']) ? '*' : '',
        kind: 'value',
      });
  return [...found.values()];
}

function valuesIn({ enum: some, examples, type, const: only }: Schema): readonly string[] {
  if (type === 'boolean') return ['true', 'false'];
  return [some, examples, [only ?? null]]
    .flatMap((list) => (Array.isArray(list) ? (list as readonly Json[]) : []))
    .flatMap((value) =>
      typeof value === 'string' || typeof value === 'number' ? [String(value)] : [],
    );
}
