import { expect, test } from 'vitest';
import { aGlance, anAutomation, counts } from '@/testing/fake-automations';
import {
  allOf,
  barsOf,
  byArea,
  countText,
  sparkSays,
  standingOf,
  startSays,
  typicalOf,
} from './glance';

const bar = (state: 'finished' | 'running' | 'failed', durationMs: number | null) => ({
  id: 'r',
  state,
  queuedAt: '2026-11-20T08:00:00.000Z',
  durationMs,
});

test('draws the oldest run first, and longer ones higher', () => {
  const bars = barsOf([bar('running', null), bar('failed', 86_400_000), bar('finished', 900)]);
  expect(bars.map(({ kind }) => kind)).toEqual(['worked', 'failed', 'running']);
  expect(bars[0]?.height).toBeLessThan(bars[1]?.height ?? 0);
  expect(bars[2]?.height).toBe(1);
});

test('runs that took no time at all are drawn all the same', () => {
  expect(barsOf([bar('finished', 0)])).toEqual([{ height: 1, kind: 'worked' }]);
});

test('says the bars in words', () => {
  expect(sparkSays([])).toBe('No run yet');
  expect(sparkSays([bar('finished', 1), bar('failed', 1), bar('finished', 1)])).toBe(
    'The last 3 runs: 2 finished, 1 failed',
  );
});

test('takes the middle of what finished as typical', () => {
  expect(
    typicalOf([bar('finished', 9), bar('failed', 1), bar('finished', 5), bar('finished', 700)]),
  ).toBe(9);
  expect(typicalOf([bar('running', null)])).toBeUndefined();
});

test('says that counting ended', () => {
  const glance = aGlance('a', {
    counts: [
      { state: 'finished', runs: 1_000, more: true },
      { state: 'failed', runs: 2, more: false },
    ],
  });
  expect(countText(allOf(glance))).toBe('1,002+');
});

test('a run that asks for somebody goes before whether it acts', () => {
  const automation = anAutomation({ unpublishedChanges: true });
  expect(standingOf(automation)).toEqual({ state: 'live', word: 'Live, changes in draft' });
  const glance = aGlance('auto-1', { counts: counts({ needs_person: 2 }) });
  expect(standingOf(automation, glance)).toEqual({
    state: 'unknown',
    word: '2 unknown effects',
  });
  expect(standingOf(anAutomation({ state: 'paused' })).state).toBe('paused');
});

test('groups by area, those without one last', () => {
  const groups = byArea([
    anAutomation({ id: 'a', area: '' }),
    anAutomation({ id: 'b', area: 'Sales' }),
    anAutomation({ id: 'c', area: 'Finance' }),
    anAutomation({ id: 'd', area: 'Sales' }),
  ]);
  expect(groups.map(({ area, automations }) => [area, automations.map(({ id }) => id)])).toEqual([
    ['Finance', ['c']],
    ['Sales', ['b', 'd']],
    ['', ['a']],
  ]);
});

test('says what starts it', () => {
  expect(startSays([])).toBe('Nothing starts it');
  expect(startSays(['crm.deal.won', 'manual'])).toBe('Starts on crm.deal.won, by hand');
});
