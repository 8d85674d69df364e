import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonPlace } from './json-place';
import { namesAt } from './names';
import { expressionAt } from './place';
import { suggestionsAt } from './suggest';
import { yamlPlace } from './yaml-place';

/** The schema as the server hands it out. */
const schema = JSON.parse(
  readFileSync(
    '../core/chain/src/main/resources/dev/pilothouse/chain/definition.schema.json',
    'utf8',
  ),
);

const known = {
  schema,
  actions: [
    {
      name: 'mail.send',
      title: 'Send a mail',
      input: {
        type: 'object',
        properties: { to: { type: 'string' }, subject: { type: 'string' } },
      },
    },
  ],
  eventTypes: [{ type: 'crm.deal.won', title: 'A deal was won' }],
  events: [],
  functions: [],
};

/** What is offered where the bar stands. */
function offered(marked: string): readonly string[] {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const format = /^\s*[{[]/.test(text) ? 'json' : 'yaml';
  const place = format === 'json' ? jsonPlace(text, cursor) : yamlPlace(text, cursor);
  const expression = expressionAt(text, cursor, place);
  if (expression)
    return namesAt(expression, { text, format, cursor, known }).names.map(({ label }) => label);
  return place ? suggestionsAt(place, known).map(({ label }) => label) : [];
}

test('offers the keys of the whole, but those that stand there already', () => {
  const keys = offered('name: It\n|');
  expect(keys).toContain('steps');
  expect(keys).toContain('concurrency');
  expect(keys).not.toContain('name');
});

test('offers every kind of step for a new one, and then only its own keys', () => {
  expect(offered('steps:\n  - |')).toEqual(
    expect.arrayContaining(['do', 'if', 'switch', 'for_each', 'parallel', 'wait', 'call', 'stop']),
  );
  const keys = offered('steps:\n  - do: mail.send\n    |');
  expect(keys).toEqual(expect.arrayContaining(['with', 'timeout', 'retry', 'on_error', 'name']));
  expect(keys).not.toContain('if');
  expect(keys).not.toContain('do');
});

test('knows what is written below the cursor as well', () => {
  expect(offered('steps:\n  - |\n    wait: 2h\n')).not.toContain('do');
});

test('keeps one item of a list apart from the next', () => {
  expect(offered('steps:\n  - wait: 2h\n  - |\n')).toContain('do');
});

test('reads lists that are not set in', () => {
  expect(offered('steps:\n- do: mail.send\n  |')).toContain('with');
});

test('offers the actions and the types of events there are', () => {
  expect(offered('steps:\n  - do: |')).toEqual(['mail.send']);
  expect(offered('on:\n  - event: crm|')).toEqual(['crm.deal.won']);
});

test('offers what an action takes', () => {
  expect(offered('steps:\n  - do: mail.send\n    with:\n      to: x\n      |')).toEqual([
    'subject',
  ]);
});

test('goes down into branches, loops and what is done on failure', () => {
  const deep =
    'steps:\n  - if: "true"\n    then:\n      - for_each: event.data\n        steps:\n          - do: mail.send\n            on_error:\n              - |';
  expect(offered(deep)).toContain('stop');
  expect(offered('steps:\n  - switch: a\n    cases:\n      won:\n        - |')).toContain('do');
});

test('offers the words that a key allows', () => {
  expect(offered('concurrency:\n  key: a\n  mode: |')).toEqual(['queue', 'skip', 'replace']);
  expect(offered('steps:\n  - call: Bill\n    wait: |')).toEqual(
    expect.arrayContaining(['true', 'false']),
  );
});

test('offers nothing within a text of several lines or a comment', () => {
  expect(offered('description: >\n  some|\n')).toEqual([]);
  expect(offered('# na|')).toEqual([]);
  expect(offered('steps:\n  - do: mail.send\n    with: { to: |')).toEqual([]);
});

test('offers the same in JSON, also of half a document', () => {
  expect(offered('{"name": "It", "|')).toContain('steps');
  expect(offered('{"steps": [{"do": "mail.send", "|')).toContain('with');
  expect(offered('{"steps": [{"do": "|')).toEqual(['mail.send']);
  expect(offered('{"steps": [{"do": "mail.send", "with": {"to": "a", "|')).toEqual(['subject']);
  expect(offered('{"concurrency": {"key": "a", "mode": "|')).toEqual(['queue', 'skip', 'replace']);
  expect(offered('{"steps": [{"wait": "2h"}, {"|')).toContain('do');
  expect(offered('{"steps": [{"if": "event.|')).toContain('data');
});
