import type { Json } from '../json';
import { listed } from '../format';
import { automationWords } from '../words/automation';
import type { Branch, ChainStep, StepKind, Trigger } from './model';

/** What stands on a card: what people call it, and in one line what it does. */
export interface Said {
  readonly name: string;
  readonly about: string;
}

const words = () => automationWords.chain;

export function triggerSaid(trigger: Trigger): Said {
  switch (trigger.kind) {
    case 'event':
      return {
        name: trigger.type === '*' ? words().anyEvent : trigger.type,
        about: trigger.when === undefined ? words().onEvent : words().when(trigger.when),
      };
    case 'manual':
      return { name: words().byHand(trigger.label), about: words().started };
    case 'api':
      return { name: words().byApi, about: words().started };
  }
}

const text = (value: Json | undefined) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const field = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })[name]
    : undefined;

/** A step without a name is called by what it does. */
export function stepSaid(step: ChainStep): Said {
  const { name, about } = sayers[step.kind](step);
  return step.name === undefined ? { name, about } : { name: step.name, about: about || name };
}

const sayers = {
  do: ({ written }) => ({ name: text(written['do']), about: '' }),
  if: ({ written }) => ({ name: words().names.if, about: text(written['if']) }),
  switch: ({ written, branches }) => ({
    name: words().names.switch,
    about: `${text(written['switch'])}, ${words().ways(branches.length)}`,
  }),
  for_each: ({ written }) => ({
    name: words().eachOf(text(written['for_each'])),
    about: words().atATime(Number(text(written['parallel']) || 1)),
  }),
  parallel: ({ written, branches }) => ({
    name: words().names.parallel,
    about: `${words().ways(branches.length)}, ${untilSaid(written['until'])}`,
  }),
  set: ({ written }) => ({ name: words().setNames(namesIn(written['set'])), about: '' }),
  wait: ({ written }) => waitSaid(written['wait']),
  call: ({ written }) => ({
    name: `${words().names.call} ${text(written['call'])}`,
    about: written['wait'] === false ? words().callOnly : words().callAnd,
  }),
  stop: ({ written }) => ({
    name: stopSaid(field(written['stop'], 'as')),
    about: text(field(written['stop'], 'reason')),
  }),
} satisfies Record<StepKind, (step: ChainStep) => Said>;

function stopSaid(as: Json | undefined): string {
  const { stopAs } = words();
  return as === 'failed' || as === 'cancelled' ? stopAs[as] : stopAs.finished;
}

const namesIn = (value: Json | undefined) =>
  typeof value === 'object' && value !== null ? listed(Object.keys(value)) : '';

function untilSaid(until: Json | undefined): string {
  if (until === 'first') return words().first;
  return typeof until === 'number' ? words().some(until) : words().allOf;
}

function waitSaid(wait: Json | undefined): Said {
  const event = text(field(wait, 'event'));
  if (event !== '') {
    const most = text(field(wait, 'for'));
    return { name: words().waitEvent(event), about: most === '' ? '' : words().atMost(most) };
  }
  const until = text(field(wait, 'until'));
  return { name: until === '' ? words().waitFor(text(wait)) : words().waitUntil(until), about: '' };
}

/** On the way into a branch: the condition itself, or the name of the case. */
export function branchSaid(of: ChainStep, { name, role }: Branch): string {
  switch (role) {
    case 'then':
      return text(of.written['if']);
    case 'else':
      return words().otherwise;
    case 'case':
    case 'beside':
      return name;
  }
}
