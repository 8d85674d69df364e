import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
// Fetched before the first test begins, which waits only so long for what it looks for.
import '@/routes/run.page';
import { aRun, aStep, FakeHouse, problem } from '@/testing/fake-house';
import { FakeRuns } from '@/testing/fake-runs';
import { visit } from '@/testing/visit';
import { windowOf } from '@/testing/window-of';

beforeEach(() => windowOf(1_440));

const refused = {
  attempt: 1,
  sentAt: '2026-11-20T09:42:00.120Z',
  endedAt: '2026-11-20T09:42:02.620Z',
  error: { code: 'http.status', kind: 'outside', message: 'The server answered 503.' },
  reason: 'Tries again after attempt 1: The server answered 503.',
};
const lost = {
  attempt: 2,
  sentAt: '2026-11-20T09:42:10Z',
  endedAt: null,
  error: null,
  reason: null,
};

async function attemptsOf(attempts: number, prepare: (runs: FakeRuns, house: FakeHouse) => void) {
  const house = new FakeHouse().open();
  const runs = new FakeRuns(house);
  house.runs.push(aRun({ steps: [aStep({ id: 'bill', name: 'Bill it', attempts })] }));
  prepare(runs, house);
  const { person } = visit('/runs/run-7?step=bill&tab=attempts');
  return { house, person, pane: within(await screen.findByRole('region', { name: 'Bill it' })) };
}

test('tells of each earlier attempt when it was made and what it met', async () => {
  const { pane } = await attemptsOf(3, (runs) => runs.pastAttempts.set('bill', [refused, lost]));
  const heading = await pane.findByRole('heading', { name: 'Earlier attempts' });
  const [first, second, ...more] = await pane.findAllByRole('listitem');
  expect(heading).toBeVisible();
  expect(more).toEqual([]);
  expect(first).toHaveTextContent(/^Attempt 1/);
  expect(first).toHaveTextContent('2.5 s');
  expect(first).toHaveTextContent('The server answered 503. http.status');
  expect(second).toHaveTextContent(/Nobody was left to tell how it ended/);
});

test('says in the words of a person why a call was made again', async () => {
  const word = { ...lost, reason: 'It did not happen, by the word of Priya: not in their books' };
  const { pane } = await attemptsOf(3, (runs) => runs.pastAttempts.set('bill', [word]));
  expect(await pane.findByText(/by the word of Priya/)).toBeVisible();
});

test('asks for none where there was one attempt', async () => {
  const { pane, house } = await attemptsOf(1, () => undefined);
  await pane.findByText('Began');
  expect(pane.queryByRole('heading', { name: 'Earlier attempts' })).toBeNull();
  expect(house.asked.filter(({ path }) => path.endsWith('/attempts'))).toEqual([]);
});

test('says that they did not load, and asks again when told to', async () => {
  const { pane, house, person } = await attemptsOf(2, (runs, house) => {
    runs.pastAttempts.set('bill', [refused]);
    house.instead.set('GET /v1/runs/run-7/steps/bill/attempts', problem(500, 'No room'));
  });
  await pane.findByText('The earlier attempts did not load');
  house.instead.clear();
  await person.click(pane.getByRole('button', { name: 'Try again' }));
  expect(await pane.findByText('The server answered 503.')).toBeVisible();
});
