import { expect, test } from 'vitest';
import { aRun, aStep } from '@/testing/fake-house';
import { chainOf } from '../chain/model';
import type { Json } from '../json';
import { eventKey, rowsOf } from './rows';

const chain = (steps: string) => chainOf({ steps: JSON.parse(steps) as Json }).steps;
const none: ReadonlyMap<string, boolean> = new Map();

function told(given: Partial<Parameters<typeof rowsOf>[0]>) {
  return rowsOf({ run: aRun(), chain: undefined, opened: none, ...given }).map(
    ({ key, level, state }) => `${' '.repeat(level - 1)}${key} ${state}`,
  );
}

test('the event stands first, what lies ahead last', () => {
  const run = aRun({ state: 'running', finishedAt: null, steps: [aStep({ id: 'a' })] });
  expect(told({ run, chain: chain('[{"id": "a", "do": "x"}, {"id": "b", "do": "y"}]') })).toEqual([
    `${eventKey} finished`,
    'a finished',
    'b queued',
  ]);
});

test('what a run that has ended did not come to was left out', () => {
  const run = aRun({ state: 'failed', steps: [aStep({ id: 'a', state: 'failed' })] });
  const rows = told({ run, chain: chain('[{"id": "a", "do": "x"}, {"id": "b", "do": "y"}]') });
  expect(rows.at(-1)).toBe('b skipped');
});

test('ways that run beside each other stand under their names, also before the fork is over', () => {
  const run = aRun({
    state: 'running',
    finishedAt: null,
    steps: [aStep({ id: 'a' }), aStep({ id: 'b', state: 'running', finishedAt: null })],
  });
  const fork =
    '[{"id": "f", "parallel": {"crm": [{"id": "a", "do": "x"}], "mail": [{"id": "b", "do": "y"}, {"id": "c", "do": "z"}]}}]';
  expect(told({ run, chain: chain(fork) })).toEqual([
    `${eventKey} finished`,
    'f running',
    ' f:crm finished',
    '  a finished',
    ' f:mail running',
    '  b running',
    '  c queued',
  ]);
});

test('turns stand in their order, and the one that failed stands open', () => {
  const run = aRun({
    steps: [
      aStep({ id: 'each', kind: 'for_each' }),
      aStep({ id: 'each.10.m' }),
      aStep({ id: 'each.2.m', state: 'failed' }),
    ],
  });
  const loop = '[{"id": "each", "for_each": "x", "steps": [{"id": "m", "do": "x"}]}]';
  expect(told({ run, chain: chain(loop) })).toEqual([
    `${eventKey} finished`,
    'each finished',
    ' each.2 failed',
    '  each.2.m failed',
    ' each.10 finished',
  ]);
});

test('a loop of many turns is closed until somebody opens it', () => {
  const turns = Array.from({ length: 20 }, (_, n) => aStep({ id: `each.${n}.m` }));
  const run = aRun({ steps: [aStep({ id: 'each', kind: 'for_each' }), ...turns] });
  const loop = chain('[{"id": "each", "for_each": "x", "steps": [{"id": "m", "do": "x"}]}]');
  expect(told({ run, chain: loop })).toHaveLength(2);
  expect(told({ run, chain: loop, opened: new Map([['each', true]]) })).toHaveLength(22);
});

test('what was done instead of a failure stands with the step that failed', () => {
  const run = aRun({ steps: [aStep({ id: 'm', state: 'failed' }), aStep({ id: 'calm' })] });
  const caught = '[{"id": "m", "do": "x", "on_error": [{"id": "calm", "do": "y"}]}]';
  expect(told({ run, chain: chain(caught) })).toEqual([
    `${eventKey} finished`,
    'm failed',
    ' calm finished',
  ]);
  const well = aRun({ steps: [aStep({ id: 'm' })] });
  expect(told({ run: well, chain: chain(caught) })).toHaveLength(2);
});

test('without a chain the steps stand as they were begun, turns set in', () => {
  const run = aRun({ steps: [aStep({ id: 'each' }), aStep({ id: 'each.0.m' })] });
  expect(told({ run })).toEqual([`${eventKey} finished`, 'each finished', ' each.0.m finished']);
});

test('a step that was told anew takes the place of what was read before', () => {
  const run = aRun({ steps: [aStep({ id: 'a', state: 'failed' })] });
  expect(told({ run, others: [aStep({ id: 'a' })] })).toEqual([`${eventKey} finished`, 'a failed']);
});
