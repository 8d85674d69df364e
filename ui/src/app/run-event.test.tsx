import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
// Fetched before the first test begins, which waits only so long for what it looks for.
import '@/routes/run.page';
import { aRun, FakeHouse, problem } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { FakeRuns } from '@/testing/fake-runs';
import { visit } from '@/testing/visit';
import { windowOf } from '@/testing/window-of';

beforeEach(() => windowOf(1_440));

const address = '/runs/run-7?step=%40event';

function open() {
  const house = new FakeHouse().open();
  const runs = new FakeRuns(house);
  const journal = new FakeJournal(house);
  house.runs.push(aRun());
  return { house, runs, journal };
}

const pane = async () =>
  within(await screen.findByRole('region', { name: 'crm.deal.stage_changed' }));

test('the event of a run shows what came with it, and is not called empty before it is read', async () => {
  const { house, journal } = open();
  journal.write({ id: 'e', data: { stage: 'won' } });
  const answer = house.holdBack('GET /v1/events/e');
  visit(address);
  const { findByText, getByRole, queryByText } = await pane();
  expect(getByRole('status', { name: 'Loading' })).toBeInTheDocument();
  expect(queryByText('This step was given nothing.')).toBeNull();
  answer();
  await findByText('won');
});

test('an event that did not load is no event that brought nothing', async () => {
  const { house, journal } = open();
  journal.write({ id: 'e', dataBase64: btoa('hi'), data: undefined as never });
  house.instead.set('GET /v1/events/e', problem(500, 'The database did not answer.'));
  const { person } = visit(address);
  const { findByRole, findByText, queryByText } = await pane();
  await findByRole('heading', { name: 'The event did not load' });
  expect(queryByText('This step was given nothing.')).toBeNull();
  await person.click(await findByRole('button', { name: 'Try again' }));
  await findByText('It brought no data that can be read here.');
});
