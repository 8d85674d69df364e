import { expect, test } from 'vitest';
import { aRun, aStep } from '@/testing/fake-house';
import { segmentsOf } from './line';

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

test('a run is a strip of what it worked and tried again; moments between are nobody’s wait', () => {
  expect(segmentsOf(run, now)).toEqual([
    { kind: 'worked', span: 40 },
    { kind: 'retried', span: 300 },
    { kind: 'worked', span: 100 },
  ]);
});

test('of steps that were under way together the loudest is drawn', () => {
  const beside = aRun({
    queuedAt: at(0),
    finishedAt: at(400),
    steps: [
      aStep({ kind: 'wait', startedAt: at(0), finishedAt: at(400) }),
      aStep({ startedAt: at(100), finishedAt: at(200) }),
    ],
  });
  expect(segmentsOf(beside, now)).toEqual([
    { kind: 'time', span: 100 },
    { kind: 'worked', span: 100 },
    { kind: 'time', span: 200 },
  ]);
});

test('a step that still runs reaches to now, and what is ahead stands behind it', () => {
  const running = aStep({ startedAt: at(400), finishedAt: null, state: 'running' });
  const live = aRun({ queuedAt: at(0), state: 'running', finishedAt: null, steps: [running] });
  const [working, ...ahead] = segmentsOf(live, now, 2);
  expect(working).toEqual({ kind: 'running', span: 600 });
  expect(ahead.map(({ kind }) => kind)).toEqual(['ahead', 'ahead']);
});

test('what nobody knows is drawn until now, also if nothing else happens', () => {
  const sent = aStep({ startedAt: at(0), finishedAt: at(300), state: 'unknown' });
  const asks = aRun({ queuedAt: at(0), state: 'needs_person', finishedAt: null, steps: [sent] });
  expect(segmentsOf(asks, now)).toEqual([
    { kind: 'worked', span: 300 },
    { kind: 'unknown', span: 700 },
  ]);
});

test('what was sent again by a person’s word was not at work in between', () => {
  const effect = {
    id: 'e',
    class: 'once',
    state: 'unknown',
    late: false,
    deadline: at(0),
  } as const;
  const again = aStep({
    startedAt: at(0),
    finishedAt: at(900),
    state: 'unknown',
    attempts: 2,
    effect: { ...effect, sentAt: at(800) },
  });
  const asks = aRun({ queuedAt: at(0), state: 'needs_person', finishedAt: null, steps: [again] });
  expect(segmentsOf(asks, now)).toEqual([
    { kind: 'retried', span: 800 },
    { kind: 'worked', span: 100 },
    { kind: 'unknown', span: 100 },
  ]);
});

test('a pause is told from a wait', () => {
  const order = { id: 1, step: null, actor: 'person/1', reason: null, givenAt: at(0) };
  const paused = aRun({
    queuedAt: at(0),
    finishedAt: at(500),
    steps: [],
    orders: [
      { ...order, order: 'pause', carriedOutAt: at(100) },
      { ...order, id: 2, order: 'resume', carriedOutAt: at(300) },
    ],
  });
  expect(segmentsOf(paused, now).map(({ kind }) => kind)).toEqual(['paused', 'worked']);
});

test('a wait in the queue that somebody notices is drawn', () => {
  const late = aRun({
    queuedAt: at(-5_000),
    finishedAt: at(400),
    steps: [aStep({ startedAt: at(0), finishedAt: at(400) })],
  });
  expect(segmentsOf(late, now)[0]).toEqual({ kind: 'waited', span: 5_000 });
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

test('a thousand steps are few stretches', () => {
  const steps = Array.from({ length: 1_000 }, (_, n) =>
    aStep({ id: `s${n}`, startedAt: at(n), finishedAt: at(n + 1) }),
  );
  expect(segmentsOf(aRun({ queuedAt: at(0), finishedAt: at(1_000), steps }), now)).toEqual([
    { kind: 'worked', span: 1_000 },
  ]);
});
