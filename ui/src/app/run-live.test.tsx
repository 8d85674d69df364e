import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
// Fetched before the first test begins, which waits only so long for what it looks for.
import '@/routes/run.page';
import { aRun, aStep, FakeHouse } from '@/testing/fake-house';
import { FakeRuns } from '@/testing/fake-runs';
import { visit } from '@/testing/visit';
import { windowOf } from '@/testing/window-of';

beforeEach(() => windowOf(1_440));

function open(over: Parameters<typeof aRun>[0]) {
  const house = new FakeHouse().open();
  const runs = new FakeRuns(house);
  house.runs.push(aRun(over));
  const asked = (path: string) => house.asked.filter((it) => it.path === path).length;
  return { house, runs, asked };
}

const row = (name: RegExp) => screen.findByRole('treeitem', { name });
const stream = '/v1/runs/run-7/stream';

test('a run is followed to its end without being asked for again', async () => {
  const { runs, asked } = open({ state: 'queued' });
  visit('/runs/run-7');
  await screen.findByText('Waits for a worker to take it.');
  await waitFor(() => expect(asked(stream)).toBe(1));
  runs.goesOn('run-7', {
    state: 'running',
    startedAt: aRun().startedAt,
    steps: [aStep({ state: 'running', finishedAt: null, output: null })],
  });
  await row(/^Record the event, Running/);
  runs.goesOn('run-7', { state: 'finished', finishedAt: aRun().finishedAt, steps: [aStep()] });
  await row(/^Record the event, Finished/);
  await screen.findByRole('img', { name: /worked/ });
  expect(asked('/v1/runs/run-7')).toBe(1);
});

test('what has ended is told nothing more, and asked no more', async () => {
  const { asked } = open({});
  visit('/runs/run-7');
  await row(/^Record the event/);
  expect(asked(stream)).toBe(0);
});

test('a lost line is said, and what was missed is there when it stands again', async () => {
  const { house, runs } = open({ state: 'running', finishedAt: null });
  visit('/runs/run-7');
  await row(/^Record the event/);
  house.hangUp();
  await screen.findByText(/What is new of this run is not shown since/);
  runs.goesOn('run-7', { steps: [aStep(), aStep({ id: 's2', name: 'Book it' })] });
  await row(/^Book it/);
  await waitFor(() => expect(screen.queryByText(/is not shown since/)).toBeNull());
});

test('a run of a thousand steps is read on until all of them have their place', async () => {
  const { runs } = open({ moreSteps: true, steps: [aStep({ id: 's999', name: 'The last' })] });
  runs.definitions.set('auto-1', {
    steps: Array.from({ length: 1_000 }, (_, n) => ({ id: `s${n}`, do: 'transform' })),
  });
  runs.steps.set(
    '',
    Array.from({ length: 999 }, (_, n) => aStep({ id: `s${n}`, name: `Step ${n}` })),
  );
  visit('/runs/run-7?step=s500');
  await row(/^Step 500, Finished/);
  expect((await row(/^The last, Finished/)).getAttribute('aria-setsize')).toBe('1001');
});

test('turns that a long loop does not show are read when they are asked for', async () => {
  const loop = aStep({
    id: 'each',
    name: 'Each machine',
    kind: 'for_each',
    state: 'running',
    finishedAt: null,
    progress: { items: 900, done: 2, failed: 0 },
  });
  const { runs } = open({ state: 'running', finishedAt: null, moreSteps: true, steps: [loop] });
  runs.definitions.set('auto-1', {
    steps: [{ id: 'each', for_each: 'event.data', steps: [{ id: 'book', do: 'http.request' }] }],
  });
  runs.steps.set('each', [aStep({ id: 'each.0.book' }), aStep({ id: 'each.1.book' })]);
  const { person } = visit('/runs/run-7');
  await person.click(await row(/^More turns of this loop/));
  await row(/^Turn 2, Finished/);
});
