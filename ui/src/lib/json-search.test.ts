import { expect, test } from 'vitest';
import { narrowed } from './json-search';

const deal = {
  name: 'Bramble & Co',
  lines: [{ machine: 'Linea' }, { machine: 'Strada' }],
  paid: false,
};

test('without a wish the tree is whole', () => {
  expect(narrowed(deal, ' ')).toEqual({ value: deal, found: 4, shown: 4 });
});

test('keeps what holds the text, and lists keep their numbers', () => {
  expect(narrowed(deal, 'STRADA').value).toEqual({ lines: { 2: { machine: 'Strada' } } });
});

test('a name that fits keeps all that is under it', () => {
  expect(narrowed(deal, 'lines').value).toEqual({ lines: deal.lines });
});

test('finds nothing where nothing is', () => {
  expect(narrowed(deal, 'zebra')).toEqual({ value: undefined, found: 0, shown: 0 });
});

test('shows no more than a thousand values and says how many there are', () => {
  const many = narrowed(
    Array.from({ length: 1_500 }, (_, index) => index),
    '',
  );
  expect(many).toMatchObject({ found: 1_500, shown: 1_000 });
});
