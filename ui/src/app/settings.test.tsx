import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeCompany } from '@/testing/fake-company';
import { FakeHouse, problem } from '@/testing/fake-house';
import { FakeSettings } from '@/testing/fake-settings';
import { visit } from '@/testing/visit';

function open(role = 'admin') {
  const house = new FakeHouse().open();
  house.me = { ...house.me, role };
  return { house, mine: new FakeSettings(house), company: new FakeCompany(house) };
}

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Version/19.0 Safari/604.1';
const part = async (name: string) => within(await screen.findByRole('region', { name }));

test('day, night and how close the rows stand are set here too', async () => {
  open();
  const { person } = visit('/settings');
  const look = await part('Look');
  await person.click(look.getByRole('radio', { name: 'Night' }));
  expect(document.documentElement.dataset['theme']).toBe('night');
  await person.click(look.getByRole('radio', { name: 'Compact' }));
  expect(document.documentElement.dataset['density']).toBe('compact');
});

test('an administrator says what the company is called, and every page shows it', async () => {
  open();
  const { person } = visit('/settings');
  const name = (await part('The company')).getByLabelText('Name');
  await person.clear(name);
  await person.type(name, 'Taken{Enter}');
  await waitFor(() => expect(name).toHaveAccessibleDescription(/is called 'Taken'/));
  await person.clear(name);
  await person.type(name, 'Harbour & Sons{Enter}');
  await screen.findByText('The company is called “Harbour & Sons” now.');
  expect(await screen.findByTitle('Harbour & Sons')).toBeVisible();
});

test('others see what the company is called', async () => {
  open('member');
  visit('/settings');
  const company = await part('The company');
  expect(company.getByText('Harbour & Finch')).toBeVisible();
  expect(company.queryByRole('textbox')).toBeNull();
});

test('shows each part of the house, and why one is away', async () => {
  const { house } = open('operator');
  const reason = "Expected Temporal at '127.0.0.1:7233', but the connection was refused.";
  house.readiness = {
    ...house.readiness,
    ready: false,
    parts: { ...house.readiness.parts, temporal: { state: 'waiting', reason } },
  };
  visit('/settings');
  const parts = await part('Parts of the house');
  expect(await parts.findByText(reason)).toBeVisible();
  expect(parts.getAllByText('Up')).toHaveLength(2);
});

test('shows where one is signed in, and ends one of those places', async () => {
  const { mine } = open('member');
  mine.signedIn({ current: true, device: phone });
  mine.signedIn({ device: 'a machine of my own' });
  const { person } = visit('/settings');
  const sessions = await part('Where you are signed in');
  const [here, elsewhere] = await sessions.findAllByRole('listitem');
  expect(here).toHaveTextContent('Safari on iPhone');
  expect(here).toHaveTextContent('this one');
  expect(within(here ?? document.body).queryByRole('button')).toBeNull();
  await person.click(within(elsewhere ?? document.body).getByRole('button', { name: /End it/ }));
  await waitFor(() => expect(sessions.getAllByRole('listitem')).toHaveLength(1));
});

test('ends all other sessions after asking, and nothing where it is not wanted', async () => {
  const { mine } = open('member');
  mine.signedIn({ current: true });
  mine.signedIn();
  mine.signedIn();
  const { person } = visit('/settings');
  await person.click(await screen.findByRole('button', { name: 'End all 2 others…' }));
  await person.click(await screen.findByRole('button', { name: 'Keep it' }));
  expect(mine.sessions).toHaveLength(3);
  await person.click(screen.getByRole('button', { name: 'End all 2 others…' }));
  await person.click(await screen.findByRole('button', { name: 'End the others' }));
  await screen.findByText('2 sessions ended');
  expect(mine.sessions).toHaveLength(1);
});

test('a session that had ended already is told and leaves the list', async () => {
  const { house, mine } = open('member');
  mine.signedIn();
  const { person } = visit('/settings');
  const end = await screen.findByRole('button', { name: /End it/ });
  mine.sessions = [];
  house.instead.set('DELETE /v1/me/sessions/s1', problem(404, 'It may have ended already.'));
  await person.click(end);
  await screen.findByText('Not ended: It may have ended already.');
  await waitFor(() => expect(screen.queryByRole('button', { name: /End it/ })).toBeNull());
});

test('a key is made with a name and a role, and shown once', async () => {
  const { house } = open();
  const { person } = visit('/settings');
  const keys = await part('Keys of programs');
  await keys.findByText('No key yet');
  await person.click(keys.getByRole('button', { name: 'New key…' }));
  await person.click(await screen.findByRole('button', { name: 'Make the key' }));
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(/needs a name/);
  await person.type(screen.getByRole('textbox', { name: 'Name' }), 'nightly import');
  await person.click(screen.getByRole('button', { name: 'Make the key' }));
  expect(await screen.findByRole('textbox', { name: 'nightly import' })).toHaveValue(
    'ph_abcdef-secret',
  );
  expect(screen.getByRole('button', { name: 'Copy the key' })).toBeVisible();
  expect(house.asked.find(({ method }) => method === 'POST')?.body).toEqual({
    name: 'nightly import',
    role: 'member',
  });
  await person.click(screen.getByRole('button', { name: 'I have it' }));
  await keys.findByRole('row', { name: /nightly import/ });
  expect(screen.queryByDisplayValue('ph_abcdef-secret')).toBeNull();
});

test('why a key was not made is told where it was asked for', async () => {
  const { house } = open();
  house.instead.set('POST /v1/keys', problem(503, 'The database is away.'));
  const { person } = visit('/settings');
  await person.click(await screen.findByRole('button', { name: 'New key…' }));
  await person.type(await screen.findByRole('textbox', { name: 'Name' }), 'x');
  await person.click(screen.getByRole('button', { name: 'Make the key' }));
  await screen.findByText('The key was not made. The database is away.');
});

test('a key is withdrawn after asking, and stays in the list', async () => {
  const { mine } = open();
  mine.keyOf('CRM bridge');
  const { person } = visit('/settings');
  await person.click(await screen.findByRole('button', { name: /Withdraw…\s*CRM bridge/ }));
  await person.click(await screen.findByRole('button', { name: 'Withdraw the key' }));
  await screen.findByText('“CRM bridge” is withdrawn');
  const row = await screen.findByRole('row', { name: /CRM bridge/ });
  await waitFor(() => expect(row).toHaveTextContent(/Withdrawn/));
  expect(within(row).queryByRole('button')).toBeNull();
});

test('whoever is no administrator sees no keys', async () => {
  open('operator');
  visit('/settings');
  await part('Where you are signed in');
  expect(screen.queryByRole('region', { name: 'Keys of programs' })).toBeNull();
});

test('a list that did not load says so, and the others stand', async () => {
  const { house } = open();
  house.instead.set('GET /v1/keys', problem(500, 'No.'));
  house.instead.set('GET /v1/me/sessions', problem(500, 'No.'));
  visit('/settings');
  await screen.findByText('The keys did not load');
  await screen.findByText('Your sessions did not load');
  expect(screen.getByLabelText('Current password')).toBeVisible();
});
