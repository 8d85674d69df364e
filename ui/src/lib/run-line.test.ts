import { expect, test } from 'vitest';
import { aRun, aStep } from '@/testing/fake-house';
import { placeOf, segmentsOf, sentenceOf } from './run-line';

const at = (milliseconds: number) =>
  new Date(Date.UTC(2026, 10, 20, 9) + milliseconds).toISOString();
const now = Date.UTC(2026, 10, 20, 9) + 1_000;

const run = aRun({
  queuedAt: at(0),
  finishedAt: at(600),
  steps: [
    aStep({ startedAt: at(100), finishedAt: at(140) }),
    aStep({ startedAt: at(200), finishedAt: at(500), attempts: 3 }),
  ],
});

test('a run is a strip of what it waited, worked and tried again', () => {
  expect(segmentsOf(run, now)).toEqual([
    { kind: 'waited', span: 100 },
    { kind: 'worked', span: 40 },
    { kind: 'waited', span: 60 },
    { kind: 'retried', span: 300 },
    { kind: 'worked', span: 100 },
  ]);
});

test('the strip is a sentence for those who do not see it', () => {
  expect(sentenceOf(segmentsOf(run, now))).toBe(
    'The run as a line: waited 160 ms, worked 140 ms, tried again for 300 ms.',
  );
});

test('a step that still runs reaches to now', () => {
  const running = aStep({ startedAt: at(400), finishedAt: null, state: 'running' });
  const live = aRun({ queuedAt: at(0), state: 'running', finishedAt: null, steps: [running] });
  expect(segmentsOf(live, now).at(-1)).toEqual({ kind: 'running', span: 600 });
  expect(placeOf(running, live, now)).toEqual({ from: 0.4, width: 0.6 });
});

test('a queued run only waits', () => {
  const queued = aRun({ state: 'queued', queuedAt: at(0) });
  expect(segmentsOf(queued, now)).toEqual([{ kind: 'waited', span: 1_000 }]);
});

test('a failure shows even if it took no time', () => {
  const failed = aStep({ startedAt: at(100), finishedAt: at(100), state: 'failed' });
  const line = segmentsOf(
    aRun({ state: 'failed', queuedAt: at(0), finishedAt: at(100), steps: [failed] }),
    now,
  );
  expect(line.at(-1)).toEqual({ kind: 'failed', span: 0 });
});
