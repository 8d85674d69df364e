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
  const priya = 'person/0199f2c0-0000-7000-8000-000000000007';
  const reason = `No answer came. It did not happen, by the word of ${priya}: not in there`;
  const { pane } = await attemptsOf(3, (runs, house) => {
    house.actors.push({ actor: priya, name: 'Priya' });
    runs.pastAttempts.set('bill', [{ ...lost, reason }]);
  });
  expect(await pane.findByText(/No answer came\..* by the word of Priya: not/)).toBeVisible();
});

test('tells of the attempts of the run that did a step which this one keeps', async () => {
  const house = new FakeHouse().open();
  const runs = new FakeRuns(house);
  const bill = aStep({ id: 'bill', name: 'Bill it', attempts: 2, keptFrom: 'run-3' });
  house.runs.push(aRun({ steps: [bill] }), aRun({ id: 'run-3' }));
  runs.pastAttempts.set('bill', [refused]);
  visit('/runs/run-7?step=bill&tab=attempts');
  await screen.findByText('The server answered 503.');
  const asked = house.asked.map(({ path }) => path).filter((path) => path.endsWith('/attempts'));
  expect(asked).toEqual(['/v1/runs/run-3/steps/bill/attempts']);
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

test('names who said that a step did not happen, in its row and why', async () => {
  const house = new FakeHouse().open();
  const runs = new FakeRuns(house);
  runs.definitions.set('auto-1', { steps: [{ id: 'bill', do: 'http.request' }] });
  const priya = 'person/0199f2c0-0000-7000-8000-000000000007';
  house.actors.push({ actor: priya, name: 'Priya' });
  const reason = `It did not happen, by the word of ${priya}: not in there`;
  house.runs.push(
    aRun({ steps: [aStep({ id: 'bill', name: 'Bill it', state: 'skipped', reason })] }),
  );
  visit('/runs/run-7?step=bill&tab=attempts');
  await screen.findByRole('treeitem', { name: /^Bill it, .* by the word of Priya: not in there/ });
  const pane = within(screen.getByRole('region', { name: 'Bill it' }));
  expect(await pane.findByText(/by the word of Priya/)).toBeVisible();
});
