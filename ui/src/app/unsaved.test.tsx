import { cleanup, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { FakeAutomations } from '@/testing/fake-automations';
import { type FakeHouse, problem } from '@/testing/fake-house';
import { definitionField, draftText, houseWithDraft } from '@/testing/house-with-draft';
import { visit } from '@/testing/visit';

vi.mock('@/features/definition/editor', () => import('@/testing/editor-stand-in'));

let house: FakeHouse;
let automations: FakeAutomations;

beforeEach(() => {
  ({ house, automations } = houseWithDraft());
});

/** As after a page that is loaded anew: what its memory held is gone. */
function visitAnew() {
  cleanup();
  visit('/automations/auto-1/definition');
}

test('has what was not saved again, once the person whose session ended is back', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# mine');
  house.signedIn = false;
  await person.click(screen.getByRole('button', { name: /^Save/ }));
  await screen.findByRole('heading', { name: 'Sign in' });
  house.signedIn = true;
  visitAnew();
  expect(await definitionField()).toHaveValue(`${draftText}# mine`);
  await screen.findByText('What you had written and not saved is here again.');
  await waitFor(() => expect(automations.kept[0]?.source.text).toBe(`${draftText}# mine`));
});

test('asks the person who is back, where somebody else saved meanwhile', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# mine');
  automations.savedBy('auto-1', 'name: Theirs\n', 'Jonas');
  visitAnew();
  await screen.findByText('Jonas saved another draft meanwhile.');
  expect(await definitionField()).toHaveValue(`${draftText}# mine`);
  expect(automations.kept[0]?.source.text).toBe('name: Theirs\n');
});

test('what was given up stays gone', async () => {
  house.instead.set('PUT /v1/automations/auto-1/draft', problem(400, 'It is no YAML.'));
  const { person, address } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# mine');
  await person.click(screen.getByRole('tab', { name: /^Chain/ }));
  await person.click(await screen.findByRole('button', { name: 'Leave without it' }));
  await waitFor(() => expect(address()).toBe('/automations/auto-1/chain'));
  visitAnew();
  expect(await definitionField()).toHaveValue(draftText);
});

test('what one person had not saved nobody else sees', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# mine');
  house.me = { ...house.me, email: 'jonas@acme.example' };
  visitAnew();
  expect(await definitionField()).toHaveValue(draftText);
});
