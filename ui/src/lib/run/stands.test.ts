import { expect, test } from 'vitest';
import { aRun } from '@/testing/a-run';
import type { Stop } from '../api/runs';
import { stands } from './stands';

const now = Date.parse('2026-11-20T09:00:00Z');
const until = '2026-11-20T09:45:00.123Z';

const standing = (over: Parameters<typeof aRun>[0], stop?: Partial<Stop>) =>
  stands(
    {
      ...aRun(over),
      stop: stop ? { kind: 'time', step: 'Nap', words: '', until, ...stop } : null,
    },
    now,
  );

test('says of a run that waits until when, as people say times', () => {
  const { state, word } = standing({ state: 'waiting' }, { words: `Waits until ${until}` });
  expect(state).toBe('time');
  expect(word).toMatch(/^Waits until \d\d:45$/);
});

test('tells a run that tries again from one that waits in peace', () => {
  expect(standing({ state: 'waiting' }, { kind: 'retry', words: 'Tries again' })).toEqual({
    state: 'retrying',
    word: 'Tries again',
  });
});

test('says no more than the state where nothing is known', () => {
  expect(standing({ state: 'waiting' })).toEqual({ state: 'time' });
});

test('a run that asks what became of an effect is an unknown one', () => {
  expect(standing({ state: 'needs_person' }, { kind: 'person' })).toEqual({ state: 'unknown' });
});

test('a run that was ordered to end is shown as such, whatever it waits for', () => {
  expect(standing({ state: 'waiting', cancelling: true }, {}).state).toBe('cancelling');
});
