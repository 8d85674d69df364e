import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aRun, aStep, FakeHouse, problem } from '@/testing/fake-house';
import { visit } from '@/testing/visit';

const refund = aStep({
  id: 's2',
  name: 'Compute the refund',
  attempts: 3,
  output: { amount: 1284, lines: [{ machine: 'Linea 2' }], paid: false, note: null },
});

test('shows what the run is about, its steps, and what the chosen one handed on', async () => {
  const house = new FakeHouse().open();
  house.runs.push(aRun({ steps: [aStep(), refund] }));
  const { person, address } = visit('/runs/run-7');
  await screen.findByRole('heading', { name: 'deal/42' });
  expect(screen.getByText('tried 3 times')).toBeVisible();
  const pane = within(screen.getByRole('region', { name: 'Compute the refund' }));
  for (const shown of ['amount', '1284', 'Linea 2', 'no', 'empty'])
    expect(pane.getByText(shown)).toBeVisible();
  await person.click(screen.getByRole('link', { name: 'Record the event' }));
  await screen.findByRole('region', { name: 'Record the event' });
  expect(address()).toContain('step=s1');
});

test('links to the workflow in Temporal', async () => {
  const house = new FakeHouse().open();
  house.runs.push(aRun());
  visit('/runs/run-7');
  expect(await screen.findByRole('link', { name: 'Open in Temporal' })).toHaveAttribute(
    'href',
    'http://127.0.0.1:8233/namespaces/default/workflows/run%2Frun-7',
  );
});

test('offers no link where Temporal has no page', async () => {
  const house = new FakeHouse().open();
  house.readiness = { ...house.readiness, temporalUi: null };
  house.runs.push(aRun());
  visit('/runs/run-7');
  await screen.findByText('Live');
  expect(screen.queryByRole('link', { name: 'Open in Temporal' })).toBeNull();
});

test('says first what a run waits for', async () => {
  const house = new FakeHouse().open();
  house.runs.push(aRun({ state: 'running', finishedAt: null, waitsFor: 'Waits until Mon 09:00' }));
  visit('/runs/run-7');
  await screen.findByText('Waits until Mon 09:00.');
});

test('says where and why a run failed, and opens that step', async () => {
  const house = new FakeHouse().open();
  const error = { message: 'Expected a cost centre, but found none.' };
  const failed = aStep({ id: 's3', name: 'Book it', state: 'failed', output: null, error });
  house.runs.push(aRun({ state: 'failed', steps: [aStep(), failed] }));
  visit('/runs/run-7');
  await screen.findByText('Failed at “Book it”.');
  const pane = within(screen.getByRole('region', { name: 'Book it' }));
  expect(pane.getByText(error.message)).toBeVisible();
  expect(pane.getByText('A failed step hands on nothing.')).toBeVisible();
});

test('says what a person is asked, and opens the step nobody knows of', async () => {
  const house = new FakeHouse().open();
  const reason = 'No answer came.';
  const mail = aStep({ id: 'm', name: 'Send it', state: 'unknown', reason, output: null });
  const waitsFor = 'Waits for a person’s word: did it happen?';
  house.runs.push(
    aRun({ state: 'needs_person', finishedAt: null, waitsFor, steps: [aStep(), mail, aStep()] }),
  );
  visit('/runs/run-7');
  await screen.findByText(waitsFor);
  expect(screen.getByText('Needs a person')).toBeVisible();
  const pane = within(screen.getByRole('region', { name: 'Send it' }));
  expect(pane.getByText('No answer came.')).toBeVisible();
  expect(pane.getByText('Nobody knows yet whether it happened.')).toBeVisible();
});

test.each([
  ['waiting', 'Waiting', 'Waits until noon.'],
  ['paused', 'Paused', 'Waits until noon.'],
  ['cancelled', 'Cancelled', 'Stopped by Maya.'],
  ['failed', 'Failed', 'Stopped by Maya.'],
] as const)('a run that is %s says so and why', async (state, word, why) => {
  const house = new FakeHouse().open();
  const waitsFor = state === 'waiting' || state === 'paused' ? 'Waits until noon' : null;
  house.runs.push(aRun({ state, waitsFor, reason: waitsFor ? null : 'Stopped by Maya.' }));
  visit('/runs/run-7');
  await screen.findByText(new RegExp(why));
  expect(screen.getByText(word)).toBeVisible();
});

test('follows a run that is under way until it has finished', async () => {
  const house = new FakeHouse().open();
  house.runs.push(aRun({ state: 'queued' }));
  visit('/runs/run-7');
  await screen.findByText('Waits for a worker to take it.');
  await screen.findByRole('link', { name: 'Record the event' }, { timeout: 3_000 });
  await screen.findByRole('img', { name: /worked 50 ms/ }, { timeout: 3_000 });
});

test('tells a missing run from a forbidden and from a broken one', async () => {
  const house = new FakeHouse().open();
  const { person } = visit('/runs/nope');
  await screen.findByRole('heading', { name: 'No run has this id' });
  house.runs.push(aRun());
  house.instead.set('GET /v1/runs/run-7', problem(403, ''));
  await person.click(screen.getByRole('link', { name: 'Go home' }));
  await person.click(await screen.findByRole('link', { name: 'deal/42' }));
  await screen.findByRole('heading', { name: 'You may not see this' });
});

test('the rows of a run and the keys J and K lead along the list', async () => {
  const house = new FakeHouse().open();
  house.runs.push(aRun({ id: 'a' }), aRun({ id: 'b' }));
  const { person, address } = visit('/runs');
  await screen.findAllByRole('link', { name: 'deal/42' });
  await person.keyboard('jjk');
  expect(document.activeElement).toHaveAttribute('data-run', 'a');
  await person.keyboard('j{Enter}');
  await waitFor(() => expect(address()).toBe('/runs/b'));
  await person.keyboard('gh');
  await waitFor(() => expect(address()).toBe('/'));
});

test('an address that nobody knows says so, with a way home', async () => {
  new FakeHouse().open();
  visit('/nowhere/at/all');
  await screen.findByRole('heading', { name: 'There is no page here' });
  expect(screen.getByRole('link', { name: 'Go home' })).toHaveAttribute('href', '/');
});

test('a run about nothing in particular is known by what happened', async () => {
  const house = new FakeHouse().open();
  const { event } = aRun();
  house.runs.push(aRun({ event: { ...event, subject: '', type: 'mail.received' } }));
  const { person } = visit('/runs');
  await person.click(await screen.findByRole('link', { name: 'mail.received' }));
  await screen.findByRole('heading', { name: 'mail.received' });
});
