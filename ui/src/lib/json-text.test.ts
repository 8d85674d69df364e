import { expect, test } from 'vitest';
import { readJson } from './json-text';

test('reads JSON as it is', () => {
  expect(readJson('{"a": [1, null]}')).toEqual({ is: 'read', value: { a: [1, null] } });
});

test('tells the line and column where reading ended', () => {
  expect(readJson('{\n  "a": 1,\n  b: 2\n}')).toMatchObject({ is: 'broken', line: 3, column: 3 });
});

test('a text that ends too early is broken at its end', () => {
  expect(readJson('{\n"a": ')).toMatchObject({ is: 'broken', line: 2 });
});
