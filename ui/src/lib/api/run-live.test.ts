import { expect, test } from 'vitest';
import { aRun, aStep } from '@/testing/fake-house';
import { heard } from './run-live';

const said = (event: string, data: unknown) => ({
  id: '1',
  event,
  data: JSON.stringify(data),
});

test('a step takes the place of the one with its id, a new one comes last', () => {
  const run = heard(aRun({ steps: [aStep({ id: 'a' }), aStep({ id: 'b' })] }), [
    said('step', aStep({ id: 'a', state: 'failed' })),
    said('step', aStep({ id: 'c' })),
  ]);
  expect(run?.steps.map(({ id, state }) => `${id} ${state}`)).toEqual([
    'a failed',
    'b finished',
    'c finished',
  ]);
});

test('what is told of the run itself leaves its steps as they are', () => {
  const { steps: _, ...head } = aRun({ state: 'waiting' });
  const run = heard(aRun({ state: 'running' }), [said('run', head)]);
  expect(run?.state).toBe('waiting');
  expect(run?.steps).toHaveLength(1);
});

test('a snapshot takes the place of all before, and of nothing behind it', () => {
  const run = heard(aRun({ steps: [aStep({ id: 'old' })] }), [
    said('step', aStep({ id: 'lost' })),
    said('snapshot', aRun({ steps: [aStep({ id: 'a' })] })),
    said('step', aStep({ id: 'b' })),
  ]);
  expect(run?.steps.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('of an endless loop only the last turns are kept, and it is said that there are more', () => {
  const turns = Array.from({ length: 1_000 }, (_, n) =>
    said('step', aStep({ id: `each.${n}.mail` })),
  );
  const failed = said('step', aStep({ id: 'each.3.mail', state: 'failed' }));
  const run = heard(aRun({ steps: [aStep({ id: 'each' })] }), [...turns, failed]);
  expect(run?.moreSteps).toBe(true);
  expect(run?.steps).toHaveLength(402);
  expect(run?.steps.map(({ id }) => id)).toContain('each.3.mail');
});
