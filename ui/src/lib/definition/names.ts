import type { SourceFormat } from '../api/automations';
import { jsonLevels, jsonNamed } from './json-place';
import type { ExpressionPlace, Level, Named } from './place';
import { fieldsOf, joined, type Kind, kindOf, type Shape, shapeOf, within } from './shape';
import { stepsBefore } from './steps-before';
import type { Known, KnownEvent, KnownFunction, Suggestion } from './suggest';
import { yamlLevels, yamlNamed } from './yaml-place';

export interface Names {
  /** Where what is offered takes the place of what is written. */
  readonly from: number;
  readonly names: readonly Suggestion[];
}

interface Around {
  readonly text: string;
  readonly format: SourceFormat;
  readonly cursor: number;
  readonly known: Known;
}

const variables = ['event', 'steps', 'vars', 'item', 'error'];

/** What an expression may read and call: behind a dot what there is behind it, else all that has a name. */
export function namesAt({ written, from }: ExpressionPlace, around: Around): Names {
  const { functions } = around.known;
  const dot = written.lastIndexOf('.');
  if (dot < 0) return { from, names: [...variables.map(plain), ...calls(functions)] };
  const path = written.slice(0, dot).split('.').map(asked);
  const shape = rootOf(path, around);
  const family = calls(functions).filter(({ label }) => label.startsWith(`${path.join('.')}.`));
  if (!shape && family.length > 0) return { from, names: family };
  const behind = written[dot + 1] === '?' ? 2 : 1;
  const found = path.slice(1).reduce(within, shape ?? nothing);
  const called = path.length > 1 ? methods(functions, kindOf(found), written.includes('.?')) : [];
  const names = [...fieldsOf(found), ...called];
  return { from: from + dot + behind, names };
}

/** `?` asks for what may be missing. */
const asked = (part: string) => part.replace(/^\?/, '');

const plain = (label: string): Suggestion => ({ label, about: '', kind: 'name' });

const isWhole = ({ name, signature }: KnownFunction) => signature.startsWith(`${name}(`);

const calls = (functions: readonly KnownFunction[]): readonly Suggestion[] =>
  functions.filter(isWhole).map(({ name, signature, does }) => ({
    label: name,
    about: signature.slice(name.length),
    kind: 'call',
    more: does,
  }));

/** Those that are called on a value, as far as they fit its kind; `value` is one that may be missing. */
const methods = (
  functions: readonly KnownFunction[],
  kind: Kind | undefined,
  mayMiss: boolean,
): readonly Suggestion[] =>
  functions
    .filter((it) => !isWhole(it))
    .filter(({ signature }) => {
      const [callee] = signature.split('.');
      return callee === 'value' ? mayMiss : kind === undefined || callee === kind;
    })
    .map(({ name, signature, does }) => ({
      label: name,
      about: signature,
      kind: 'call',
      more: does,
    }));

const nothing: Shape = { schemas: [], examples: [] };

function rootOf([root]: readonly string[], around: Around): Shape | undefined {
  switch (root) {
    case 'event':
      return eventOf(around);
    case 'steps':
      return stepsOf(around);
    case 'error':
      return textsOf('code', 'kind', 'message', 'step');
    case 'vars':
      return nothing;
    default:
      return undefined;
  }
}

const textsOf = (...names: readonly string[]) =>
  shapeOf({ properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) });

function stepsOf({ text, format, cursor, known }: Around): Shape {
  const [here, ids] =
    format === 'json'
      ? [jsonLevels(text, cursor), jsonNamed(text, cursor, 'id')]
      : [yamlLevels(text, cursor), yamlNamed(text, cursor, 'id')];
  const before = stepsBefore(ids, here, known.actions);
  const properties = before.map(({ id, gives }) => [id, gives.schemas[0] ?? {}] as const);
  return shapeOf({ properties: Object.fromEntries(properties) });
}

/** Of a trigger its own type; elsewhere of all that start it. */
function eventOf({ text, format, cursor, known }: Around): Shape {
  const here = format === 'json' ? jsonLevels(text, cursor) : yamlLevels(text, cursor);
  const own = isTrigger(here) ? typeOf(here) : undefined;
  const types = own === undefined ? triggerTypes(text, format) : [own];
  const events = known.events.filter(({ type }) => types.includes(type));
  return events.length > 0 ? joined(events.map(shapeOfEvent)) : shapeOfEvent(undefined);
}

const isTrigger = ([whole]: readonly Level[]) => whole?.kind === 'map' && whole.key === 'on';

const typeOf = (levels: readonly Level[]) => {
  const last = levels.at(-1);
  return last?.kind === 'map' ? last.beside.get('event') : undefined;
};

const text = { type: 'string' } as const;

const shapeOfEvent = (event: KnownEvent | undefined): Shape =>
  shapeOf(
    {
      properties: {
        data: event?.schema.data ?? {},
        subject: text,
        time: { type: 'time' },
        type: text,
        source: text,
        source_id: text,
        id: text,
        before: event?.schema.before ?? {},
        after: event?.schema.after ?? {},
        actor: text,
      },
    },
    ...(event ? [event.example] : []),
  );

/** The types that start it; of a family such as `crm.*` nobody knows what comes. */
export function triggerTypes(text: string, format: SourceFormat): readonly string[] {
  const named = (format === 'json' ? jsonNamed : yamlNamed)(text, text.length, 'event');
  const types = named.filter(isOfTrigger).map(({ value }) => value);
  return [...new Set(types)].filter((type) => !type.includes('*'));
}

const isOfTrigger = ({ levels }: Named) => levels.length === 3 && isTrigger(levels);
