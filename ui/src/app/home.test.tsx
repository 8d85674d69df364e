import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aRun, FakeHouse, problem } from '@/testing/fake-house';
import { visit } from '@/testing/visit';

const parts = () => screen.findByRole('region', { name: 'Parts of the house' });
const testEvent = () => screen.findByRole('region', { name: 'Test event' });
const newestRuns = () => screen.findByRole('region', { name: 'Newest runs' });

test('shows each part and that it is up', async () => {
  new FakeHouse().open();
  visit('/');
  await waitFor(async () => expect(within(await parts()).getAllByText('Up')).toHaveLength(3));
  expect(within(await parts()).getByText('Temporal')).toBeVisible();
  expect(screen.getByText('Live')).toBeVisible();
});

test('says why a part is away, in the words of the server', async () => {
  const house = new FakeHouse().open();
  const reason = "Expected Temporal at '127.0.0.1:7233', but the connection was refused.";
  house.readiness = {
    ...house.readiness,
    ready: false,
    parts: { ...house.readiness.parts, temporal: { state: 'waiting', reason } },
  };
  visit('/');
  expect(await screen.findByText(reason)).toBeVisible();
  expect(screen.getByText('Pilothouse waits for Temporal.')).toBeVisible();
  expect(screen.getByText('Starting')).toBeVisible();
});

test('keeps what it knows when nobody answers, says since when, and recovers', async () => {
  const house = new FakeHouse().open();
  house.runs.push(aRun());
  const { person } = visit('/');
  await screen.findByText('Live');
  house.reachable = false;
  await screen.findByText('Pilothouse does not answer.', {}, { timeout: 5_000 });
  expect(screen.getByText(/^Stale since/)).toBeVisible();
  expect(screen.getByText('deal/42')).toBeVisible();
  house.reachable = true;
  await person.click(screen.getByRole('button', { name: 'Try now' }));
  await screen.findByText('Live');
});

test('sends a test event and follows its run to the end', async () => {
  const house = new FakeHouse().open();
  const { person } = visit('/');
  const pane = within(await testEvent());
  await person.click(pane.getByRole('button', { name: 'Send a test event' }));
  await pane.findByText('Accepted, entry 41 of the journal');
  await pane.findByText('Record the event', {}, { timeout: 3_000 });
  await pane.findByText(/after it was queued/, {}, { timeout: 3_000 });
  expect(pane.getByRole('link', { name: 'Open the run' })).toHaveAttribute('href', '/runs/run-1');
  expect(house.events[0]).toMatchObject({ specversion: '1.0', type: 'test.event' });
  const sent = house.asked.find(({ path }) => path === '/v1/events');
  expect(sent?.headers.get('content-type')).toBe('application/cloudevents+json');
});

test('sends the same event again after silence, so that it counts once', async () => {
  const house = new FakeHouse().open();
  const { person } = visit('/');
  const pane = within(await testEvent());
  await person.click(pane.getByRole('button', { name: 'Send a test event' }));
  await pane.findByText(/Accepted/);
  house.reachable = false;
  await person.click(pane.getByRole('button', { name: 'Send another' }));
  await pane.findByText(/may or may not be in/);
  house.reachable = true;
  await person.click(pane.getByRole('button', { name: 'Send it again' }));
  await waitFor(() => expect(house.events).toHaveLength(2));
  const sent = house.asked.filter(({ path }) => path === '/v1/events');
  const [first, lost, again] = sent.map(({ body }) => (body as { id: string }).id);
  expect(again).toBe(lost);
  expect(again).not.toBe(first);
});

test('says so when no automation listens for the event', async () => {
  const house = new FakeHouse().open();
  house.onEvent = () => [];
  const { person } = visit('/');
  const pane = within(await testEvent());
  await person.click(pane.getByRole('button', { name: 'Send a test event' }));
  await pane.findByText('No automation listens for it, so no run began.');
});

test('gives the reason when the event is refused', async () => {
  const house = new FakeHouse().open();
  house.instead.set('POST /v1/events', problem(429, 'Expected at most 100 events a second.'));
  const { person } = visit('/');
  const pane = within(await testEvent());
  await person.click(pane.getByRole('button', { name: 'Send a test event' }));
  await pane.findByText('Expected at most 100 events a second.');
});

test('an empty house says what to do, and the button there does it', async () => {
  new FakeHouse().open();
  const { person } = visit('/');
  const runs = within(await newestRuns());
  await runs.findByText('No run yet');
  await person.click(runs.getByRole('button', { name: 'Send a test event' }));
  await runs.findByRole('link', { name: /^test\// });
});

test('tells a list that did not load from an empty one', async () => {
  const house = new FakeHouse().open();
  house.instead.set('GET /v1/runs', problem(500, 'The database did not answer in 5 s.'));
  const { person } = visit('/');
  await screen.findByText('The list of runs did not load');
  expect(screen.getByText(/The database did not answer in 5 s/)).toBeVisible();
  expect(screen.queryByText('No run yet')).toBeNull();
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
  await newestRuns();
  await waitFor(() => expect(screen.queryByText(/first password/)).toBeNull());
});
