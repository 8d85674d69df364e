import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aGlance, anAutomation, counts, FakeAutomations } from '@/testing/fake-automations';
import { FakeCompany } from '@/testing/fake-company';
import { FakeHouse, problem } from '@/testing/fake-house';
import { visit } from '@/testing/visit';

function open(role = 'builder') {
  const house = new FakeHouse().open();
  house.me = { ...house.me, role };
  return { house, automations: new FakeAutomations(house), company: new FakeCompany(house) };
}

const rowOf = async (name: string) =>
  within((await screen.findByRole('link', { name })).closest('tr') ?? document.body);

test('shows each with its state, what it does and how its runs went', async () => {
  const { automations } = open();
  automations.kept.push(anAutomation());
  automations.glances.push(aGlance('auto-1'));
  visit('/automations');
  const row = await rowOf('Greet a won customer');
  expect(row.getByText('Live')).toBeVisible();
  await row.findByText('Greets whoever was won.');
  expect(row.getByRole('img', { name: 'The last 2 runs: 1 failed, 1 finished' })).toBeVisible();
  expect(row.getByText('38')).toBeVisible();
  expect(screen.getByRole('rowheader', { name: 'Sales 1' })).toBeVisible();
});

test('says that a run waits for somebody before all else', async () => {
  const { automations } = open();
  automations.kept.push(anAutomation());
  automations.glances.push(aGlance('auto-1', { counts: counts({ needs_person: 1 }) }));
  visit('/automations');
  await (await rowOf('Greet a won customer')).findByText('1 unknown effect');
});

test('keeps the filters in the address, and leads out of them', async () => {
  const { automations } = open();
  automations.kept.push(anAutomation());
  const { person, address } = visit('/automations');
  await screen.findByRole('link', { name: 'Greet a won customer' });
  await person.click(screen.getByRole('radio', { name: 'Paused' }));
  await screen.findByText('No automation matches');
  expect(address()).toBe('/automations?state=paused');
  await person.click(screen.getByRole('button', { name: 'Clear the filter' }));
  await screen.findByRole('link', { name: 'Greet a won customer' });
  expect(address()).toBe('/automations');
});

test('narrows by area with the names there are', async () => {
  const { automations } = open();
  automations.kept.push(
    anAutomation(),
    anAutomation({ id: 'auto-2', name: 'Match payments', area: 'Finance' }),
  );
  const { person, address } = visit('/automations');
  await screen.findByRole('link', { name: 'Match payments' });
  await person.click(screen.getByRole('button', { name: 'Area' }));
  await person.click(await screen.findByRole('menuitem', { name: 'Finance' }));
  await waitFor(() =>
    expect(screen.queryByRole('link', { name: 'Greet a won customer' })).toBeNull(),
  );
  expect(address()).toBe('/automations?area=Finance');
  await person.click(screen.getByRole('button', { name: 'Remove the filter Area: Finance' }));
  await screen.findByRole('link', { name: 'Greet a won customer' });
});

test('pauses several and says of each what became of it', async () => {
  const { house, automations } = open('operator');
  automations.kept.push(
    anAutomation({ id: 'a', name: 'One' }),
    anAutomation({ id: 'b', name: 'Two' }),
    anAutomation({ id: 'c', name: 'Three', state: 'paused' }),
  );
  automations.refuses.set('b', "'Two' is being published.");
  const { person } = visit('/automations');
  await screen.findByRole('link', { name: 'One' });
  await person.click(screen.getByRole('checkbox', { name: 'Select all that are shown' }));
  await person.click(screen.getByRole('button', { name: 'Pause…' }));
  const ask = within(await screen.findByRole('dialog', { name: 'Pause 2 automations?' }));
  await person.type(ask.getByLabelText('Why'), 'Stock-taking');
  await person.click(ask.getByRole('button', { name: 'Pause them' }));
  const results = within(await screen.findByRole('dialog', { name: 'What became of each' }));
  await results.findByText('3 of 3 answered');
  expect(results.getByText('Paused')).toBeVisible();
  expect(results.getByText("'Two' is being published.")).toBeVisible();
  expect(results.getByText('Left out: it is paused')).toBeVisible();
  const orders = house.asked.filter(({ method }) => method === 'POST');
  expect(orders.map(({ path }) => path)).toEqual([
    '/v1/automations/a/pause',
    '/v1/automations/b/pause',
  ]);
  expect(orders[0]?.body).toEqual({ reason: 'Stock-taking' });
});

test('tells what became of each though none of them fits the filter any more', async () => {
  const { automations } = open();
  automations.kept.push(anAutomation({ id: 'a', name: 'One' }));
  const { person } = visit('/automations?state=published');
  await screen.findByRole('link', { name: 'One' });
  await person.click(screen.getByRole('checkbox', { name: 'Select all that are shown' }));
  await person.click(screen.getByRole('button', { name: 'Pause…' }));
  const ask = within(await screen.findByRole('dialog', { name: /^Pause/ }));
  await person.type(ask.getByLabelText('Why'), 'Stock-taking');
  await person.click(ask.getByRole('button', { name: /^Pause/ }));
  await screen.findByText('No automation matches');
  const results = within(screen.getByRole('dialog', { name: 'What became of each' }));
  expect(results.getByText('1 of 1 answered')).toBeVisible();
});

test('selects the row that has the focus by its key', async () => {
  const { automations } = open();
  automations.kept.push(anAutomation());
  const { person } = visit('/automations');
  await screen.findByRole('link', { name: 'Greet a won customer' });
  await person.keyboard('jx');
  await screen.findByText('1 selected');
});

test('an empty house offers an example and a blank sheet, and makes a draft of it', async () => {
  const { automations } = open();
  const { person, address } = visit('/automations');
  await screen.findByText('No automation yet');
  await person.click(screen.getByRole('button', { name: 'From an example' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New automation' }));
  expect(await dialog.findByRole('radio', { name: /Hand over a won deal/ })).toBeChecked();
  await person.type(dialog.getByLabelText(/^Name/), 'Onboard: "VIP"');
  await person.click(dialog.getByRole('button', { name: 'Make the draft' }));
  await waitFor(() => expect(address()).toMatch(/^\/automations\/auto-1\//));
  expect(automations.kept[0]?.source.text).toMatch(/^name: "Onboard: \\"VIP\\""\non:\n/);
});

test('a blank sheet is there where the examples did not load', async () => {
  const { house } = open();
  house.instead.set('GET /v1/starters', problem(500, 'No.'));
  const { person } = visit('/automations');
  await screen.findByText('No automation yet');
  await person.click(screen.getByRole('button', { name: 'From a blank sheet' }));
  expect(await screen.findByText(/The examples did not load/)).toBeVisible();
  expect(screen.getByRole('radio', { name: /A blank sheet/ })).toBeChecked();
});

test('says in the form that a name is taken', async () => {
  const { automations } = open();
  automations.kept.push(anAutomation());
  const { person } = visit('/automations');
  await screen.findByRole('link', { name: 'Greet a won customer' });
  await person.keyboard('n');
  const dialog = within(await screen.findByRole('dialog', { name: 'New automation' }));
  await person.type(dialog.getByLabelText(/^Name/), 'Greet a won customer');
  await person.click(dialog.getByRole('button', { name: 'Make the draft' }));
  await dialog.findByText(/There is an automation 'Greet a won customer' already/);
});

test('offers nothing to make to those who may not', async () => {
  open('operator');
  visit('/automations');
  await screen.findByText('No automation yet');
  expect(screen.queryByRole('button', { name: 'New automation' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'From an example' })).toBeNull();
});

test('tells a list that did not load from an empty one', async () => {
  const { house } = open();
  house.instead.set('GET /v1/automations', problem(500, 'The database did not answer.'));
  visit('/automations');
  await screen.findByText('The list of automations did not load');
  expect(screen.queryByText('No automation yet')).toBeNull();
});

test('shows the names although the last runs did not load', async () => {
  const { house, automations } = open();
  automations.kept.push(anAutomation());
  house.instead.set('GET /v1/automations/glances', problem(500, 'Too slow.'));
  visit('/automations');
  await screen.findByText('The last runs did not load.');
  expect(screen.getByRole('link', { name: 'Greet a won customer' })).toBeVisible();
});
