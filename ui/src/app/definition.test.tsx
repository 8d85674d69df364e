import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { anAutomation, type FakeAutomations } from '@/testing/fake-automations';
import { type FakeHouse, problem } from '@/testing/fake-house';
import { definitionField, draftText, houseWithDraft } from '@/testing/house-with-draft';
import { visit } from '@/testing/visit';

vi.mock('@/features/definition/editor', () => import('@/testing/editor-stand-in'));

let house: FakeHouse;
let automations: FakeAutomations;

beforeEach(() => {
  ({ house, automations } = houseWithDraft({ unpublishedChanges: true }));
});

const saves = () => house.asked.filter(({ method }) => method === 'PUT');

test('saves what was written, with the mark of what it was made from', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# more');
  expect(screen.getByText('Not saved yet')).toBeVisible();
  await person.click(screen.getByRole('button', { name: /^Save/ }));
  await waitFor(() => expect(saves()).toHaveLength(1));
  expect(saves()[0]?.headers.get('if-match')).toBe('"1"');
  expect(saves()[0]?.headers.get('content-type')).toBe('application/yaml');
  expect(saves()[0]?.body).toBe(`${draftText}# more`);
  await screen.findByText(/^Saved/);
});

test('saves by itself when somebody stops writing', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '#');
  await waitFor(() => expect(saves()).toHaveLength(1));
});

test('saves once at a time, and what was written meanwhile with the next', async () => {
  const { person } = visit('/automations/auto-1/definition');
  const answer = house.holdBack('PUT /v1/automations/auto-1/draft');
  await person.type(await definitionField(), '#');
  await waitFor(() => expect(saves()).toHaveLength(1));
  await person.type(await definitionField(), ' more');
  await person.click(screen.getByRole('button', { name: 'Publish…' }));
  expect(saves()).toHaveLength(1);
  answer();
  await screen.findByRole('dialog', { name: /^Publish/ });
  expect(saves().map(({ body }) => body)).toEqual([`${draftText}#`, `${draftText}# more`]);
});

test('overwrites nothing that somebody else saved, and lets the person choose', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# mine');
  automations.savedBy('auto-1', 'name: Theirs\n', 'Jonas');
  await person.click(screen.getByRole('button', { name: /^Save/ }));
  await screen.findByText('Jonas saved another draft meanwhile.');
  expect(await definitionField()).toHaveValue(`${draftText}# mine`);
  expect(automations.kept[0]?.source.text).toBe('name: Theirs\n');
  await person.click(screen.getByRole('button', { name: 'Compare' }));
  await screen.findByRole('dialog', { name: /Jonas/ });
  await person.keyboard('{Escape}');
  await person.click(screen.getByRole('button', { name: 'Save yours over it' }));
  await waitFor(() => expect(automations.kept[0]?.source.text).toBe(`${draftText}# mine`));
});

test('takes theirs when the person says so', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# mine');
  automations.savedBy('auto-1', 'name: Theirs\n', 'Jonas');
  await person.click(screen.getByRole('button', { name: /^Save/ }));
  await person.click(await screen.findByRole('button', { name: 'Take theirs' }));
  expect(await definitionField()).toHaveValue('name: Theirs\n');
});

const chainTab = () => screen.getByRole('tab', { name: /^Chain/ });

test('saves what was just written before the person goes on', async () => {
  const { person, address } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# mine');
  await person.click(chainTab());
  await waitFor(() => expect(address()).toBe('/automations/auto-1/chain'));
  expect(automations.kept[0]?.source.text).toBe(`${draftText}# mine`);
});

test.each([
  ['left', () => chainTab()],
  ['published', () => screen.getByRole('button', { name: 'Publish…' })],
])('what is put back while it is saved is put back before it is %s', async (_, way) => {
  const { person } = visit('/automations/auto-1/definition');
  const answer = house.holdBack('PUT /v1/automations/auto-1/draft');
  await person.type(await definitionField(), '#');
  await waitFor(() => expect(saves()).toHaveLength(1));
  await person.type(await definitionField(), '{Backspace}');
  await person.click(way());
  expect(screen.queryByRole('dialog', { name: /^Publish/ })).toBeNull();
  expect(screen.queryByRole('tab', { name: /^Definition/, selected: true })).not.toBeNull();
  answer();
  await waitFor(() =>
    expect(saves().map(({ body }) => body)).toEqual([`${draftText}#`, draftText]),
  );
});

test('goes only the way that was chosen last while it is saved', async () => {
  const { person, address, back } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# mine');
  const answer = house.holdBack('PUT /v1/automations/auto-1/draft');
  await person.click(chainTab());
  await person.click(screen.getByRole('tab', { name: /^Versions/ }));
  answer();
  await waitFor(() => expect(address()).toBe('/automations/auto-1/versions'));
  act(back);
  await waitFor(() => expect(address()).not.toBe('/automations/auto-1/versions'));
  expect(address()).toBe('/automations/auto-1/definition');
});

test('asks before what could not be saved is left behind', async () => {
  const { person, address } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# mine');
  automations.savedBy('auto-1', 'name: Theirs\n', 'Jonas');
  await person.click(chainTab());
  await person.click(await screen.findByRole('button', { name: 'Keep it' }));
  expect(address()).toBe('/automations/auto-1/definition');
  expect(await definitionField()).toHaveValue(`${draftText}# mine`);
  await person.click(chainTab());
  await person.click(await screen.findByRole('button', { name: 'Leave without it' }));
  await waitFor(() => expect(address()).toBe('/automations/auto-1/chain'));
});

/** Browsers say so when its button is pressed; there are no popovers here. */
async function signOutButton() {
  fireEvent(await screen.findByRole('dialog', { name: /^You:/ }), new Event('beforetoggle'));
  return screen.findByRole('button', { name: 'Sign out' });
}

test('saves what was just written before the session is ended', async () => {
  const { person, address } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# mine');
  await person.click(await signOutButton());
  await screen.findByRole('heading', { name: 'Sign in' });
  expect(address()).toBe('/sign-in');
  expect(automations.kept[0]?.source.text).toBe(`${draftText}# mine`);
});

test('asks for what could not be saved while there is a session, and then lets the person out', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '# mine');
  automations.savedBy('auto-1', 'name: Theirs\n', 'Jonas');
  await person.click(await signOutButton());
  await person.click(await screen.findByRole('button', { name: 'Keep it' }));
  expect(house.signedIn).toBe(true);
  expect(await definitionField()).toHaveValue(`${draftText}# mine`);
  await person.click(await signOutButton());
  await person.click(await screen.findByRole('button', { name: 'Leave without it' }));
  await screen.findByRole('heading', { name: 'Sign in' });
  expect(house.signedIn).toBe(false);
});

test('says why a text was not taken', async () => {
  house.instead.set('PUT /v1/automations/auto-1/draft', problem(400, 'It is no YAML.'));
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), '[[');
  await person.click(screen.getByRole('button', { name: /^Save/ }));
  await screen.findByText('It is no YAML.');
  expect(screen.getByText('Not saved')).toBeVisible();
});

test('opens where the address says', async () => {
  const written = 'name: Greet\nsteps: []\nowner: priya\n';
  automations.kept[0] = anAutomation({ source: { format: 'yaml', text: written } });
  visit('/automations/auto-1/definition?at=owner');
  expect(await definitionField()).toHaveAttribute('data-line', '3');
});

test('says why a text that is no JSON is not formatted, and leaves it as it is', async () => {
  const broken = '{"name": "Greet",\n "steps": [}';
  automations.kept[0] = anAutomation({ source: { format: 'json', text: broken } });
  const { person } = visit('/automations/auto-1/definition');
  await definitionField();
  await person.click(await screen.findByRole('button', { name: 'Format' }));
  await screen.findByText(/^It is no JSON yet: line 2 is wrong/);
  expect(await definitionField()).toHaveValue(broken);
});

test('lists what is wrong with its place, and keeps it from being published', async () => {
  automations.problems.push({
    path: 'steps[0].do',
    message: "there is none called 'mail.sned'.",
    hint: "Did you mean 'mail.send'?",
    line: 4,
    column: 9,
  });
  visit('/automations/auto-1/definition');
  const list = within(await screen.findByRole('region', { name: 'Problems' }));
  await list.findByText('1 problem');
  expect(list.getByText("there is none called 'mail.sned'.")).toBeVisible();
  expect(list.getByRole('button', { name: /^line 4, 9/ })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Fix 1 problem to publish' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('publishes with a note what the person has seen', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await definitionField();
  await person.click(await screen.findByRole('button', { name: 'Publish…' }));
  const dialog = within(await screen.findByRole('dialog', { name: /^Publish/ }));
  await dialog.findByText('Step ‘mail’: timeout 30s, becomes 1m');
  await person.type(dialog.getByLabelText('What for'), 'Slower mail');
  await person.click(dialog.getByRole('button', { name: 'Publish' }));
  await screen.findByText('Version 3 is in force.');
  const published = house.asked.find(({ path }) => path.endsWith('/publish'));
  expect(published?.headers.get('if-match')).toBe('"1"');
  expect(published?.body).toEqual({ note: 'Slower mail' });
});

test('what was not checked is checked again, without a letter more', async () => {
  house.instead.set('POST /v1/automations/auto-1/validate', problem(503, 'It starts.'));
  visit('/automations/auto-1/definition');
  await screen.findByText('It could not be checked.');
  await screen.findByText('Nothing is wrong with it.');
});

test('those who may not build can read it, and nothing more', async () => {
  house.me = { ...house.me, role: 'viewer' };
  visit('/automations/auto-1/definition');
  expect(await definitionField()).toHaveAttribute('readonly');
  expect(screen.getByText(/Your role does not reach so far/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Publish/ })).toBeNull();
  await act(async () => undefined);
  expect(house.asked.some(({ path }) => path.endsWith('/validate'))).toBe(false);
});

test('Shift and P publishes from outside the text, and is told with the other keys', async () => {
  const { person } = visit('/automations/auto-1/definition');
  await person.type(await definitionField(), 'P');
  expect(screen.queryByRole('dialog', { name: /^Publish/ })).toBeNull();
  expect(await screen.findByRole('button', { name: 'Publish…' })).toHaveAttribute(
    'aria-keyshortcuts',
    'Shift+P',
  );
  act(() => screen.getByRole('main').focus());
  await person.keyboard('?');
  const help = within(await screen.findByRole('dialog', { name: 'Keys' }));
  expect(help.getByText('publish')).toBeVisible();
  await person.keyboard('{Escape}');
  act(() => screen.getByRole('main').focus());
  await person.keyboard('{Shift>}P{/Shift}');
  await screen.findByRole('dialog', { name: /^Publish/ });
});
