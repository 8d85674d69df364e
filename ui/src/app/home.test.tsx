import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aRun, aStep, FakeHouse, problem } from '@/testing/fake-house';
import { anEntry, overviewOf } from '@/testing/fake-overview';
import { visit } from '@/testing/visit';

const region = async (name: string) => within(await screen.findByRole('region', { name }));

const instrument = async (name: string) => {
  const label = (await region('How it stands')).findByText(name);
  return (await label).closest('li') ?? document.body;
};

const failed = aRun({
  id: 'run-8',
  state: 'failed',
  failure: { step: 'area', name: 'Find the area', message: 'no service area for postcode 4381' },
  event: { ...aRun().event, subject: 'deal/57' },
});
const asks = aRun({ id: 'run-9', state: 'needs_person', finishedAt: null, reason: 'No answer.' });

test('six instruments say how the house stands', async () => {
  const house = new FakeHouse().open();
  house.runs.push(aRun(), failed, asks);
  visit('/');
  await waitFor(async () => expect(await instrument('Failed')).toHaveTextContent('1'));
  expect(await instrument('Failed')).toHaveTextContent('50% of 2 that ended');
  expect(await instrument('Wait for people')).toHaveTextContent('1oldest began');
  expect(await instrument('Unknown effects')).toHaveTextContent('a person has to say');
  expect(await instrument('Running')).toHaveTextContent('none queued');
  expect(await instrument('Wait for time')).toHaveTextContent('nothing waits');
  expect(await instrument('Events in')).toHaveTextContent('none refused');
});

test('what counting did not come to the end of is said to be more', async () => {
  const house = new FakeHouse().open();
  const { now, ...rest } = overviewOf([]);
  house.overview = () => ({
    ...rest,
    now: now.map(({ state }) => ({ state, runs: 1_000, more: true, oldest: null, next: null })),
  });
  visit('/');
  await waitFor(async () => expect(await instrument('Wait for time')).toHaveTextContent('1,000+'));
  expect(await instrument('Wait for time')).toHaveTextContent('each goes on by itself');
});

test('names what needs a hand and why, and leads there', async () => {
  const house = new FakeHouse().open();
  house.runs.push(asks, failed);
  const { person, address } = visit('/');
  const needy = await region('Needs a hand');
  expect(needy.getByText('Find the area: no service area for postcode 4381')).toBeVisible();
  expect(needy.getByText('Unknown effect')).toBeVisible();
  await person.click(needy.getByRole('link', { name: /Say what happened/ }));
  await waitFor(() => expect(address()).toBe('/runs/run-9'));
});

test('says until when a run waits', async () => {
  const house = new FakeHouse().open();
  const due = new Date().toISOString();
  const waits = { due, reason: `Waits until ${due}` };
  const step = aStep({ state: 'waiting', finishedAt: null, waits });
  house.runs.push(aRun({ state: 'waiting', finishedAt: null, steps: [step] }));
  visit('/');
  expect(
    await (await region('Under way')).findByText(/^Waits until (\w{3} )?\d\d:\d\d$/),
  ).toBeVisible();
});

test('a calm company is one quiet line', async () => {
  const house = new FakeHouse().open();
  house.runs.push(aRun());
  visit('/');
  expect((await region('Needs a hand')).getByText('Nothing needs a hand.')).toBeVisible();
});

test('draws when runs were started, and shows the same as a table', async () => {
  const house = new FakeHouse().open();
  house.runs.push(aRun(), failed);
  const { person } = visit('/');
  await screen.findByRole('img', { name: '2 runs were started in this time, 1 of them failed.' });
  expect(screen.getByRole('img', { name: /^At most 50% failed/ })).toBeVisible();
  await person.click(screen.getByRole('button', { name: 'As a table' }));
  const table = within(screen.getByRole('table', { name: 'Runs by the time they were started' }));
  expect(table.getAllByRole('row')).toHaveLength(2);
  expect(table.getByText('50%')).toBeVisible();
  await person.click(screen.getByRole('button', { name: 'As a chart' }));
  await screen.findByRole('img', { name: /runs were started/ });
});

test('looks back as far as the address says', async () => {
  const house = new FakeHouse().open();
  const { person, address } = visit('/?hours=168');
  expect(await screen.findByRole('radio', { name: '7 d' })).toBeChecked();
  await person.click(screen.getByRole('radio', { name: '1 h' }));
  await waitFor(() => expect(address()).toBe('/?hours=1'));
  await waitFor(() => expect(house.asked.at(-1)?.path).toBeDefined());
  expect(house.asked.some(({ path }) => path === '/v1/overview?hours=1')).toBe(true);
  await person.click(screen.getByRole('radio', { name: '24 h' }));
  await waitFor(() => expect(address()).toBe('/'));
});

test('shows what came in from where', async () => {
  const house = new FakeHouse().open();
  const sources = [{ source: 'https://shop.example', received: 2_841, fired: 612, refused: 14 }];
  house.overview = () => overviewOf([], sources);
  visit('/');
  const row = (await region('Intake')).getByRole('row', { name: /shop\.example/ });
  expect(row).toHaveTextContent('https://shop.example2,84114612');
  expect(await instrument('Events in')).toHaveTextContent('14 refused');
});

test('the log book says who did what, without what only machines read', async () => {
  const house = new FakeHouse().open();
  house.overview = () => overviewOf([], [], [anEntry()]);
  visit('/');
  const book = await region('Log book');
  const line = book.getByRole('link', { name: /An automation was published/ }).closest('li');
  expect(line).toHaveTextContent('by Priya Raman');
  expect(line).toHaveTextContent('published');
  expect(line).not.toHaveTextContent('9f2c');
  expect(book.getByRole('link', { name: 'Whole journal' })).toHaveAttribute('href', '/events');
});

test('says which part is away, and leads to no page that needs it', async () => {
  const house = new FakeHouse().open();
  house.readiness = {
    ...house.readiness,
    ready: false,
    parts: { ...house.readiness.parts, temporal: { state: 'waiting', reason: 'Refused.' } },
  };
  visit('/');
  expect(await screen.findByText('Pilothouse waits for Temporal.')).toBeVisible();
  expect(screen.getByText('Starting')).toBeVisible();
});

test('keeps what it knows when nobody answers, says since when, and recovers', async () => {
  const house = new FakeHouse().open();
  house.runs.push(aRun());
  const { person } = visit('/');
  await screen.findByText('deal/42');
  await screen.findByText('Live');
  house.reachable = false;
  await screen.findByText('Pilothouse does not answer.');
  expect(screen.getByText(/^Stale since/)).toBeVisible();
  expect(screen.getByText('deal/42')).toBeVisible();
  house.reachable = true;
  await person.click(screen.getByRole('button', { name: 'Try now' }));
  await screen.findByText('Live again');
});

const notices = '/v1/notifications/stream';

test('looks again when somebody is told of something', async () => {
  const house = new FakeHouse().open();
  visit('/');
  await screen.findByText('Nothing needs a hand.');
  await waitFor(() => expect(house.asked.map(({ path }) => path)).toContain(notices));
  house.runs.push(failed);
  house.tell({ id: '1', data: { id: 'n1', text: 'A run failed', run: 'run-8' } });
  await screen.findByText(/^Find the area: no service/);
});

test('an empty house says how a run begins', async () => {
  const house = new FakeHouse().open();
  house.me = { ...house.me, role: 'admin' };
  visit('/');
  const runs = await region('Under way');
  expect(runs.getByText('No run yet')).toBeVisible();
  expect(runs.getByRole('link', { name: 'Take the first steps' })).toHaveAttribute(
    'href',
    '/welcome',
  );
});

test('tells an overview that did not load from an empty house', async () => {
  const house = new FakeHouse().open();
  house.instead.set('GET /v1/overview', problem(500, 'The database did not answer in 5 s.'));
  const { person } = visit('/');
  await screen.findByText('The overview did not load');
  expect(screen.getByText(/The database did not answer in 5 s/)).toBeVisible();
  expect(screen.queryByText('No run yet')).toBeNull();
  expect(await instrument('Running')).toHaveTextContent('Not known');
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('No run yet');
});

test('reminds of the first password until it is changed', async () => {
  const house = new FakeHouse().open();
  house.me = { ...house.me, firstPassword: true };
  const { person, address } = visit('/');
  await screen.findByText('You still use the first password.');
  await person.click(screen.getByRole('link', { name: 'Change it' }));
  await waitFor(() => expect(address()).toBe('/settings/password'));
  await person.type(await screen.findByLabelText('Current password'), house.password);
  await person.type(screen.getByLabelText('New password'), 'a lamp in the window');
  await person.click(screen.getByRole('button', { name: 'Change password' }));
  await screen.findByText(/Your password is changed/);
  await person.click(screen.getAllByRole('link', { name: 'Home' })[0] ?? document.body);
  await region('Under way');
  await waitFor(() => expect(screen.queryByText(/first password/)).toBeNull());
});
