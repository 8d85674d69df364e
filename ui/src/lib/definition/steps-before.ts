import type { Json } from '../json';
import type { Level, Named } from './place';
import { type Shape, shapeOf } from './shape';
import type { KnownAction } from './suggest';

type Beside = ReadonlyMap<string, string>;

const kinds = ['do', 'if', 'switch', 'for_each', 'parallel', 'set', 'wait', 'call', 'stop'];

/** Ids of steps that are done before, with what each hands on. */
export function stepsBefore(
  ids: readonly Named[],
  here: readonly Level[],
  actions: readonly KnownAction[],
): readonly { readonly id: string; readonly gives: Shape }[] {
  return ids
    .filter(({ levels }) => isStep(levels) && isBefore(levels, here))
    .filter(({ value }) => isReadable(value))
    .map(({ value, levels }) => ({ id: value, gives: outputOf(besideOf(levels), actions) }));
}

/** One with a dash cannot be read with a dot. */
const isReadable = (id: string) => /^[a-z][a-z0-9_]*$/.test(id);

const besideOf = (levels: readonly Level[]): Beside => {
  const last = levels.at(-1);
  return last?.kind === 'map' ? last.beside : new Map();
};

const isStep = (levels: readonly Level[]) =>
  levels.at(-2)?.kind === 'list' && kinds.some((kind) => besideOf(levels).has(kind));

/**
 * Where the ways to both part, they part at two steps of one list: branches do not see each other.
 * What is done in a loop is seen within it alone.
 */
function isBefore(levels: readonly Level[], here: readonly Level[]): boolean {
  const parted = levels.findIndex(
    ({ kind, from }, at) => kind !== here[at]?.kind || from !== here[at]?.from,
  );
  if (parted < 1 || levels[parted]?.kind !== 'map' || levels[parted - 1]?.kind !== 'list')
    return false;
  return !levels.slice(parted, -1).some((level) => level.kind === 'map' && isLoop(level.beside));
}

const isLoop = (beside: Beside) => beside.has('for_each');

const texts = (...names: readonly string[]): Json => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
});

const gives: Readonly<Record<string, Json>> = {
  if: texts('branch'),
  switch: texts('value', 'case'),
  parallel: { properties: { done: { type: 'array' } } },
  for_each: {
    properties: {
      count: { type: 'integer' },
      failed: { type: 'integer' },
      results: { type: 'array' },
    },
  },
  call: {
    properties: {
      run: { type: 'string' },
      automation: { type: 'string' },
      state: { type: 'string' },
      reason: { type: 'string' },
      output: {},
    },
  },
};

const event: Json = { properties: { arrived: { type: 'boolean' }, event: { type: 'object' } } };

function outputOf(beside: Beside, actions: readonly KnownAction[]): Shape {
  const action = beside.get('do');
  if (action !== undefined) return shapeOf(outputOfAction(actions, action));
  const wait = beside.get('wait');
  if (wait !== undefined && !beside.has('call'))
    return shapeOf(wait === '' ? event : texts('waited_until'));
  const kind = Object.keys(gives).find((it) => beside.has(it));
  return shapeOf(kind && gives[kind]);
}

/** Some hand on what they were given. */
function outputOfAction(actions: readonly KnownAction[], name: string): Json | undefined {
  const action = actions.find((it) => it.name === name);
  const same = (action?.output as { readonly 'x-same-as'?: string } | undefined)?.['x-same-as'];
  return same === 'input' ? action?.input : action?.output;
}
