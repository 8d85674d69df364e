import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { aGlance, anAutomation, FakeAutomations } from '@/testing/fake-automations';
import { aRun, FakeHouse, problem } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { FakeRecords } from '@/testing/fake-records';
import { visit } from '@/testing/visit';

let house: FakeHouse;
let automations: FakeAutomations;
let records: FakeRecords;

beforeEach(() => {
  house = new FakeHouse().open();
  house.me = { ...house.me, role: 'builder' };
  automations = new FakeAutomations(house);
  records = new FakeRecords(house);
});

const on = [{ manual: 'Greet by hand', input: { type: 'object' } }];

const keep = (over: Parameters<typeof anAutomation>[0] = {}) =>
  automations.kept.push(
    anAutomation({ draft: { name: 'Greet a won customer', on, steps: [] }, ...over }),
  );

async function asked(address: string, typed: string) {
  const visitor = visit(address);
  await screen.findByRole('button', { name: /Go to, or do/ });
  await visitor.person.keyboard('{Control>}k{/Control}');
  await visitor.person.type(
    await screen.findByRole('combobox', { name: /What do you want to do/ }),
    typed,
  );
  return visitor;
}

const group = async (name: string) => within(await screen.findByRole('group', { name }));

const starts = () => house.asked.filter(({ path }) => path.endsWith('/auto-1/runs'));

const says = (all: readonly HTMLElement[]) => all.map(({ textContent }) => textContent);

test('offers what can be done with the automation that is open', async () => {
  keep({ unpublishedChanges: true });
  const { person } = visit('/automations/auto-1/chain');
  await screen.findByRole('button', { name: 'Greet by hand…' });
  await person.keyboard('{Control>}k{/Control}');
  await person.type(await screen.findByRole('combobox', { name: /What do/ }), 'greet');
  const offered = (await group('Do')).getAllByRole('option');
  expect(says(offered).toSorted()).toEqual([
    'Clone…Greet a won customer',
    'Pause…Greet a won customer',
    'Publish…Greet a won customer',
    'Start: Greet by hand…Greet a won customer',
  ]);
  await person.click(screen.getByRole('option', { name: /^Start: Greet by hand/ }));
  await screen.findByRole('dialog', { name: 'Start “Greet a won customer”?' });
});

test('publishes and clones from beside the editor', async () => {
  keep({ unpublishedChanges: true });
  const { person, address } = await asked('/automations/auto-1/settings', 'publish');
  await person.keyboard('{Enter}');
  const publish = within(await screen.findByRole('dialog', { name: /^Publish/ }));
  await person.click(publish.getByRole('button', { name: 'Publish' }));
  await screen.findByText('Version 3 is in force.');
  expect(house.asked.find(({ path }) => path.endsWith('/publish'))?.headers.get('if-match')).toBe(
    '"1"',
  );
  await person.keyboard('{Control>}k{/Control}');
  await person.type(await screen.findByRole('combobox', { name: /What do/ }), 'clone');
  await person.keyboard('{Enter}');
  const clone = within(await screen.findByRole('dialog', { name: 'Clone v3' }));
  await person.type(clone.getByLabelText(/^Name/), 'Another');
  await person.click(clone.getByRole('button', { name: 'Make the clone' }));
  await waitFor(() => expect(address()).toBe('/automations/auto-2/definition'));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: /^Clone/ })).toBeNull());
});

test('says what cannot be done now, and why', async () => {
  house.me = { ...house.me, role: 'viewer' };
  keep();
  await asked('/automations/auto-1/chain', 'pause greet');
  const [pause] = (await group('Do')).getAllByRole('option');
  expect(pause).toHaveTextContent('Pause…Your role does not reach so far.');
  expect(pause).toHaveAttribute('aria-disabled', 'true');
});

test('pauses what is found by verb and name, and asks back on its page', async () => {
  keep();
  const { person, address } = await asked('/settings/password', 'pau greet');
  expect(says((await group('Do')).getAllByRole('option'))).toEqual(['Pause Greet a won customer…']);
  expect(says((await group('Automations')).getAllByRole('option'))).toHaveLength(1);
  await person.keyboard('{Enter}');
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Pause “Greet a won customer”?' }),
  );
  await waitFor(() => expect(dialog.getByLabelText(/^Why/)).toHaveFocus());
  await person.keyboard('Stock-taking');
  await person.click(dialog.getByRole('button', { name: 'Pause it' }));
  await screen.findByText('“Greet a won customer” is paused.');
  await waitFor(() => expect(address()).toBe('/automations/auto-1/chain'));
  expect(house.asked.find(({ path }) => path.endsWith('/pause'))?.body).toEqual({
    reason: 'Stock-taking',
  });
});

test('leads to what is found by its name first, and then to what can be done with it', async () => {
  keep({ state: 'paused' });
  const { person, address } = await asked('/settings/password', 'greet');
  await screen.findByRole('group', { name: 'Automations' });
  expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Greet a won customer');
  const more = await group('Do with it');
  expect(says(more.getAllByRole('option'))).toEqual(['Resume Greet a won customer…']);
  await person.click(more.getByRole('option'));
  await screen.findByRole('dialog', { name: 'Resume “Greet a won customer”?' });
  await person.keyboard('{Escape}');
  await waitFor(() => expect(address()).toBe('/automations/auto-1/chain'));
  expect(screen.queryByRole('dialog', { name: /^Resume/ })).toBeNull();
});

test('starts by hand what is found and has a button, and never without asking back', async () => {
  keep({ draft: { on: [{ manual: 'Send the report' }, { manual: 'Send all' }], steps: [] } });
  automations.glances.push(aGlance('auto-1', { startedBy: ['manual'] }));
  const { person } = await asked('/settings/password', 'start greet');
  await screen.findByRole('option', { name: /^Start Greet/ });
  await person.keyboard('{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: /^Start/ }));
  expect(dialog.getByText('It asks for nothing.')).toBeVisible();
  expect(starts()).toEqual([]);
  await person.click(dialog.getByRole('radio', { name: 'Send all' }));
  await person.click(dialog.getByRole('button', { name: /^Start/ }));
  await waitFor(() => expect(starts()[0]?.body).toEqual({ trigger: 'Send all' }));
});

test('an address that asks for what cannot be is forgotten', async () => {
  keep({ state: 'paused' });
  const { address } = visit('/automations/auto-1/chain?ask=pause');
  await screen.findByRole('button', { name: 'Resume…' });
  await waitFor(() => expect(address()).toBe('/automations/auto-1/chain'));
});

const uuid = '0199f2c0-0000-7000-8000-000000000001';

test.each([uuid, `run/${uuid}`])('finds the run of a pasted %s, and no more', async (pasted) => {
  house.runs.push(aRun({ id: uuid }));
  const { person, address } = await asked('/settings/password', pasted);
  const options = (await group('With this id')).getAllByRole('option');
  expect(says(options)).toEqual(['deal/42Run, Record every event']);
  await waitFor(() => expect(screen.queryByText('Searching…')).toBeNull());
  expect(screen.queryByRole('group', { name: 'Runs' })).toBeNull();
  expect(screen.queryByText(/did not answer/)).toBeNull();
  await person.keyboard('{Enter}');
  await waitFor(() => expect(address()).toMatch(new RegExp(`^/runs/${uuid}`)));
});

test('finds the event and the automation with an id', async () => {
  const { id } = new FakeJournal(house).write({ type: 'crm.deal.won', subject: 'deal/57' });
  keep({ id });
  await asked('/settings/password', id);
  expect(says((await group('With this id')).getAllByRole('option'))).toEqual([
    'deal/57Event, crm.deal.won',
    'Greet a won customerAutomation',
  ]);
});

test('tells an id that nothing has from one that was not looked up', async () => {
  const { person } = await asked('/settings/password', uuid);
  await screen.findByText(/^Nothing is called/);
  house.instead.set(`GET /v1/runs/${uuid.replace(/1$/, '2')}`, problem(500, 'Away.'));
  await person.keyboard('{Backspace}2');
  await screen.findByText('With this id did not answer');
});

test('leads from a subject to everything about it, and to the record', async () => {
  records.keep('deals', { id: '42', name: 'Espresso for Kestrel' });
  const { person, address } = await asked('/settings/password', 'deal/42');
  const about = await group('About it');
  await about.findByRole('option', { name: /^Espresso for Kestrel/ });
  expect(says(about.getAllByRole('option'))).toEqual([
    'Everything about deal/42',
    'Espresso for KestrelDeal',
  ]);
  await person.keyboard('{Enter}');
  await waitFor(() => expect(address()).toBe('/events/about/deal/42'));
});

test('offers everything about what is no record here, too', async () => {
  await asked('/settings/password', 'invoice/7');
  await waitFor(() => expect(screen.queryByText('Searching…')).toBeNull());
  expect(says((await group('About it')).getAllByRole('option'))).toEqual([
    'Everything about invoice/7',
  ]);
});

test('finds tasks, and lets no kind of record hide another', async () => {
  for (const id of ['1', '2', '3', '4', '5', '6'])
    records.keep('contacts', { id, name: `Kestrel ${id}` });
  records.keep('tasks', { id: '9', title: 'Call Kestrel' });
  const { person, address } = await asked('/settings/password', 'Kestrel');
  const found = (await group('Records')).getAllByRole('option');
  expect(found).toHaveLength(5);
  await person.click(screen.getByRole('option', { name: /^Call Kestrel/ }));
  await waitFor(() => expect(address()).toBe('/records/tasks/9'));
});
