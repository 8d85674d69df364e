import { expect, test } from 'vitest';
import { aRun, aStep } from '@/testing/fake-house';
import { momentAt, placeOf, runScale, scaleOf } from './scale';

const hour = 3_600_000;
const at = (ms: number) => new Date(Date.UTC(2026, 10, 20) + ms).toISOString();
const folds = (scale: ReturnType<typeof scaleOf>) => scale.filter(({ folded }) => folded);

test('an hour between two seconds of work is folded, and both stay as wide as they are long', () => {
  const scale = scaleOf(
    [
      { from: 0, to: 2_000 },
      { from: hour, to: hour + 2_000 },
    ],
    0,
    hour + 2_000,
  );
  expect(folds(scale)).toHaveLength(1);
  const [before, band, after] = scale;
  expect(before?.right).toBeGreaterThan(0.4);
  expect(placeOf(scale, hour + 2_000)).toBe(1);
  expect((after?.right ?? 0) - (after?.left ?? 0)).toBeCloseTo(before?.right ?? 0, 5);
  expect((band?.right ?? 0) - (band?.left ?? 0)).toBeLessThan(0.05);
});

test('what is not idle for long is drawn as it was', () => {
  const scale = scaleOf([{ from: 0, to: 400 }], 0, 800);
  expect(folds(scale)).toEqual([]);
  expect(placeOf(scale, 400)).toBeCloseTo(0.5, 5);
  expect(momentAt(scale, 0.25)).toBeCloseTo(200, 5);
});

test('no moment stands within a fold', () => {
  const scale = scaleOf([{ from: 0, to: 10 }], 0, hour);
  const [band] = folds(scale);
  if (!band) throw new Error('no fold');
  expect(momentAt(scale, (band.left + band.right) / 2)).toBeUndefined();
});

test('a moment of work beside minutes of it stays wide enough to be seen', () => {
  const scale = scaleOf(
    [
      { from: 0, to: 5 },
      { from: 10 * hour, to: 11 * hour },
    ],
    0,
    11 * hour,
  );
  expect(scale[0]?.right).toBeGreaterThan(0.1);
});

test('a hundred waits are at most six folds, and the whole is still one width', () => {
  const busy = Array.from({ length: 100 }, (_, n) => ({ from: n * hour, to: n * hour + 10 }));
  const scale = scaleOf(busy, 0, 100 * hour);
  expect(folds(scale)).toHaveLength(6);
  expect(scale.at(-1)?.right).toBeCloseTo(1, 5);
});

test('a run that waits for days is folded, however little it did', () => {
  const run = aRun({
    state: 'waiting',
    queuedAt: at(0),
    startedAt: at(2),
    finishedAt: null,
    steps: [
      aStep({ startedAt: at(2), finishedAt: at(6) }),
      aStep({ kind: 'wait', state: 'waiting', startedAt: at(6), finishedAt: null }),
    ],
  });
  const scale = runScale(run, Date.parse(at(50 * hour)));
  expect(folds(scale)).toHaveLength(1);
});

test('a long loop works all the while, although its turns are not shown', () => {
  const run = aRun({
    queuedAt: at(0),
    startedAt: at(0),
    finishedAt: at(60_000),
    moreSteps: true,
    steps: [
      aStep({ kind: 'for_each', startedAt: at(0), finishedAt: at(59_000) }),
      aStep({ startedAt: at(59_000), finishedAt: at(60_000) }),
    ],
  });
  expect(folds(runScale(run, 0))).toEqual([]);
});
