import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
// Fetched before the first test begins, which waits only so long for what it looks for.
import '@/routes/run.page';
import { aRun, aStep, FakeHouse, problem } from '@/testing/fake-house';
import { FakeRuns } from '@/testing/fake-runs';
import { visit } from '@/testing/visit';
import { windowOf } from '@/testing/window-of';

beforeEach(() => windowOf(1_440));

function open(over: Parameters<typeof aRun>[0] = {}) {
  const house = new FakeHouse().open();
  const runs = new FakeRuns(house);
  house.runs.push(aRun(over));
  const sent = (path: string) =>
    house.asked.filter((asked) => asked.method === 'POST' && asked.path.startsWith(path));
  return { house, runs, sent };
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const underWay = { state: 'running', finishedAt: null } as const;

const mail = aStep({
  id: 'mail',
  name: 'Send it',
  kind: 'mail.send',
  state: 'unknown',
  reason: 'No answer came',
  output: null,
  effect: {
    id: 'run-7:mail',
    class: 'once',
    state: 'unknown',
    late: false,
    sentAt: '2026-11-20T09:00:00.120Z',
    deadline: '2026-11-20T09:00:30.000Z',
  },
});

const asks = {
  state: 'needs_person',
  finishedAt: null,
  waitsFor: 'Waits for a person’s word',
  steps: [aStep(), mail],
} as const;

test('a run is cancelled with a reason, and is being cancelled until it has followed', async () => {
  const { sent, runs } = open(underWay);
  const { person } = visit('/runs/run-7');
  await person.click(await button('Cancel…'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Cancel deal/42?' }));
  await person.click(dialog.getByRole('button', { name: 'Cancel the run' }));
  expect(sent('/v1/runs/run-7/cancel')).toEqual([]);
  await person.type(dialog.getByRole('textbox', { name: /Why/ }), 'Wrong customer');
  await person.click(dialog.getByRole('button', { name: 'Cancel the run' }));
  await screen.findByText('Cancelling');
  expect(sent('/v1/runs/run-7/cancel')[0]?.body).toEqual({ reason: 'Wrong customer' });
  runs.goesOn('run-7', { state: 'cancelled', cancelling: false, finishedAt: aRun().finishedAt });
  await screen.findByText('Cancelled');
});

test('a run is paused and resumed, and says what it is doing meanwhile', async () => {
  const { runs } = open(underWay);
  const { person } = visit('/runs/run-7');
  await person.click(await button('Pause'));
  await screen.findByText('Pausing');
  runs.goesOn('run-7', { state: 'paused', pausing: false });
  await person.click(await button('Resume'));
  await screen.findByText('It goes on.');
  await button('Pause');
});

test('a wait is ended at once', async () => {
  const { sent } = open({
    ...underWay,
    state: 'waiting',
    waitsFor: 'Tries again at 09:30',
    waits: [{ kind: 'retry', step: 's1', words: '', until: null, run: null }],
  });
  const { person } = visit('/runs/run-7');
  await screen.findByText(/^Retrying/);
  await person.click(await button('Retry now'));
  await waitFor(() => expect(sent('/v1/runs/run-7/retry')).toHaveLength(1));
});

test('why an order was refused is said in the words of the server', async () => {
  const { house } = open(underWay);
  house.instead.set('POST /v1/runs/run-7/pause', problem(409, 'The run is paused already.'));
  const { person } = visit('/runs/run-7');
  await person.click(await button('Pause'));
  await screen.findByText('The run is paused already.');
});

test('a run that has ended is done again with the version that is chosen', async () => {
  const { sent } = open();
  const { person, address } = visit('/runs/run-7');
  await person.click(await button('Re-run…'));
  await person.click(await screen.findByRole('radio', { name: /The version it walked, v2/ }));
  await person.click(await button('Re-run it'));
  await waitFor(() => expect(address()).toBe('/runs/run-7-again'));
  const [asked] = sent('/v1/runs/run-7/rerun');
  expect(asked?.path).toBe('/v1/runs/run-7/rerun?version=same');
  expect(asked?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{24}\.same$/);
  await screen.findByRole('link', { name: 'an earlier run' });
});

test('R begins again from the chosen step', async () => {
  const { sent } = open({ steps: [aStep(), aStep({ id: 's2', name: 'Book it' })] });
  const { person } = visit('/runs/run-7?step=s2');
  await screen.findByRole('treeitem', { name: /^Book it/, selected: true });
  await person.keyboard('r');
  await screen.findByRole('dialog', { name: 'Re-run from “Book it”?' });
  await person.click(await button('Re-run it'));
  await waitFor(() =>
    expect(sent('/v1/runs/run-7/rerun')[0]?.path).toBe('/v1/runs/run-7/rerun?from=s2'),
  );
});

test('why a run cannot be done again stands in the dialog, which stays', async () => {
  const { house } = open();
  house.instead.set('POST /v1/runs/run-7/rerun', problem(409, 'The automation is archived.'));
  const { person } = visit('/runs/run-7');
  await person.click(await button('Re-run…'));
  await person.click(await button('Re-run it'));
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByText('The automation is archived.');
});

test('a step that waits is skipped, with a reason', async () => {
  const waits = { due: '2026-11-20T12:00:00.000Z', reason: 'Waits until noon' };
  const nap = aStep({ id: 'nap', name: 'Nap', kind: 'wait', state: 'waiting', waits });
  const { sent } = open({ ...underWay, state: 'waiting', steps: [nap] });
  const { person } = visit('/runs/run-7');
  await person.click(await button('Skip this step…'));
  await person.type(await screen.findByRole('textbox', { name: /Why/ }), 'No time');
  await person.click(await button('Skip the step'));
  await waitFor(() =>
    expect(sent('/v1/runs/run-7/steps/nap/skip')[0]?.body).toEqual({ reason: 'No time' }),
  );
});

test('an unknown effect tells all that is known before it asks', async () => {
  open(asks);
  visit('/runs/run-7');
  await screen.findByText('Waits for someone to say what happened.');
  expect(screen.getAllByText('Unknown effect')[0]).toBeVisible();
  const pane = within(await screen.findByRole('region', { name: 'Send it' }));
  for (const known of [/It left us at/, /It was sent once/, /No answer came/, /Nothing more of it/])
    expect(pane.getByText(known)).toBeVisible();
  expect(pane.getByText(/never sent twice without a person’s word/)).toBeVisible();
});

test('U leads to the question; that it did not happen is recorded with how one knows', async () => {
  const { sent } = open(asks);
  const { person } = visit('/runs/run-7?step=s1');
  await screen.findByRole('region', { name: 'Record the event' });
  await person.keyboard('u');
  await person.click(await screen.findByRole('radio', { name: /It did not happen/ }));
  await person.type(screen.getByRole('textbox', { name: /How do you know/ }), 'Never came');
  await person.click(await button('Record: it did not happen'));
  await waitFor(() =>
    expect(sent('/v1/effects/run-7%3Amail/resolve')[0]?.body).toEqual({
      happened: false,
      reason: 'Never came',
    }),
  );
  await screen.findByText('Recorded. The run goes on.');
  await waitFor(() => expect(screen.queryByText('What happened?')).toBeNull());
});

test('what it gave goes along when it happened, and no letter that is no JSON', async () => {
  const { runs, sent } = open(asks);
  runs.actions.push({
    name: 'mail.send',
    title: 'Send a mail',
    about: '',
    input: {},
    output: {
      type: 'object',
      required: ['messageId'],
      properties: { messageId: { type: 'string' } },
    },
  });
  const { person } = visit('/runs/run-7');
  await person.click(await screen.findByRole('radio', { name: /It happened/ }));
  const output = await screen.findByRole('textbox', { name: 'What it gave' });
  expect(output).toHaveValue('{\n  "messageId": ""\n}');
  await person.type(screen.getByRole('textbox', { name: /How do you know/ }), 'In their inbox');
  await person.clear(output);
  await person.type(output, '{{"messageId": ');
  expect(await screen.findByText(/No JSON from line 1/)).toBeVisible();
  await person.type(output, '"m-1"}');
  await person.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(sent('/v1/effects/run-7%3Amail/resolve')[0]?.body).toEqual({
      happened: true,
      output: { messageId: 'm-1' },
      reason: 'In their inbox',
    }),
  );
});

test('nothing is recorded while its sender may still be alive', async () => {
  const deadline = new Date(Date.now() + 60_000).toISOString();
  open({ ...asks, steps: [{ ...mail, effect: mail.effect && { ...mail.effect, deadline } }] });
  visit('/runs/run-7');
  const record = await button('Record');
  expect(record).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getAllByText(/Its sender may still/)[0]).toBeVisible();
});

test('who may only look is told so, and gives no order', async () => {
  const { house, sent } = open(asks);
  house.me = { ...house.me, role: 'viewer' };
  const { person } = visit('/runs/run-7');
  const pause = await button('Pause');
  expect(pause).toHaveAttribute('title', expect.stringMatching(/may look/));
  await person.click(pause);
  expect(await screen.findByText(/Operators, reviewers and administrators/)).toBeVisible();
  expect(sent('/v1/runs')).toEqual([]);
});

test('the palette offers what can be done with the run', async () => {
  open(underWay);
  const { person } = visit('/runs/run-7');
  await button('Pause');
  await person.keyboard('{Control>}k{/Control}');
  await screen.findByRole('option', { name: /^Pause/ });
  await person.click(screen.getByRole('option', { name: /^Cancel…/ }));
  await screen.findByRole('dialog', { name: 'Cancel deal/42?' });
});

test('I, O and F lead through the chosen step, L takes the link along', async () => {
  open({ steps: [aStep({ input: { deal: 42 } })] });
  const { person, address } = visit('/runs/run-7');
  await screen.findByRole('region', { name: 'Record the event' });
  await person.keyboard('i');
  await waitFor(() => expect(address()).toContain('tab=input'));
  await person.keyboard('f');
  await screen.findByText('It sends nothing and changes nothing.');
  await person.keyboard('o');
  await waitFor(() => expect(address()).toContain('tab=output'));
  const written = vi.spyOn(navigator.clipboard, 'writeText');
  await person.keyboard('l');
  await screen.findByText('The link is copied.');
  expect(written).toHaveBeenCalled();
});

test('where the browser has no clipboard, nothing offers to copy the link and L does nothing', async () => {
  open({ steps: [aStep()] });
  const { person } = visit('/runs/run-7');
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
  await screen.findByRole('region', { name: 'Record the event' });
  await person.keyboard('l');
  await person.click(await button('More of this run'));
  await screen.findByRole('menuitem', { name: 'Open the event' });
  expect(screen.queryByRole('menuitem', { name: /Copy the link/ })).toBeNull();
  expect(screen.queryByText('The link is copied.')).toBeNull();
});

test('a link that the browser did not let be copied is said', async () => {
  open({ steps: [aStep()] });
  const { person } = visit('/runs/run-7');
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
  await screen.findByRole('region', { name: 'Record the event' });
  await person.keyboard('l');
  await screen.findByText(/did not let the link be copied/);
});

test('what is written on one unknown step stays, though another becomes unknown before it', async () => {
  const { runs } = open(asks);
  const { person, address } = visit('/runs/run-7');
  await person.type(await screen.findByRole('textbox', { name: /How do you know/ }), 'Never');
  runs.goesOn('run-7', { steps: [aStep({ ...mail, id: 's1', name: 'Record the event' }), mail] });
  await screen.findByRole('treeitem', { name: /^Record the event, Unknown/ });
  expect(screen.getByRole('textbox', { name: /How do you know/ })).toHaveValue('Never');
  expect(address()).toBe('/runs/run-7?step=mail&tab=effects');
});
