import { expect, test } from 'vitest';
import { jsonPlace } from './json-place';
import { namesAt } from './names';
import { expressionAt } from './place';
import type { Known, Suggestion } from './suggest';
import { yamlPlace } from './yaml-place';

const deal = {
  properties: {
    amount: { type: 'number', description: 'In the currency of the deal.' },
    owner: { type: 'object', properties: { mail: { type: 'string' } } },
    rows: { type: 'array', items: { type: 'object', properties: { price: { type: 'number' } } } },
  },
};

const known: Known = {
  schema: {},
  actions: [
    {
      name: 'mail.send',
      title: 'Send a mail',
      input: {},
      output: { properties: { message_id: { type: 'string' } } },
    },
    {
      name: 'transform',
      title: 'Work out',
      input: { properties: { total: { type: 'number' } } },
      output: { 'x-same-as': 'input' },
    },
  ],
  eventTypes: [],
  events: [
    {
      type: 'crm.deal.won',
      schema: { data: deal },
      example: { data: { amount: 12_000, region: 'EU' } },
    },
    { type: 'invoice.paid', schema: { data: { properties: { invoice: {} } } }, example: {} },
  ],
  functions: [
    { name: 'text.title', signature: 'text.title(text)', does: 'Begins each word with a capital.' },
    { name: 'has', signature: 'has(object.field)', does: 'Whether the object has the field.' },
    { name: 'map', signature: 'list.map(item, value)', does: 'The value for each item.' },
    { name: 'trim', signature: 'text.trim()', does: 'Without space at its ends.' },
    { name: 'orValue', signature: 'value.orValue(default)', does: 'The value, or the default.' },
  ],
};

/** What is offered where the bar stands. */
function names(marked: string): readonly Suggestion[] {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const format = text.startsWith('{') ? 'json' : 'yaml';
  const place = format === 'json' ? jsonPlace(text, cursor) : yamlPlace(text, cursor);
  const expression = expressionAt(text, cursor, place);
  return expression ? namesAt(expression, { text, format, cursor, known }).names : [];
}

const offered = (marked: string) => names(marked).map(({ label }) => label);

const won = 'on:\n  - event: crm.deal.won\n';

test('offers what an event has, and of its data what its type carries', () => {
  expect(offered(`${won}    when: event.|`)).toEqual(
    expect.arrayContaining(['data', 'subject', 'time', 'before', 'source_id']),
  );
  expect(offered(`${won}    when: event.data.|`)).toEqual(['amount', 'owner', 'rows', 'region']);
  expect(offered(`${won}    when: event.data.owner.|`)).toContain('mail');
  expect(offered(`${won}    when: event.data.rows[0].|`)).toContain('price');
});

test('tells the kind of each field, an example and what it is', () => {
  expect(names(`${won}    when: event.data.|`)[0]).toEqual({
    label: 'amount',
    about: 'number, such as 12000',
    kind: 'name',
    more: 'In the currency of the deal.',
  });
});

test('offers in JSON and within the marks of a text the same', () => {
  const json = '{"on": [{"event": "crm.deal.won"}], "steps": [';
  expect(offered(`${json}{"if": "event.data.|`)).toContain('amount');
  expect(
    offered(`${json}{"do": "mail.send", "with": {"to": "Dear \${event.data.owner.|`),
  ).toContain('mail');
  expect(offered(`${won}steps:\n  - do: mail.send\n    with: { to: "\${event.data.|`)).toContain(
    'amount',
  );
});

test('of several triggers each knows its own event, and the steps know them all', () => {
  const both = `${won}  - event: invoice.paid\n    when: event.data.`;
  expect(offered(`${both}|`)).toEqual(['invoice']);
  expect(offered(`${both}x\nsteps:\n  - if: event.data.|`)).toEqual(
    expect.arrayContaining(['amount', 'invoice']),
  );
});

test('takes an event that a step waits for as none that starts it', () => {
  const waits = 'steps:\n  - wait:\n      event: crm.deal.won\n  - if: event.data.|';
  expect(offered(waits)).not.toContain('amount');
});

const steps = `steps:
  - id: mail
    do: mail.send
  - id: fork
    if: "true"
    then:
      - id: within
        do: transform
    else:
      - if: steps.OTHERWISE
  - id: loop
    for_each: event.data.rows
    steps:
      - id: turn
        do: mail.send
  - if: steps.BEHIND
  - id: later
    do: mail.send
`;

test('offers the steps before, those of branches once they have joined', () => {
  expect(offered(steps.replace('BEHIND', '|'))).toEqual(['mail', 'fork', 'within', 'loop']);
});

test('a branch sees neither the other one nor the step around it', () => {
  expect(offered(steps.replace('OTHERWISE', '|'))).toEqual(['mail']);
});

test('knows in JSON, too, what is done before', () => {
  const json =
    '{"steps": [{"id": "mail", "do": "mail.send", "with": {"id": "no"}}, {"id": "fork", "if": "true", "then": [{"do": "transform", "id": "within"}], "else": [{"if": "steps.|';
  expect(offered(json)).toEqual(['mail']);
  expect(offered(json.replace('"else": [{', '"else": []}, {'))).toEqual(['mail', 'fork', 'within']);
});

test('offers what a step hands on, by its action or its kind', () => {
  expect(offered(steps.replace('BEHIND', 'mail.|'))).toContain('message_id');
  expect(offered(steps.replace('BEHIND', 'within.|'))).toContain('total');
  expect(offered(steps.replace('BEHIND', 'fork.|'))).toContain('branch');
  expect(offered(steps.replace('BEHIND', 'loop.|'))).toEqual(
    expect.arrayContaining(['count', 'failed', 'results']),
  );
});

test('offers every function with what it takes and what it does', () => {
  const all = names('steps:\n  - if: te|');
  expect(all.map(({ label }) => label)).toEqual(expect.arrayContaining(['event', 'has']));
  expect(all.find(({ label }) => label === 'text.title')).toEqual({
    label: 'text.title',
    about: '(text)',
    kind: 'call',
    more: 'Begins each word with a capital.',
  });
  expect(offered('steps:\n  - if: text.|')).toEqual(['text.title']);
});

test('offers on a value what can be called on its kind', () => {
  expect(offered(`${won}    when: event.subject.|`)).toEqual(['trim']);
  expect(offered(`${won}    when: event.data.rows.|`)).toEqual(['map']);
  expect(offered(`${won}    when: event.data.?amount.|`)).toEqual(['orValue']);
});

test('offers nothing within a text of the expression, or behind it', () => {
  expect(offered("steps:\n  - if: event.subject == 'ev|")).toEqual([]);
  expect(offered('steps:\n  - do: y\n    with:\n      a: "${event.id} |"')).toEqual([]);
});

test('puts what is chosen behind the last dot', () => {
  const marked = 'steps:\n  - if: event.da|';
  const place = expressionAt(marked, marked.length - 1, yamlPlace(marked, marked.length - 1));
  expect(place && namesAt(place, { text: marked, format: 'yaml', cursor: 0, known }).from).toBe(
    marked.indexOf('da|'),
  );
});
