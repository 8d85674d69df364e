import { expect, test } from 'vitest';
import { Refused } from '@/lib/http';
import { rebased, toldBy } from './drafting';

test('what I wrote stays, what I did not touch becomes theirs', () => {
  const was = { name: 'Bramble', stage: 'offer', owner: 'ada' };
  const mine = { ...was, stage: 'won' };
  const theirs = { name: 'Bramble & Co', stage: 'lost', owner: 'ada' };
  expect(rebased(was, mine, theirs)).toEqual({ name: 'Bramble & Co', stage: 'won', owner: 'ada' });
});

test('a problem stands at the field whose part it is', () => {
  const error = new Refused(
    400,
    { errors: [{ path: 'amount', message: 'A number.' }] },
    undefined,
    '',
  );
  expect(toldBy(error)).toEqual({ amount: 'A number.' });
});
