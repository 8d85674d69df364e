import { expect, test } from 'vitest';
import { beginningOf, optionalIn } from './schema-example';

test('begins with what is needed and with what the schema says', () => {
  const schema = {
    type: 'object',
    required: ['customer', 'amount', 'paid', 'tags', 'at'],
    properties: {
      customer: { type: 'string', examples: ['Ada Ltd'] },
      amount: { type: 'number', minimum: 5 },
      paid: { type: ['null', 'boolean'] },
      tags: { type: 'array', items: { type: 'string' } },
      at: { $ref: '#/$defs/place' },
      currency: { enum: ['EUR', 'USD'] },
      note: { type: 'string' },
    },
    $defs: {
      place: { type: 'object', required: ['city'], properties: { city: { type: 'string' } } },
    },
  };
  expect(beginningOf(schema)).toEqual({
    customer: 'Ada Ltd',
    amount: 5,
    paid: false,
    tags: [],
    at: { city: '' },
    currency: 'EUR',
  });
  expect(optionalIn(schema)).toEqual(['note']);
});

test('the default of the whole goes before all else', () => {
  expect(beginningOf({ type: 'object', default: { a: 1 }, properties: { a: {} } })).toEqual({
    a: 1,
  });
});

test('takes the first of several choices', () => {
  expect(beginningOf({ oneOf: [{ properties: { a: { const: 1 } } }, { type: 'null' }] })).toEqual({
    a: 1,
  });
});

test('ends where a schema holds itself', () => {
  const self = { type: 'object', required: ['next'], properties: { next: { $ref: '#' } } };
  expect(JSON.stringify(beginningOf({ ...self, $defs: {} })).length).toBeLessThan(200);
  const loop = { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } };
  expect(beginningOf(loop)).toBeNull();
});

test('makes nothing of what is no schema', () => {
  expect(beginningOf(true)).toBeNull();
  expect(optionalIn('x')).toEqual([]);
});
