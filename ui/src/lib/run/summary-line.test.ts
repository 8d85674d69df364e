import { expect, test } from 'vitest';
import { aRun } from '@/testing/a-run';
import { sentenceOf } from '../segments';
import { summaryLine } from './summary-line';

const queuedAt = '2026-11-20T09:00:00.000Z';
const now = Date.parse('2026-11-22T09:00:00.000Z');

const said = (over: Parameters<typeof aRun>[0]) =>
  sentenceOf(summaryLine(aRun({ queuedAt, startedAt: queuedAt, ...over }), now));

test('says of a run that is over how long it took, and not that it worked all the time', () => {
  expect(said({ finishedAt: '2026-11-22T09:00:00.000Z' })).toBe('The run as a line: took 2 d.');
  expect(said({ state: 'cancelled', finishedAt: '2026-11-20T09:00:05.000Z' })).toContain(
    'took 5 s',
  );
});

test('a run that asks what became of an effect is drawn as unknown', () => {
  expect(said({ state: 'needs_person', finishedAt: null })).toContain('unknown for 2 d');
});

test('tells the time in the queue apart, where it was any', () => {
  const startedAt = '2026-11-20T09:10:00.000Z';
  expect(said({ startedAt, finishedAt: '2026-11-20T09:11:00.000Z' })).toBe(
    'The run as a line: waited 10 min, took 1 min.',
  );
});
