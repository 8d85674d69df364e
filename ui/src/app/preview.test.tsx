import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Worked } from '@/lib/api/expressions';
import { type FakeHouse, problem } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { definitionField, houseWithDraft } from '@/testing/house-with-draft';
import { visit } from '@/testing/visit';

vi.mock('@/features/definition/editor', () => import('@/testing/editor-stand-in'));

let house: FakeHouse;

beforeEach(() => {
  ({ house } = houseWithDraft());
});

const preview = async () => within(await screen.findByRole('region', { name: 'What it gives' }));

const gives = (worked: Worked) =>
  house.rooms.push((key) => (key === 'POST /v1/expressions/preview' ? [200, worked] : undefined));

test('shows what the expression at the caret gives for an event that came', async () => {
  const journal = new FakeJournal(house);
  const older = journal.write({ type: 'crm.deal.won', subject: 'deal/41' });
  const newest = journal.write({ type: 'crm.deal.won', subject: 'deal/42' });
  gives({ value: 'Ada', problems: [] });
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), 'note: ${{event.data.name}');
  const pane = await preview();
  await pane.findByText('"Ada"');
  const asked = () => house.asked.filter(({ path }) => path === '/v1/expressions/preview');
  expect(asked().at(-1)?.body).toEqual({ expression: 'event.data.name', event: newest.id });

  await person.click(pane.getByRole('combobox', { name: /For which event/ }));
  await person.click(await screen.findByRole('option', { name: /deal\/41/ }));
  await waitFor(() => expect(asked().at(-1)?.body).toMatchObject({ event: older.id }));
});

test('says why an expression gives nothing', async () => {
  new FakeJournal(house).write({ type: 'crm.deal.won' });
  gives({ problems: [{ message: 'there is no event.data.nmae.', hint: "Did you mean 'name'?" }] });
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), 'note: ${{event.data.nmae}');
  await (await preview()).findByText(/there is no event.data.nmae/);
});

test('says that only a run knows what steps gave', async () => {
  new FakeJournal(house).write({ type: 'crm.deal.won' });
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), 'note: ${{steps.bill.status}');
  await (await preview()).findByText(/^It reads what only a run has/);
});

test('says that no event has come yet to try expressions with', async () => {
  const journal = new FakeJournal(house);
  expect(journal.entries).toHaveLength(0);
  visit('/automations/auto-1/definition');
  await (await preview()).findByText(/^No event has come yet/);
});

test('says none of events that are still read or did not load, and reads them again', async () => {
  new FakeJournal(house).write({ type: 'crm.deal.won' });
  const answer = house.holdBack('GET /v1/events');
  house.instead.set('GET /v1/events', problem(500, 'The database did not answer.'));
  const { person } = visit('/automations/auto-1/definition');
  const pane = await preview();
  expect(pane.getByText('Loading')).toBeVisible();
  expect(pane.queryByText(/^No event has come yet/)).toBeNull();
  answer();
  await pane.findByText('The database did not answer.');
  expect(pane.queryByText(/^No event has come yet/)).toBeNull();
  await person.click(pane.getByRole('button', { name: 'Try again' }));
  await pane.findByText(/^Put the caret into an expression/);
});

test('what comes at last can be tried with soon', async () => {
  const journal = new FakeJournal(house);
  visit('/automations/auto-1/definition');
  const pane = await preview();
  await pane.findByText(/^No event has come yet/);
  journal.write({ type: 'crm.deal.won' });
  await pane.findByText(/^Put the caret into an expression/);
});
