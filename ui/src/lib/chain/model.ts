import type { Json } from '../json';

/** A chain as it is drawn: what the definition says, without what only a machine needs. */
export interface Chain {
  readonly triggers: readonly Trigger[];
  readonly steps: readonly ChainStep[];
}

export type Trigger =
  | { readonly kind: 'event'; readonly type: string; readonly when: string | undefined }
  | ManualTrigger
  | { readonly kind: 'api' };

/** A button for people. */
export interface ManualTrigger {
  readonly kind: 'manual';
  readonly label: string;
  /** The schema of what they fill in; undefined where nothing is asked for. */
  readonly input: Json | undefined;
}

export const stepKinds = [
  'do',
  'if',
  'switch',
  'for_each',
  'parallel',
  'set',
  'wait',
  'call',
  'stop',
] as const;

export type StepKind = (typeof stepKinds)[number];

export interface ChainStep {
  /** As runs call it; within a loop without the turns: "mail", not "each.3.mail". */
  readonly id: string;
  readonly kind: StepKind;
  /** What people call it; undefined where the author gave no name. */
  readonly name: string | undefined;
  /** The whole step as it was written. */
  readonly written: JsonObject;
  /** Of `if`, `switch` and `parallel`: side by side. */
  readonly branches: readonly Branch[];
  /** Of a loop: what is done for each item. */
  readonly body: readonly ChainStep[];
  /** What is done when it has failed for good. */
  readonly onError: readonly ChainStep[];
  /** It may fail, and what comes behind it is done all the same. */
  readonly goesOn: boolean;
}

export interface Branch {
  readonly name: string;
  readonly role: 'then' | 'else' | 'case' | 'beside';
  readonly steps: readonly ChainStep[];
}

type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectsOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];

const textOf = (value: Json | undefined) =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Reads what can be read: a draft may have any mistakes, and the rest of it is drawn all the same. */
export function chainOf(definition: Json): Chain {
  if (!isObject(definition)) return { triggers: [], steps: [] };
  const ids = new Ids(definition['steps']);
  return {
    triggers: objectsOf(definition['on']).flatMap(triggerOf),
    steps: stepsOf(definition['steps'], 'step', ids),
  };
}

function triggerOf(written: JsonObject): readonly Trigger[] {
  const type = textOf(written['event']);
  if (type !== undefined) return [{ kind: 'event', type, when: textOf(written['when']) }];
  const label = textOf(written['manual']);
  if (label !== undefined) return [{ kind: 'manual', label, input: written['input'] }];
  return 'api' in written ? [{ kind: 'api' }] : [];
}

/** A step without an id is named after its place, as the server does it: "step-2-then-1". */
class Ids {
  readonly #given = new Set<string>();

  constructor(steps: Json | undefined) {
    this.#collect(steps);
  }

  #collect(steps: Json | undefined): void {
    for (const step of objectsOf(steps)) {
      const id = textOf(step['id']);
      if (id !== undefined) this.#given.add(id);
      for (const key of holdsSteps) this.#collectWithin(step[key]);
    }
  }

  #collectWithin(field: Json | undefined): void {
    if (isObject(field)) for (const branch of Object.values(field)) this.#collect(branch);
    else this.#collect(field);
  }

  of(step: JsonObject, place: string): string {
    const given = textOf(step['id']);
    if (given !== undefined) return given;
    let id = place;
    for (let again = 2; this.#given.has(id); again++) id = `${place}-x${again}`;
    return id;
  }
}

const holdsSteps = ['then', 'else', 'cases', 'steps', 'parallel', 'on_error'];

/** Asked for first, for they have fields called like kinds: a `parallel` that is a number, a `wait` that is yes or no. */
const kindsFirst = ['for_each', 'call'] as const;

const kindOf = (written: JsonObject): StepKind | undefined =>
  [...kindsFirst, ...stepKinds].find((kind) => kind in written);

const stepsOf = (steps: Json | undefined, place: string, ids: Ids): readonly ChainStep[] =>
  (Array.isArray(steps) ? (steps as readonly Json[]) : []).flatMap((step, index) =>
    isObject(step) ? stepOf(step, `${place}-${index + 1}`, ids) : [],
  );

function stepOf(written: JsonObject, place: string, ids: Ids): readonly ChainStep[] {
  const kind = kindOf(written);
  if (kind === undefined) return [];
  return [
    {
      id: ids.of(written, place),
      kind,
      name: textOf(written['name']),
      written,
      branches: branchesOf(kind, written, place, ids),
      body: kind === 'for_each' ? stepsOf(written['steps'], `${place}-each`, ids) : [],
      onError: stepsOf(written['on_error'], `${place}-error`, ids),
      goesOn: written['on_error'] === 'continue',
    },
  ];
}

function branchesOf(
  kind: StepKind,
  written: JsonObject,
  place: string,
  ids: Ids,
): readonly Branch[] {
  switch (kind) {
    case 'if':
      return [
        { name: 'then', role: 'then', steps: stepsOf(written['then'], `${place}-then`, ids) },
        otherwise(written, place, ids),
      ];
    case 'switch':
      return [...named(written, 'cases', 'case', place, ids), otherwise(written, place, ids)];
    case 'parallel':
      return named(written, 'parallel', 'beside', place, ids);
    case 'do':
    case 'for_each':
    case 'set':
    case 'wait':
    case 'call':
    case 'stop':
      return [];
  }
}

const otherwise = (written: JsonObject, place: string, ids: Ids): Branch => ({
  name: 'else',
  role: 'else',
  steps: stepsOf(written['else'], `${place}-else`, ids),
});

const named = (
  written: JsonObject,
  key: 'cases' | 'parallel',
  role: Branch['role'],
  place: string,
  ids: Ids,
): readonly Branch[] => {
  const field = written[key];
  if (!isObject(field)) return [];
  return Object.entries(field).map(([name, steps], index) => ({
    name,
    role,
    steps: stepsOf(steps, `${place}-${key}${index + 1}`, ids),
  }));
};

/** Every step, in the order in which it is read. */
export const allSteps = (steps: readonly ChainStep[]): readonly ChainStep[] =>
  steps.flatMap((step) => [
    step,
    ...step.branches.flatMap((branch) => allSteps(branch.steps)),
    ...allSteps(step.body),
    ...allSteps(step.onError),
  ]);
