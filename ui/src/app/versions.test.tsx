import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anAutomation, FakeAutomations, versionOf } from '@/testing/fake-automations';
import { FakeHouse, problem } from '@/testing/fake-house';
import { visit } from '@/testing/visit';

let house: FakeHouse;
let automations: FakeAutomations;

beforeEach(() => {
  house = new FakeHouse().open();
  house.me = { ...house.me, role: 'builder' };
  automations = new FakeAutomations(house);
  automations.kept.push(anAutomation({ unpublishedChanges: true }));
});

afterEach(() => {
  vi.useRealTimers();
});

test('shows what a publish would change, in words and side by side', async () => {
  const { person } = visit('/automations/auto-1/versions');
  const diff = within(await screen.findByRole('region', { name: 'What is different' }));
  await diff.findByText('Step ‘mail’: timeout 30s, becomes 1m');
  await person.click(diff.getByRole('radio', { name: 'Side by side' }));
  expect(diff.getByRole('row', { name: 'steps / mail / timeout 30s 1m' })).toBeVisible();
  expect(house.asked.find(({ path }) => path.includes('/diff'))?.path).toContain('from=2&to=draft');
});

test('lists a version that somebody else publishes meanwhile', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  visit('/automations/auto-1/versions');
  await screen.findByRole('button', { name: 'Show what v2 changed' });
  automations.kept[0] = anAutomation({ number: 3, version: '7b1e' });
  await vi.advanceTimersByTimeAsync(11_000);
  await screen.findByRole('button', { name: 'Show what v3 changed' });
});

test('keeps older versions in sight while somebody else publishes, even where the list fails', async () => {
  const older = 'GET /v1/automations/auto-1/versions';
  house.rooms.unshift((key, { path }) => {
    const [now] = automations.kept;
    if (key !== older || !now) return undefined;
    if (!path.includes('before=2')) return [200, { items: [versionOf(now)], next: '2' }];
    return [200, { items: [{ ...versionOf(now), number: 1, inForce: false }], next: null }];
  });
  vi.useFakeTimers({ shouldAdvanceTime: true });
  visit('/automations/auto-1/versions');
  fireEvent.click(await screen.findByRole('button', { name: 'Older versions' }));
  await screen.findByRole('button', { name: 'Show what v1 changed' });
  house.instead.set(older, problem(500, 'The database did not answer.'));
  automations.kept[0] = anAutomation({ number: 3, version: '7b1e' });
  await vi.advanceTimersByTimeAsync(11_000);
  await waitFor(() => expect(house.instead.has(older)).toBe(false));
  await act(() => vi.advanceTimersByTimeAsync(100));
  expect(screen.getByRole('button', { name: 'Show what v1 changed' })).toBeVisible();
  automations.kept[0] = anAutomation({ number: 4, version: '8c2f' });
  await vi.advanceTimersByTimeAsync(11_000);
  await screen.findByRole('button', { name: 'Show what v4 changed' });
  expect(screen.getByRole('button', { name: 'Show what v1 changed' })).toBeVisible();
});

test('compares an earlier version with the one before it, and keeps that in the address', async () => {
  const { person, address } = visit('/automations/auto-1/versions');
  await person.click(await screen.findByRole('button', { name: 'Show what v2 changed' }));
  await waitFor(() => expect(address()).toBe('/automations/auto-1/versions?to=2'));
  await waitFor(() =>
    expect(house.asked.findLast(({ path }) => path.includes('/diff'))?.path).toContain(
      'from=1&to=2',
    ),
  );
});

test('puts an earlier version in force again, and says why not', async () => {
  const { person } = visit('/automations/auto-1/versions');
  await person.click(await screen.findByRole('button', { name: 'What to do with v1' }));
  await person.click(await screen.findByRole('menuitem', { name: /Roll back/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Put v1 in force again?' }));
  await person.type(dialog.getByLabelText('Why'), 'The mail was wrong');
  house.instead.set('POST /v1/automations/auto-1/rollback', problem(409, 'It is archived.'));
  await person.click(dialog.getByRole('button', { name: 'Roll back' }));
  await dialog.findByText('It is archived.');
  await person.click(dialog.getByRole('button', { name: 'Roll back' }));
  await screen.findByText('v1 is in force again.');
  expect(house.asked.findLast(({ path }) => path.endsWith('/rollback'))?.body).toEqual({
    to: '1',
    note: 'The mail was wrong',
  });
});

test('clones a version under another name', async () => {
  const { person, address } = visit('/automations/auto-1/versions');
  await person.click(await screen.findByRole('button', { name: 'What to do with v1' }));
  await person.click(await screen.findByRole('menuitem', { name: 'Clone…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Clone v1' }));
  await person.type(dialog.getByLabelText(/^Name/), 'Greet a lost customer');
  await person.click(dialog.getByRole('button', { name: 'Make the clone' }));
  await waitFor(() => expect(address()).toBe('/automations/auto-2/definition'));
  expect(house.asked.findLast(({ path }) => path.endsWith('/clone'))?.body).toEqual({
    name: 'Greet a lost customer',
    from: '1',
  });
});

test('says in words what holds for its runs, and who did what', async () => {
  const [first] = automations.kept;
  if (!first) throw new Error('none');
  automations.kept[0] = {
    ...first,
    draft: { owner: 'priya@harbourfinch.example', throttle: { limit: 10, per: '1m' } },
  };
  const { person } = visit('/automations/auto-1/settings');
  await screen.findByText(/10 runs in 1m/);
  expect(screen.getByText('every event starts a run')).toBeVisible();
  const history = within(screen.getByRole('region', { name: 'What was done to it' }));
  await history.findByText(/published v2/);
  const standing = within(screen.getByRole('region', { name: 'Whether it acts' }));
  await person.click(standing.getByRole('button', { name: 'Archive…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await person.click(dialog.getByRole('button', { name: 'Archive it' }));
  await screen.findByText('It is archived.');
});

test('leads from what holds for its runs to where it is written', async () => {
  const { person, address } = visit('/automations/auto-1/settings');
  await person.click(
    await screen.findByRole('link', { name: /^Edit in the definition ?: At most/ }),
  );
  await waitFor(() => expect(address()).toBe('/automations/auto-1/definition?at=throttle'));
});
