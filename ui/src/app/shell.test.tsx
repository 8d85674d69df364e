import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aRun, FakeHouse, problem } from '@/testing/fake-house';
import { FakeRecords } from '@/testing/fake-records';
import { visit } from '@/testing/visit';
import { windowOf } from '@/testing/window-of';

const palette = () => screen.findByRole('combobox', { name: /What do you want to do/ });

const chosen = () => screen.getByRole('option', { selected: true });

async function atHome(house = new FakeHouse()) {
  house.open();
  const visitor = visit('/');
  await screen.findByRole('region', { name: 'Under way' });
  return { house, ...visitor };
}

test('the palette leads to a room by its name', async () => {
  const { person, address } = await atHome();
  await person.keyboard('{Control>}k{/Control}');
  await person.type(await palette(), 'run{Enter}');
  await waitFor(() => expect(address()).toBe('/runs'));
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('the palette does what the page offers, and arrows choose', async () => {
  const { person } = await atHome();
  await person.click(screen.getByRole('button', { name: /Go to, or do/ }));
  const field = await palette();
  expect(chosen()).toHaveTextContent('Show all keys');
  await person.type(field, '{ArrowUp}');
  expect(chosen()).toHaveTextContent('Change your password');
  await person.type(field, 'make it day{Enter}');
  expect(document.documentElement.dataset['theme']).toBe('day');
});

test('the palette finds runs, tells none from not answered, and closes by Escape', async () => {
  const house = new FakeHouse().open();
  house.runs.push(aRun());
  // Not at home: its list of runs asks by itself, too.
  const { person } = visit('/settings/password');
  await screen.findByRole('heading', { name: 'Your password' });
  await person.keyboard('{Control>}k{/Control}');
  const field = await palette();
  await person.type(field, 'deal/42');
  const found = await screen.findByRole('group', { name: 'Runs' });
  expect(within(found).getByRole('option')).toHaveTextContent('Record every event');
  await person.clear(field);
  await person.type(field, 'zzz');
  await screen.findByText('Nothing is called “zzz”');
  house.instead.set('GET /v1/runs', problem(500, 'Away.'));
  await person.type(field, 'z');
  await screen.findByText('Runs did not answer');
  await person.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
});

test('the palette calls records as people do, also those without a name', async () => {
  const { house, person } = await atHome();
  new FakeRecords(house).keep('contacts', { id: '1', email: 'lena@kestrel.example' });
  await person.keyboard('{Control>}k{/Control}');
  await person.type(await palette(), 'kestrel');
  const found = within(await screen.findByRole('group', { name: 'Records' }));
  expect(await found.findByRole('option')).toHaveTextContent('lena@kestrel.exampleContact');
});

test('the help lists the keys of this page and those of every page', async () => {
  const { person } = await atHome();
  await person.keyboard('?');
  const help = within(await screen.findByRole('dialog', { name: 'Keys' }));
  expect(help.getByText('next, previous row')).toBeVisible();
  expect(help.getByText('go to, or do')).toBeVisible();
});

test('keys mean nothing to the page beneath a dialog', async () => {
  const { person, address } = await atHome();
  await person.keyboard('?');
  await screen.findByRole('dialog', { name: 'Keys' });
  await person.keyboard('gr');
  expect(address()).toBe('/');
});

test('a new page begins at its beginning for the keyboard, too', async () => {
  const { house, person, address } = await atHome();
  house.runs.push(aRun());
  await person.keyboard('gr');
  await screen.findByRole('link', { name: /deal.42/ });
  expect(address()).toBe('/runs');
  await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  await person.keyboard('j');
  expect(screen.getByRole('main')).not.toHaveFocus();
  await person.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'deal/42' });
  await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
});

test('Escape leads one step back on the way to the house', async () => {
  const house = new FakeHouse().open();
  house.runs.push(aRun());
  const { person, address } = visit('/runs/run-7');
  await screen.findByRole('heading', { name: 'deal/42' });
  expect(screen.getByRole('navigation', { name: 'Where you are' })).toHaveTextContent(
    /Runs.*Record every event.*deal\/42/,
  );
  expect(document.title).toBe('deal/42 · Pilothouse');
  await person.keyboard('{Escape}');
  await waitFor(() => expect(address()).toBe('/runs'));
});

test('only rooms that exist have a door', async () => {
  await atHome();
  const doors = screen.getAllByRole('navigation', { name: 'Main' });
  expect(doors.map((nav) => nav.textContent).join(' ')).not.toContain('Inbox');
  expect(screen.getByRole('navigation', { name: 'Log' })).toHaveTextContent('Runs');
  const build = screen.getByRole('navigation', { name: 'Build' });
  expect(build).toHaveTextContent('Automations');
  expect(build).not.toHaveTextContent('Templates');
});

test('operations see how much runs and that nothing is held', async () => {
  const house = new FakeHouse();
  house.runs.push(aRun({ state: 'running', finishedAt: null }));
  await atHome(house);
  expect(await screen.findByText('No halt in force')).toBeVisible();
});

test('a reviewer is not told what operations watch', async () => {
  const house = new FakeHouse();
  house.me = { ...house.me, role: 'reviewer' };
  await atHome(house);
  await screen.findByText('Live');
  expect(screen.queryByText('No halt in force')).toBeNull();
  expect(house.asked.some(({ path }) => path === '/v1/hold')).toBe(false);
});

test('what waits for a word stands beside the door', async () => {
  const house = new FakeHouse();
  house.runs.push(aRun({ state: 'needs_person', finishedAt: null }));
  await atHome(house);
  const log = within(screen.getByRole('navigation', { name: 'Log' }));
  await log.findByRole('link', { name: /Runs.*1 unknown effect/ });
});

test('what a person is told shows at the edge, and leads to its run', async () => {
  const { house, person, address } = await atHome();
  house.runs.push(aRun());
  house.tell({ id: '1.1', data: { id: 'n', text: 'Large deal: €75,000.00', run: 'run-7' } });
  await screen.findByText('Large deal: €75,000.00');
  await person.click(screen.getByRole('button', { name: 'Open' }));
  await waitFor(() => expect(address()).toBe('/runs/run-7'));
});

test('a line that breaks says so, comes back by itself and says that, too', async () => {
  const { house } = await atHome();
  await screen.findByText('Live');
  house.hangUp();
  await screen.findByText(/^Stale since/);
  await screen.findByText('Live again');
  const calls = house.asked.filter(({ path }) => path === '/v1/notifications/stream');
  expect(calls).toHaveLength(2);
});

test('the sidebar folds and stays folded', async () => {
  const { person } = await atHome();
  await person.click(screen.getByRole('button', { name: 'Fold the sidebar' }));
  expect(localStorage.getItem('pilothouse.side')).toBe('rail');
  await person.click(screen.getByRole('button', { name: 'Unfold the sidebar' }));
  expect(localStorage.getItem('pilothouse.side')).toBe('wide');
});

test('on a phone the fifth tab opens all doors', async () => {
  windowOf(400);
  const { person, address } = await atHome();
  await person.click(screen.getByRole('button', { name: 'More' }));
  const all = within(await screen.findByRole('dialog', { name: 'All rooms' }));
  await person.click(all.getByRole('link', { name: 'Runs' }));
  await waitFor(() => expect(address()).toBe('/runs'));
});
