import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { anAutomation, type FakeAutomations } from '@/testing/fake-automations';
import { type FakeHouse, problem } from '@/testing/fake-house';
import { definitionField, draftText, houseWithDraft } from '@/testing/house-with-draft';
import { visit } from '@/testing/visit';

vi.mock('@/features/definition/editor', () => import('@/testing/editor-stand-in'));

let house: FakeHouse;
let automations: FakeAutomations;

beforeEach(() => {
  ({ house, automations } = houseWithDraft({ unpublishedChanges: true }, 'admin'));
});

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const kept = () => automations.kept[0]?.source.text;
const reads = () => house.asked.filter(({ path }) => path === '/v1/automations/auto-1').length;

async function pause(person: ReturnType<typeof visit>['person']) {
  await person.click(await button('Pause…'));
  const ask = within(await screen.findByRole('dialog', { name: /^Pause/ }));
  await person.type(ask.getByLabelText('Why'), 'Stock-taking');
  await person.click(ask.getByRole('button', { name: /^Pause/ }));
}

test('a pause is told to nobody as another draft, and what is written is saved as before', async () => {
  house.instead.set('PUT /v1/automations/auto-1/draft', problem(400, 'It is no YAML.'));
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# mine');
  await person.click(await button(/^Save/));
  await screen.findByText('It is no YAML.');
  await pause(person);
  await button('Resume…');
  expect(screen.queryByText(/saved another draft/)).toBeNull();
  await person.type(await definitionField(), '!');
  await waitFor(() => expect(kept()).toBe(`${draftText}# mine!`));
});

test('one’s own publish is not told as somebody else’s draft', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await definitionField();
  await person.click(await button('Publish…'));
  const dialog = within(await screen.findByRole('dialog', { name: /^Publish/ }));
  const before = reads();
  await person.click(dialog.getByRole('button', { name: 'Publish' }));
  await screen.findByText('Version 3 is in force.');
  await waitFor(() => expect(reads()).toBeGreaterThan(before));
  await screen.findByText('v3');
  expect(screen.queryByText(/you see it now/)).toBeNull();
});

test('one’s own draft whose answer was lost is not told as another one', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# mine');
  house.reachable = false;
  await person.click(await button(/^Save/));
  await screen.findByText('Not saved');
  automations.savedBy('auto-1', `${draftText}# mine`, 'Maya');
  house.reachable = true;
  await person.type(await definitionField(), '!');
  await waitFor(() => expect(kept()).toBe(`${draftText}# mine!`));
  await screen.findByText(/^Saved/);
  expect(screen.queryByText(/saved another draft/)).toBeNull();
});

test('publishes no draft that came after the person was asked, and says what to do', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await definitionField();
  await person.click(await button('Publish…'));
  const dialog = within(await screen.findByRole('dialog', { name: /^Publish/ }));
  automations.savedBy('auto-1', 'name: Theirs\n', 'Jonas');
  await waitFor(() => {
    // Whoever comes back to a page has it read again.
    window.dispatchEvent(new Event('visibilitychange'));
    expect(screen.getByText('Jonas saved a draft; you see it now.')).toBeVisible();
  });
  await person.click(dialog.getByRole('button', { name: 'Publish' }));
  await dialog.findByText(/^Somebody saved another draft since you opened this/);
  expect(automations.kept[0]?.number).toBe(2);
  await person.keyboard('{Escape}');
  await person.click(await button('Publish…'));
  await person.click(await button('Publish'));
  await screen.findByText('Version 3 is in force.');
});

test('a slow order is told of the automation that it was given to', async () => {
  automations.kept.push(anAutomation({ id: 'auto-2', name: 'Match payments' }));
  const { person, address, back } = visit('/automations/auto-2/chain');
  await screen.findByRole('heading', { name: 'Match payments' });
  await person.keyboard('{Control>}k{/Control}');
  await person.type(await screen.findByRole('combobox', { name: /What do you want/ }), 'Greet');
  await person.click(await screen.findByRole('option', { name: /^Greet a won customer/ }));
  await screen.findByRole('heading', { name: 'Greet a won customer' });
  const answer = house.holdBack('POST /v1/automations/auto-1/pause');
  await pause(person);
  back();
  await waitFor(() => expect(address()).toContain('auto-2'));
  await screen.findByRole('heading', { name: 'Match payments' });
  answer();
  await screen.findByText('“Greet a won customer” is paused.');
});
