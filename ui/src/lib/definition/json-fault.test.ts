import { expect, test } from 'vitest';
import { faultyLine } from './json-fault';

test.each([
  ['{"name": "It",\n "steps": [}', 2],
  ['{"name": "It",\n}', 2],
  ['{"name" "It"}', 1],
  ['{"a": 1}\n\n}', 3],
  ['{"a": [1,\n2\n3]}', 3],
  ['{"a": tru,\n"b": 1}', 1],
  ['{"a": "no\nend"}', 1],
  ['{"a":\n"It",\n\n', 2],
  ['{"a": {"b": []},\n"c": [{}, -1.5e3, null],\nd: 1}', 3],
  ['', 1],
])('finds the line in which %j stops being JSON', (text, line) => {
  expect(faultyLine(text)).toBe(line);
});
