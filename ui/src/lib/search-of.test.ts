import { expect, test } from 'vitest';
import { chosenOf, flag, manyOf, moment, oneOf, searchOf, text } from './search-of';

const check = searchOf({
  q: text,
  state: manyOf(['failed', 'running']),
  tab: oneOf(['input', 'effects']),
  mine: flag,
  from: moment,
});

test('reads what is known', () => {
  expect(
    check({
      q: 'kestrel',
      state: 'running,failed',
      tab: 'effects',
      mine: true,
      from: '2026-11-20T09:00:00Z',
    }),
  ).toEqual({
    q: 'kestrel',
    state: 'failed,running',
    tab: 'effects',
    mine: true,
    from: '2026-11-20T09:00:00Z',
  });
});

test('leaves out, outright, whatever somebody typed that is not known', () => {
  expect(
    check({ q: 7, state: 'burning', tab: '', mine: 'yes', from: 'yesterday', other: 1 }),
  ).toEqual({
    q: undefined,
    state: undefined,
    tab: undefined,
    mine: undefined,
    from: undefined,
  });
});

test('what is chosen is a list, also of none', () => {
  expect(chosenOf('failed,running')).toEqual(['failed', 'running']);
  expect(chosenOf(undefined)).toEqual([]);
});
