import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeHouse, problem } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { visit } from '@/testing/visit';

async function atTheDoor(house: FakeHouse, address = '/') {
  house.signedIn = false;
  house.open();
  const visitor = visit(address);
  await screen.findByRole('heading', { name: 'Sign in' });
  const signIn = async (password: string) => {
    await visitor.person.type(screen.getByLabelText('Mail address'), house.me.email);
    await visitor.person.type(screen.getByLabelText('Password'), password);
    await visitor.person.click(screen.getByRole('button', { name: 'Sign in' }));
  };
  return { ...visitor, signIn };
}

test('leads who is not signed in to the door, and then to where they wanted to go', async () => {
  const house = new FakeHouse();
  const { signIn, address } = await atTheDoor(house, '/runs?x=1');
  expect(address()).toContain('/sign-in?from=');
  await signIn(house.password);
  await screen.findByRole('heading', { name: 'Runs' });
  expect(address()).toBe('/runs?x=1');
});

test('never leads to another site after signing in', async () => {
  const house = new FakeHouse();
  const { signIn, address } = await atTheDoor(house, '/sign-in?from=//evil.example');
  await signIn(house.password);
  await screen.findByRole('heading', { name: 'Under way' });
  expect(address()).toBe('/');
});

test('shows nothing of what the person before has read when their session ended by itself', async () => {
  const house = new FakeHouse().open();
  const journal = new FakeJournal(house);
  journal.write({ type: 'crm.deal.won', subject: 'deal/57' });
  const { person } = visit('/events');
  await screen.findByText('deal/57');
  house.signedIn = false;
  house.hangUp();
  await screen.findByRole('heading', { name: 'Sign in' });
  journal.entries.splice(0);
  await person.type(screen.getByLabelText('Mail address'), 'jonas@harbourfinch.example');
  await person.type(screen.getByLabelText('Password'), house.password);
  await person.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByText('No event yet');
  expect(screen.queryByText('deal/57')).toBeNull();
});

test('says in one sentence that the password is wrong', async () => {
  const { signIn } = await atTheDoor(new FakeHouse());
  await signIn('wrong');
  expect((await screen.findByRole('alert')).textContent).toContain('do not belong together');
});

test('asks for what is missing before it sends anything', async () => {
  const house = new FakeHouse();
  const { person } = await atTheDoor(house);
  await person.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('Your password is needed.');
  expect(house.asked.some(({ method }) => method === 'POST')).toBe(false);
});

test('counts down after too many tries and sends nothing meanwhile', async () => {
  const house = new FakeHouse();
  house.instead.set('POST /v1/session', [429, { title: 'Too many' }, { 'retry-after': '892' }]);
  const { signIn, person } = await atTheDoor(house);
  await signIn(house.password);
  await screen.findByText(/^Next try in 14 min 5[12] s/);
  expect(screen.getByRole('alert').textContent).toContain('Too many tries');
  await person.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(house.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('says that a house that is not ready signs nobody in', async () => {
  const house = new FakeHouse();
  house.instead.set('POST /v1/session', problem(503, 'The database is away.'));
  const { signIn } = await atTheDoor(house);
  await signIn(house.password);
  expect((await screen.findByRole('alert')).textContent).toContain('not ready yet');
});

test('says that nothing was checked when nobody answers', async () => {
  const house = new FakeHouse();
  const { signIn } = await atTheDoor(house);
  house.reachable = false;
  await signIn(house.password);
  expect((await screen.findByRole('alert')).textContent).toContain('was not checked');
});

test('names the part that the house waits for', async () => {
  const house = new FakeHouse();
  house.readiness = {
    ...house.readiness,
    ready: false,
    parts: { database: { state: 'waiting', reason: 'connection refused' } },
  };
  await atTheDoor(house);
  await screen.findByText('Pilothouse waits for Database.');
});

test('shows and hides the password', async () => {
  const { person } = await atTheDoor(new FakeHouse());
  await person.click(screen.getByRole('button', { name: 'Show the password' }));
  expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
  await person.click(screen.getByRole('button', { name: 'Hide the password' }));
  expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'password');
});
