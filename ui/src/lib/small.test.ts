import { expect, test } from 'vitest';
import { randomId } from './ids';
import { entriesOf } from './json';
import { workflowPage } from './temporal';

test('ids are long enough never to meet', () => {
  const ids = new Set(Array.from({ length: 1_000 }, randomId));
  expect(ids.size).toBe(1_000);
  expect(randomId()).toMatch(/^[\da-f]{24}$/);
});

test('lists are counted from 1, objects keep their names', () => {
  expect(entriesOf(['a', 'b'])).toEqual([
    ['1', 'a'],
    ['2', 'b'],
  ]);
  expect(entriesOf({ amount: 3 })).toEqual([['amount', 3]]);
  expect(entriesOf('text')).toEqual([]);
});

test("a workflow's page is found with and without a namespace in the address", () => {
  expect(workflowPage('http://t:8233/', 'run/7')).toBe(
    'http://t:8233/namespaces/default/workflows/run%2F7',
  );
  expect(workflowPage('http://t:8233/namespaces/crew', 'run/7')).toBe(
    'http://t:8233/namespaces/crew/workflows/run%2F7',
  );
});
