import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { aGlance, anAutomation, FakeAutomations } from '@/testing/fake-automations';
import { FakeHouse } from '@/testing/fake-house';
import { visit } from '@/testing/visit';

let house: FakeHouse;
let automations: FakeAutomations;

beforeEach(() => {
  house = new FakeHouse().open();
  house.me = { ...house.me, role: 'builder' };
  automations = new FakeAutomations(house);
});

const on = [{ manual: 'Greet by hand', input: { type: 'object' } }];

const keep = (over: Parameters<typeof anAutomation>[0] = {}) =>
  automations.kept.push(
    anAutomation({ draft: { name: 'Greet a won customer', on, steps: [] }, ...over }),
  );

async function asked(address: string, typed: string) {
  const visitor = visit(address);
  await screen.findByRole('main');
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
