import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeHouse, problem } from '@/testing/fake-house';
import { visit } from '@/testing/visit';

/** Browsers say so when its button is pressed; there are no popovers here. */
async function openMenu() {
  const menu = await screen.findByRole('dialog', { name: /^You:/ });
  fireEvent(menu, new Event('beforetoggle'));
}

test('signs out and shows nothing of the house any more', async () => {
  const house = new FakeHouse().open();
  const { person, address } = visit('/');
  await openMenu();
  await person.click(screen.getByRole('button', { name: 'Sign out' }));
  await screen.findByRole('heading', { name: 'Sign in' });
  expect(address()).toBe('/sign-in');
  expect(screen.queryByText('Maya Okonjo')).toBeNull();
  expect(house.signedIn).toBe(false);
});

test('says that a person is still signed in when signing out did not reach the house', async () => {
  const house = new FakeHouse().open();
  const { person } = visit('/');
  await openMenu();
  const signOut = screen.getByRole('button', { name: 'Sign out' });
  house.reachable = false;
  await person.click(signOut);
  await screen.findByText(/You are still signed in/);
});

test('leads to the door when the session has ended meanwhile', async () => {
  const house = new FakeHouse().open();
  const { address } = visit('/runs');
  await screen.findByText('No run yet');
  house.signedIn = false;
  house.hangUp();
  await screen.findByRole('heading', { name: 'Sign in' });
  expect(address()).toContain('from=');
});

test('waits in front of a house that does not answer, and opens when it does', async () => {
  const house = new FakeHouse().open();
  house.reachable = false;
  const { person } = visit('/');
  await screen.findByRole('heading', { name: 'Pilothouse does not answer.' });
  house.reachable = true;
  await person.click(screen.getByRole('button', { name: 'Try now' }));
  await screen.findByRole('heading', { name: 'Under way' });
});

test('day and night are chosen by hand and remembered', async () => {
  new FakeHouse().open();
  const { person } = visit('/');
  await openMenu();
  await person.click(screen.getByRole('radio', { name: 'Night' }));
  expect(document.documentElement.dataset['theme']).toBe('night');
  expect(localStorage.getItem('pilothouse.theme')).toBe('night');
  await person.click(screen.getByRole('radio', { name: 'System' }));
  expect(document.documentElement.dataset['theme']).toBeUndefined();
});

test('single keys can be switched off', async () => {
  new FakeHouse().open();
  const { person, address } = visit('/');
  const press = async () => {
    await person.click(screen.getByRole('main'));
    await person.keyboard('gr');
  };
  await openMenu();
  await person.click(screen.getByRole('switch', { name: /Single keys/ }));
  await press();
  expect(address()).toBe('/');
  await person.click(screen.getByRole('switch', { name: /Single keys/ }));
  await press();
  await waitFor(() => expect(address()).toBe('/runs'));
});

test('a wrong current password is told at its field', async () => {
  new FakeHouse().open();
  const { person } = visit('/settings/password');
  await person.type(await screen.findByLabelText('Current password'), 'wrong');
  await person.type(screen.getByLabelText('New password'), 'a lamp in the window');
  await person.click(screen.getByRole('button', { name: 'Change password' }));
  await waitFor(() =>
    expect(screen.getByLabelText('Current password')).toHaveAccessibleDescription(
      'This is not your current password.',
    ),
  );
});

test('what the house asks of a password is told at its field', async () => {
  const house = new FakeHouse().open();
  const { person } = visit('/settings/password');
  await person.type(await screen.findByLabelText('Current password'), house.password);
  await person.type(screen.getByLabelText('New password'), 'short');
  await person.click(screen.getByRole('button', { name: 'Change password' }));
  await waitFor(() =>
    expect(screen.getByLabelText('New password')).toHaveAccessibleDescription(
      'Expected twelve characters or more.',
    ),
  );
});

test('any other refusal says that the old password still holds', async () => {
  const house = new FakeHouse().open();
  const { person } = visit('/settings/password');
  house.instead.set('POST /v1/me/password', problem(500, 'The database is away.'));
  await person.type(await screen.findByLabelText('Current password'), house.password);
  await person.type(screen.getByLabelText('New password'), 'a lamp in the window');
  await person.click(screen.getByRole('button', { name: 'Change password' }));
  await screen.findByText(/the old one still holds\. The database is away\./);
});
