import { expect, test } from 'vitest';
import {
  dayInWords,
  duration,
  exactly,
  second,
  spanOf,
  spoken,
  watchAt,
  when,
  whenToTheSecond,
} from './time';

const local = (text: string) => new Date(text);
const now = local('2026-11-20T10:42:00').getTime();
const said = (text: string) => when(local(text).toISOString(), now);

test('a day of the calendar is the same in every zone', () => {
  expect(dayInWords('2026-12-15')).toBe('15 Dec 2026');
  expect(dayInWords('soon')).toBe('soon');
});

test('says a moment as far as it needs saying', () => {
  expect(said('2026-11-20T09:58:00')).toBe('09:58');
  expect(said('2026-11-16T09:00:00')).toBe('Mon 09:00');
  expect(said('2026-11-03T09:00:00')).toBe('3 Nov');
  expect(said('2025-11-03T09:00:00')).toBe('3 Nov 2025');
});

test('says tomorrow by its date, never as a weekday that has passed', () => {
  expect(said('2026-11-21T00:05:00')).toBe('21 Nov');
});

test('logs have seconds', () => {
  expect(whenToTheSecond(local('2026-11-20T09:58:14').toISOString(), now)).toBe('09:58:14');
  expect(whenToTheSecond(local('2026-11-16T09:58:14').toISOString(), now)).toBe('Mon 09:58:14');
});

test.each([
  [0, '0 ms'],
  [-5, '0 ms'],
  [40, '40 ms'],
  [1_240, '1.2 s'],
  [31_000, '31 s'],
  [59_999, '1 min'],
  [4_020_000, '1 h 7 min'],
  [187_200_000, '2 d 4 h'],
  [86_400_000, '1 d'],
])('%d ms is %s', (span, text) => {
  expect(duration(span)).toBe(text);
});

test('counts to now while there is no end', () => {
  expect(spanOf('2026-11-20T10:00:00Z', null, Date.parse('2026-11-20T10:00:02Z'))).toBe(2_000);
});

test.each([
  ['04:59', 'night'],
  ['05:00', 'morning'],
  ['12:00', 'afternoon'],
  ['18:00', 'evening'],
  ['22:00', 'night'],
])('%s belongs to the %s watch', (time, watch) => {
  expect(watchAt(local(`2026-11-20T${time}:00`).getTime())).toBe(watch);
});

test('the pointer shows the second, the zone and the same in UTC', () => {
  expect(exactly('2026-11-20T08:58:14Z')).toMatch(/^20 Nov 2026, \d\d:58:14 .+, 08:58:14 UTC$/);
});

test('moments in a sentence of the server are said as people here say them', () => {
  const iso = local('2026-11-20T14:00:05').toISOString().replace('.000Z', '.239060412Z');
  expect(spoken(`Waits until ${iso}`, now)).toBe('Waits until 14:00:05');
  expect(spoken('Waits for deal/2026-11-20', now)).toBe('Waits for deal/2026-11-20');
});

test('what looks like a moment and is none is left as it stands', () => {
  const none = '0000-00-00T00:00:00Z';
  expect(when(none, now)).toBe(none);
  expect(whenToTheSecond(none, now)).toBe(none);
  expect(second(none)).toBe(none);
  expect(exactly(none)).toBe(none);
  expect(spoken(`Waits until ${none}`, now)).toBe(`Waits until ${none}`);
});
