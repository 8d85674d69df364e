import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
// Fetched before the first test begins, which waits only so long for what it looks for.
import '@/routes/runs.page';
import { anAutomation, FakeAutomations } from '@/testing/fake-automations';
import { aRun, aStep, FakeHouse, problem } from '@/testing/fake-house';
import { FakeRuns } from '@/testing/fake-runs';
import { visit } from '@/testing/visit';

function open(...runs: Parameters<typeof aRun>[0][]) {
  const house = new FakeHouse().open();
  const room = new FakeRuns(house);
  house.runs.push(...runs.map((over) => aRun(over)));
  const happen = () =>
    house.tell({ id: '1.1', data: { type: 'run.started' } }, '/v1/events/stream');
  return { house, room, happen };
}

const about = (subject: string) => ({ event: { ...aRun().event, subject } });
const link = (name: string) => screen.findByRole('link', { name });
const state = (name: RegExp) => screen.findByRole('button', { name, pressed: false });

test('several states are chosen together, each with how many there are, and stand in the address', async () => {
  open(
    { id: 'c', ...about('deal/3'), state: 'failed' },
    { id: 'b', ...about('deal/2'), state: 'waiting' },
    { id: 'a', ...about('deal/1') },
  );
  const { person, address } = visit('/runs');
  await link('deal/1');
  await person.click(await state(/Failed 1/));
  await person.click(await state(/Waits 1/));
  await waitFor(() => expect(address()).toBe('/runs?state=waiting%2Cfailed'));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'deal/1' })).toBeNull());
  await link('deal/3');
  expect(screen.getByRole('link', { name: 'deal/2' })).toBeVisible();
});

test('a text is looked for in what runs worked on; how far a search came is said', async () => {
  const { house } = open({ id: 'a', ...about('deal/1') });
  const { person, address } = visit('/runs');
  await link('deal/1');
  house.instead.set('GET /v1/runs?q=no+route', [
    200,
    {
      items: [aRun({ id: 'x', ...about('deal/9') })],
      next: 'x',
      searchedBackTo: '2026-11-03T09:00:00Z',
    },
  ]);
  await person.type(
    screen.getByRole('textbox', { name: 'Find in what runs worked on' }),
    'no route',
  );
  await link('deal/9');
  await waitFor(() => expect(address()).toBe('/runs?q=no+route'));
  await screen.findByText(/Runs back to .* were looked through/);
  await screen.findByRole('button', { name: 'Look further back' });
});

test('automation, subject and time are filters behind a button, and chips that take them away', async () => {
  const { house } = open({ id: 'a', ...about('deal/1') }, { id: 'b', ...about('deal/2') });
  new FakeAutomations(house).kept.push(anAutomation());
  const { person, address } = visit('/runs');
  await link('deal/1');
  await person.click(screen.getByRole('button', { name: 'Filter…' }));
  await person.type(await screen.findByRole('textbox', { name: 'About' }), 'deal/2');
  await person.click(screen.getByRole('combobox', { name: 'Automation' }));
  await person.click(await screen.findByRole('option', { name: 'Greet a won customer' }));
  await person.click(screen.getByRole('button', { name: 'Show these' }));
  await waitFor(() => expect(address()).toContain('subject=deal%2F2'));
  expect(address()).toContain('automation=Greet+a+won+customer');
  await person.click(await screen.findByRole('button', { name: /Remove .*automation/ }));
  await waitFor(() => expect(address()).not.toContain('automation'));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'deal/1' })).toBeNull());
  await link('deal/2');
});

test('a filter is kept under a name of its own, for this person, and taken up again', async () => {
  open({ id: 'a', state: 'failed' });
  const { person, address } = visit('/runs?state=failed');
  await person.click(await screen.findByRole('button', { name: 'Saved' }));
  await screen.findByText('Kept in this browser, for you alone.');
  await person.click(await screen.findByRole('button', { name: 'Save this filter…' }));
  await person.type(await screen.findByRole('textbox', { name: /Name/ }), 'To look at');
  await person.click(screen.getByRole('button', { name: 'Save it' }));
  await screen.findByText('“To look at” is saved.');
  await person.click(screen.getByRole('button', { name: 'All' }));
  await waitFor(() => expect(address()).toBe('/runs'));
  await person.click(screen.getByRole('button', { name: 'Saved' }));
  await person.click(await screen.findByRole('button', { name: 'To look at' }));
  await waitFor(() => expect(address()).toBe('/runs?state=failed'));
  await person.click(screen.getByRole('button', { name: 'Saved' }));
  await person.click(await screen.findByRole('button', { name: 'Forget “To look at”' }));
  await screen.findByText('None is saved yet.');
});

test('says in the list for what a run waits and until when, and that another tries again', async () => {
  const due = new Date().toISOString();
  const at = (kind: string, reason: string) => [
    aStep({ kind, state: 'waiting', finishedAt: null, waits: { due, reason } }),
  ];
  const waiting = { state: 'waiting', finishedAt: null } as const;
  open(
    { id: 'c', ...waiting, steps: at('wait', `Waits until ${due}`) },
    { id: 'b', ...waiting, steps: at('mail.send', 'Tries again after a refusal') },
    { id: 'a', state: 'needs_person', finishedAt: null },
  );
  visit('/runs');
  const table = within(await screen.findByRole('table', { name: 'Runs' }));
  expect(await table.findByText(/^Waits until (\w{3} )?\d\d:\d\d$/)).toBeVisible();
  expect(table.getByText('Tries again after a refusal')).toBeVisible();
  expect(table.getByText('Unknown effect')).toBeVisible();
});

test('what happens is told: new runs come in, and those that are there stand anew', async () => {
  const { house, happen } = open({
    id: 'a',
    ...about('deal/1'),
    state: 'running',
    finishedAt: null,
  });
  visit('/runs');
  await link('deal/1');
  house.runs[0] = aRun({ id: 'a', ...about('deal/1') });
  house.runs.unshift(aRun({ id: 'b', ...about('deal/2') }));
  happen();
  await link('deal/2');
  const table = within(screen.getByRole('table', { name: 'Runs' }));
  await waitFor(() => expect(table.queryByText('Running')).toBeNull());
});

test('new runs wait while somebody points at the list', async () => {
  const { house, happen } = open({ id: 'a', ...about('deal/1') });
  const { person } = visit('/runs');
  await person.hover(await link('deal/1'));
  house.runs.unshift(aRun({ id: 'b', ...about('deal/2') }), aRun({ id: 'c', ...about('deal/3') }));
  happen();
  await person.click(await screen.findByRole('button', { name: '2 new' }));
  await link('deal/3');
});

test('older runs are read when they are wanted', async () => {
  const runs = Array.from({ length: 60 }, (_, n) => ({
    id: `r${String(99 - n)}`,
    ...about(`deal/${n}`),
  }));
  open(...runs);
  const { person } = visit('/runs');
  await link('deal/49');
  expect(screen.queryByRole('link', { name: 'deal/50' })).toBeNull();
  await person.click(screen.getByRole('button', { name: 'Older runs' }));
  await link('deal/59');
  await screen.findByText('These are all runs there are.');
});

test('none ever, none that match, failed and forbidden are four things', async () => {
  const { house } = open();
  const { person } = visit('/runs');
  await screen.findByRole('heading', { name: 'No run yet' });
  house.runs.push(aRun());
  await person.click(await state(/Failed/));
  await screen.findByRole('heading', { name: 'No run stands so' });
  await screen.findByText(/1 runs? there are that this filter hides|1 run/);
  house.instead.set('GET /v1/runs?queued', problem(500, 'The database did not answer.'));
  await person.click(await state(/Queued/));
  await screen.findByRole('heading', { name: 'The list of runs did not load' });
  house.instead.set('GET /v1/runs?paused', problem(403, ''));
  await person.click(await state(/Paused/));
  await screen.findByRole('heading', { name: 'You may not see this' });
});

test('a lost line is said, and the list stays', async () => {
  const { house } = open({ id: 'a', ...about('deal/1') });
  visit('/runs');
  await link('deal/1');
  house.hangUp();
  await screen.findByText(/New runs are not shown since/);
  expect(screen.getByRole('link', { name: 'deal/1' })).toBeVisible();
});

test('a row of a failed run says why, and every row draws the run as a line', async () => {
  const failure = { step: 'mail', name: 'Send it', message: 'No route to the host.' };
  open({ id: 'a', state: 'failed', failure });
  visit('/runs');
  await screen.findByText('No route to the host.');
  expect(
    screen.getByRole('img', { name: /The run as a line: .*failed after 50 ms/ }),
  ).toBeInTheDocument();
});

test('the rows of a run and the keys J and K lead along the list', async () => {
  const house = new FakeHouse().open();
  house.runs.push(aRun({ id: 'a' }), aRun({ id: 'b' }));
  const { person, address } = visit('/runs');
  await screen.findAllByRole('link', { name: 'deal/42' });
  await person.keyboard('jjk');
  expect(document.activeElement).toHaveAttribute('href', '/runs/a');
  await person.keyboard('j{Enter}');
  await waitFor(() => expect(address()).toBe('/runs/b'));
  await person.keyboard('gh');
  await waitFor(() => expect(address()).toBe('/'));
});

test('a run about nothing in particular is known by what happened', async () => {
  const house = new FakeHouse().open();
  const { event } = aRun();
  house.runs.push(aRun({ event: { ...event, subject: '', type: 'mail.received' } }));
  const { person } = visit('/runs');
  await person.click(await screen.findByRole('link', { name: 'mail.received' }));
  await screen.findByRole('heading', { name: 'mail.received' });
});
