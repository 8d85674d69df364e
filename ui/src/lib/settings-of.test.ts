import { expect, test } from 'vitest';
import { settingsOf } from './settings-of';

const saidOf = (definition: Parameters<typeof settingsOf>[0]) =>
  Object.fromEntries(settingsOf(definition).map(({ name, says }) => [name, says]));

test('says in words what the definition says in keys', () => {
  expect(
    saidOf({
      owner: 'priya@harbourfinch.example',
      concurrency: { key: '${event.subject}' },
      throttle: { limit: 10, per: '1m' },
      dedupe: { key: '${event.subject}', window: '1d' },
      deadline: '9d',
      on_failure: { notify: 'owner' },
    }),
  ).toEqual({
    description: undefined,
    owner: 'priya@harbourfinch.example',
    area: undefined,
    concurrency: 'one after the other, for each ${event.subject}',
    throttle: '10 runs in 1m',
    dedupe: 'for each ${event.subject} once within 1d',
    deadline: '9d',
    onFailure: 'owner',
  });
});

test('tells the modes apart, and counts for each key', () => {
  const said = saidOf({
    concurrency: { key: 'a', mode: 'replace' },
    throttle: { limit: 1, per: '1h', key: 'b' },
  });
  expect(said['concurrency']).toBe('a new one cancels those before it, for each a');
  expect(said['throttle']).toBe('1 runs in 1h, for each b');
});

test('says nothing of what is half written', () => {
  const said = saidOf({ throttle: { limit: 1 }, dedupe: 'x', concurrency: [], owner: '' });
  expect(Object.values(said).every((says) => says === undefined)).toBe(true);
  expect(settingsOf(null)).toHaveLength(8);
});
