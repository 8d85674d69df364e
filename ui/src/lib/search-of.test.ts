import { expect, test } from 'vitest';
import { chosenOf, flag, manyOf, oneOf, searchOf, text } from './search-of';

const check = searchOf({
  q: text,
  state: manyOf(['failed', 'running']),
  tab: oneOf(['input', 'effects']),
  mine: flag,
});

test('reads what is known', () => {
  expect(check({ q: 'kestrel', state: 'running,failed', tab: 'effects', mine: true })).toEqual({
    q: 'kestrel',
    state: 'failed,running',
    tab: 'effects',
    mine: true,
  });
});

test('leaves out, outright, whatever somebody typed that is not known', () => {
  expect(check({ q: 7, state: 'burning', tab: '', mine: 'yes', other: 1 })).toEqual({
    q: undefined,
    state: undefined,
    tab: undefined,
    mine: undefined,
  });
});

test('what is chosen is a list, also of none', () => {
  expect(chosenOf('failed,running')).toEqual(['failed', 'running']);
  expect(chosenOf(undefined)).toEqual([]);
});
