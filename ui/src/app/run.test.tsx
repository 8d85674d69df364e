import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
// Fetched before the first test begins, which waits only so long for what it looks for.
import '@/routes/run.page';
import { aRun, aStep, FakeHouse, problem } from '@/testing/fake-house';
import { FakeRuns } from '@/testing/fake-runs';
import { visit } from '@/testing/visit';
import { windowOf } from '@/testing/window-of';

beforeEach(() => windowOf(1_440));

const refund = aStep({
  id: 's2',
  name: 'Compute the refund',
  attempts: 3,
  output: { amount: 1284, lines: [{ machine: 'Linea 2' }], paid: false, note: null },
});

const row = (name: RegExp) => screen.findByRole('treeitem', { name });
const pane = async (name: string) => within(await screen.findByRole('region', { name }));

function open(...runs: Parameters<typeof aRun>[0][]) {
  const house = new FakeHouse().open();
  const runsRoom = new FakeRuns(house);
  house.runs.push(...runs.map((over) => aRun(over)));
  return { house, runs: runsRoom };
}

test('shows what the run is about, its steps, and what the chosen one handed on', async () => {
  open({ steps: [aStep(), refund] });
  const { person, address } = visit('/runs/run-7');
  await screen.findByRole('heading', { name: 'deal/42' });
  await row(/^Compute the refund, Finished, began .*, took 40 ms/);
  const { getByText } = await pane('Compute the refund');
  for (const shown of ['amount', '1284', 'Linea 2', 'no', 'empty'])
    expect(getByText(shown)).toBeVisible();
  await person.click(await row(/^Record the event/));
  await pane('Record the event');
  expect(address()).toContain('step=s1');
});

test('the chain stands with what lies ahead of it', async () => {
  const { runs } = open({ state: 'waiting', finishedAt: null, steps: [aStep({ id: 'a' })] });
  runs.definitions.set('auto-1', {
    steps: [
      { id: 'a', do: 'journal.emit' },
      { id: 'b', name: 'Confirm by mail', do: 'mail.send' },
      { id: 'c', name: 'Close the lease', do: 'crm.update_deal' },
    ],
  });
  visit('/runs/run-7');
  await row(/^Confirm by mail, Not reached yet/);
  expect(await screen.findByText('2 steps ahead')).toBeVisible();
});

test('the arrows walk along the chain, open a loop and lead into it', async () => {
  const loop = aStep({
    id: 'each',
    name: 'Each machine',
    kind: 'for_each',
    progress: { items: 20, done: 20, failed: 1 },
  });
  const turns = Array.from({ length: 20 }, (_, n) =>
    aStep({ id: `each.${n}.book`, name: 'Book it', state: n === 3 ? 'failed' : 'finished' }),
  );
  const { runs } = open({ steps: [loop, ...turns] });
  runs.definitions.set('auto-1', {
    steps: [{ id: 'each', for_each: 'event.data', steps: [{ id: 'book', do: 'http.request' }] }],
  });
  const { person, address } = visit('/runs/run-7?step=each');
  const each = await row(/^Each machine, Finished, 20 of 20, 1 failed/);
  await waitFor(() => expect(each).toHaveAttribute('aria-expanded', 'false'));
  each.focus();
  await person.keyboard('{ArrowRight}{ArrowRight}');
  await waitFor(() => expect(address()).toContain('step=each.0'));
  expect(await row(/^Turn 4, Failed/)).toHaveAttribute('aria-expanded', 'true');
  await person.keyboard('{ArrowLeft}');
  await waitFor(() => expect(address()).toContain('step=each'));
});

test('a fork shows the way it took, and not the others', async () => {
  const fork = aStep({ id: 'by', name: 'By amount', kind: 'if', output: { branch: 'then' } });
  const { runs } = open({ steps: [fork, aStep({ id: 'ask', name: 'Ask Finance' })] });
  runs.definitions.set(
    'auto-1',
    JSON.parse(
      '{"steps": [{"id": "by", "if": "event.data.amount > 500", "then": [{"id": "ask", "do": "mail.send"}], "else": [{"id": "book", "name": "Book at once", "do": "mail.send"}]}]}',
    ),
  );
  visit('/runs/run-7');
  await row(/^By amount, Finished, .*took “yes”/);
  expect(await row(/^Ask Finance/)).toHaveAttribute('aria-level', '2');
  expect(screen.queryByRole('treeitem', { name: /Book at once/ })).toBeNull();
});

test('says so when the chain does not load, and lists the steps all the same', async () => {
  open({ steps: [aStep()] });
  visit('/runs/run-7');
  await screen.findByText(/The chain did not load/);
  await row(/^Record the event/);
});

test('leads to the workflow in Temporal', async () => {
  open({});
  const opened = vi.spyOn(window, 'open').mockReturnValue(null);
  const { person } = visit('/runs/run-7');
  await person.click(await screen.findByRole('button', { name: 'More of this run' }));
  await person.click(await screen.findByRole('menuitem', { name: 'Open in Temporal' }));
  expect(opened).toHaveBeenCalledWith(
    'http://127.0.0.1:8233/namespaces/default/workflows/run%2Frun-7',
    '_blank',
    'noreferrer',
  );
});

test('offers no way to Temporal where it has no page', async () => {
  const { house } = open({});
  house.readiness = { ...house.readiness, temporalUi: null };
  const { person } = visit('/runs/run-7');
  await screen.findByText('Live');
  await person.click(await screen.findByRole('button', { name: 'More of this run' }));
  await screen.findByRole('menuitem', { name: /Copy the link/ });
  expect(screen.queryByRole('menuitem', { name: 'Open in Temporal' })).toBeNull();
});

test('says first what a run waits for', async () => {
  open({ state: 'waiting', finishedAt: null, waitsFor: 'Waits until Mon 09:00' });
  visit('/runs/run-7');
  await screen.findByText('Waits until Mon 09:00.');
});

test('a run that waits for another leads to it', async () => {
  const wait = { kind: 'run', step: 'bill', words: 'Waits for the run', until: null } as const;
  open({
    state: 'waiting',
    finishedAt: null,
    waitsFor: 'Waits for the run',
    waits: [{ ...wait, run: 'run-8' }],
  });
  visit('/runs/run-7');
  const link = await screen.findByRole('link', { name: 'Open that run' });
  expect(link).toHaveAttribute('href', '/runs/run-8');
});

test('says where and why a run failed, what was not done, and opens that step', async () => {
  const message = 'Expected a cost centre, but found none.';
  const error = { code: 'no_cost_centre', kind: 'user', message };
  const failed = aStep({ id: 's3', name: 'Book it', state: 'failed', output: null, error });
  const { runs } = open({
    state: 'failed',
    failure: { step: 's3', name: 'Book it', message },
    steps: [aStep(), failed],
  });
  runs.definitions.set('auto-1', {
    steps: [
      { id: 's1', do: 'journal.emit' },
      { id: 's3', do: 'http.request' },
      { id: 's4', name: 'Tell the customer', do: 'mail.send' },
    ],
  });
  visit('/runs/run-7');
  await screen.findAllByText('Failed at “Book it”.');
  await screen.findByText(/Not done: Tell the customer\./);
  const { getByText } = await pane('Book it');
  expect(getByText(message)).toBeVisible();
  expect(
    getByText(/Trying again helps only when it is changed|trying again helps only/),
  ).toBeVisible();
});

test.each([
  ['waiting', 'Waits', 'Waits until noon.'],
  ['paused', 'Paused', 'Waits until noon.'],
  ['cancelled', 'Cancelled', 'Stopped by Maya.'],
  ['failed', 'Failed', 'Stopped by Maya.'],
] as const)('a run that is %s says so and why', async (state, word, why) => {
  const waitsFor = state === 'waiting' || state === 'paused' ? 'Waits until noon' : null;
  open({ state, waitsFor, reason: waitsFor ? null : 'Stopped by Maya.' });
  visit('/runs/run-7');
  expect((await screen.findAllByText(new RegExp(why)))[0]).toBeVisible();
  expect(screen.getAllByText(word)[0]).toBeVisible();
});

test('a step that waited when its run was cancelled ended with it', async () => {
  const nap = aStep({
    id: 'nap',
    name: 'Wait for the installation',
    kind: 'wait',
    state: 'waiting',
    finishedAt: null,
    output: null,
    waits: { due: '2026-11-22T09:00:00Z', reason: 'Waits until 2026-11-22T09:00:00Z.' },
  });
  open({ state: 'cancelled', reason: 'Cancelled by Maya.', steps: [aStep(), nap] });
  visit('/runs/run-7');
  await row(/^Wait for the installation, Cancelled, began .*, took/);
  await screen.findByText('Wait for the installation ended with the run.');
  const { getAllByText, queryByText } = await pane('Wait for the installation');
  expect(getAllByText('Cancelled')[0]).toBeVisible();
  expect(queryByText('Waits')).toBeNull();
});

test('a long value is fetched when somebody asks for it, and can be searched', async () => {
  const hash = 'a'.repeat(64);
  const { runs } = open({ steps: [aStep({ output: { $stored: { ref: hash } } })] });
  runs.values.set(hash, Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`f${n}`, n])));
  const { person } = visit('/runs/run-7?step=s1&tab=output');
  const { findByRole, findByText, queryByText } = await pane('Record the event');
  await person.click(await findByRole('button', { name: 'Show all of it' }));
  await findByText('f7');
  await person.type(await findByRole('textbox', { name: 'Find in the data' }), 'f19');
  await waitFor(() => expect(queryByText('f7')).toBeNull());
});

test('the log tells what people did and what changed, and folds the plumbing', async () => {
  const mail = aStep({
    id: 'm',
    name: 'Send it',
    effect: {
      id: 'run-7:m',
      class: 'once',
      state: 'done',
      late: false,
      deadline: '2026-11-20T09:00:30.000Z',
    },
  });
  const { runs } = open({
    steps: [aStep(), mail],
    orders: [
      {
        id: 1,
        order: 'pause',
        step: null,
        actor: 'person/0199f2c0-abcdef',
        reason: 'Wrong customer',
        givenAt: '2026-11-20T09:00:00.110Z',
        carriedOutAt: null,
      },
    ],
  });
  runs.entries.push({
    id: 'e-9',
    position: 9,
    type: 'crm.deal.updated',
    subject: 'deal/42',
    source: '/crm',
    sourceId: '9',
    time: '2026-11-20T09:00:00.120Z',
    recordedAt: '2026-11-20T09:00:00.120Z',
    actor: 'run/run-7',
    cause: { event: 'e', run: 'run-7', depth: 1 },
    changes: [{ field: 'stage', before: 'offer', after: 'won' }],
    moreChanges: 0,
  });
  const { person } = visit('/runs/run-7');
  const log = within(await screen.findByRole('region', { name: 'Log' }));
  await log.findByText('ordered a pause', { exact: false });
  expect(log.getByText('“Wrong customer”', { exact: false })).toBeVisible();
  await log.findByText('crm.deal.updated');
  expect(log.getByText('Send it: done.')).toBeVisible();
  expect(log.queryByText('Record the event: begun.')).toBeNull();
  await person.click(log.getByRole('button', { name: /plumbing entries folded/ }));
  expect(log.getByText('Record the event: begun.')).toBeVisible();
  await person.click(log.getByRole('radio', { name: /Caused 1/ }));
  expect(log.queryByText('Send it: done.')).toBeNull();
  expect(log.getByRole('link', { name: 'crm.deal.updated' })).toHaveAttribute(
    'href',
    '/events/e-9',
  );
});

test('on a narrow page the step slides over when it is chosen', async () => {
  windowOf(380);
  open({ steps: [aStep()] });
  const { person } = visit('/runs/run-7');
  await person.click(await row(/^Record the event/));
  const drawer = await screen.findByRole('dialog', { name: 'Record the event' });
  await person.click(within(drawer).getByRole('tab', { name: /Attempts/ }));
  await within(drawer).findByText('Began');
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

test('an address that nobody knows says so, with a way home', async () => {
  new FakeHouse().open();
  visit('/nowhere/at/all');
  await screen.findByRole('heading', { name: 'There is no page here' });
  expect(screen.getByRole('link', { name: 'Go home' })).toHaveAttribute('href', '/');
});
