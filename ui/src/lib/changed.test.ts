import { expect, test } from 'vitest';
import { changedBetween } from './changed';

test('tells each field that is another than before, and how many stay', () => {
  const before = { id: '57', stage: 'negotiation', owner: 'ada', amount: 5 };
  const after = { id: '57', stage: 'won', amount: 5, note: { by: 'Ada' } };
  expect(changedBetween(before, after)).toEqual({
    changes: [
      { name: 'stage', before: 'negotiation', after: 'won' },
      { name: 'owner', before: 'ada', after: undefined },
      { name: 'note', before: undefined, after: '{"by":"Ada"}' },
    ],
    same: 2,
  });
});

test('what came into being had no field before', () => {
  expect(changedBetween(null, { id: '1' }).changes).toEqual([
    { name: 'id', before: undefined, after: '1' },
  ]);
});
