import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Json } from '@/lib/json';
import { anAutomation, FakeAutomations } from '@/testing/fake-automations';
import { aRun, FakeHouse, problem } from '@/testing/fake-house';
import { visit } from '@/testing/visit';

let house: FakeHouse;
let automations: FakeAutomations;

beforeEach(() => {
  house = new FakeHouse().open();
  house.me = { ...house.me, role: 'member' };
  house.runs.push(aRun());
  automations = new FakeAutomations(house);
});

const input: Json = {
  type: 'object',
  required: ['customer', 'amount'],
  properties: {
    customer: { type: 'string', examples: ['Ada Ltd'] },
    amount: { type: 'number' },
    note: { type: 'string' },
  },
};

const keep = (on: readonly Json[], over: Parameters<typeof anAutomation>[0] = {}) =>
  automations.kept.push(
    anAutomation({ draft: { name: 'Greet a won customer', on, steps: [] }, ...over }),
  );

const starts = () =>
  house.asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/runs'));

const keysSent = () => starts().map(({ headers }) => headers.get('idempotency-key'));

const button = (name: string) => screen.findByRole('button', { name });

const dialog = async () =>
  within(await screen.findByRole('dialog', { name: 'Start “Greet a won customer”?' }));

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Input' });

test('what asks for nothing starts with one click, and leads to its run', async () => {
  keep([{ manual: 'Send the report' }]);
  const { person, address } = visit('/automations/auto-1/chain');
  await person.click(await button('Send the report'));
  await waitFor(() => expect(address()).toMatch(/^\/runs\/run-7/));
  expect(starts()[0]?.body).toEqual({ trigger: 'Send the report' });
  expect(keysSent()[0]).toMatch(/^[0-9a-f]{24}$/);
  await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
});

test('what asks for input begins with what its schema says, and leads to its run', async () => {
  keep([{ event: 'crm.deal.won' }, { manual: 'Greet by hand', input }]);
  const { person, address } = visit('/automations/auto-1/chain');
  await person.click(await button('Greet by hand…'));
  await dialog();
  expect(field().value).toBe('{\n  "customer": "Ada Ltd",\n  "amount": 0\n}');
  expect(field()).toHaveAccessibleDescription(/May hold, too: note/);
  await waitFor(() => expect(field()).toHaveFocus());
  await person.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(address()).toMatch(/^\/runs\/run-7/));
  expect(starts()[0]?.body).toEqual({
    trigger: 'Greet by hand',
    input: { customer: 'Ada Ltd', amount: 0 },
  });
  expect(screen.queryByRole('dialog', { name: /^Start/ })).toBeNull();
});

test('what the server finds wrong stands at the field, each with its place', async () => {
  keep([{ manual: 'Greet by hand', input }]);
  house.instead.set('POST /v1/automations/auto-1/runs', [
    400,
    {
      detail: "'Greet a won customer' asks for other input.",
      errors: [
        { path: 'input.amount', message: "Expected a number at 'input.amount', but found a text." },
        { path: 'input.customer', message: 'Expected a text.' },
      ],
    },
  ]);
  const { person } = visit('/automations/auto-1/chain');
  await person.click(await button('Greet by hand…'));
  const asked = await dialog();
  await person.click(asked.getByRole('button', { name: /^Start/ }));
  expect(await asked.findByRole('alert')).toHaveTextContent(
    "Nothing was started. 'Greet a won customer' asks for other input.",
  );
  expect(field()).toHaveAccessibleDescription(
    /^Expected a number at 'input.amount', but found a text.\s+input.customer: Expected a text.$/,
  );
  await person.type(field(), ' ');
  expect(field()).toBeValid();
});

test('a mistake in the JSON keeps it from being sent', async () => {
  keep([{ manual: 'Greet by hand', input }]);
  const { person } = visit('/automations/auto-1/chain');
  await person.click(await button('Greet by hand…'));
  const asked = await dialog();
  await person.clear(field());
  await person.type(field(), '[[]');
  expect(field()).toHaveAccessibleDescription(/The input is an object/);
  await person.type(field(), ',');
  expect(field()).toHaveAccessibleDescription(/This is no JSON/);
  await person.click(asked.getByRole('button', { name: /^Start/ }));
  expect(starts()).toEqual([]);
});

test('asks again with the same key where no answer came, and with another after one', async () => {
  keep([{ manual: 'Greet by hand', input }]);
  const { person, address } = visit('/automations/auto-1/chain');
  await person.click(await button('Greet by hand…'));
  const asked = await dialog();
  house.instead.set('POST /v1/automations/auto-1/runs', problem(409, 'It is paused.'));
  await person.click(asked.getByRole('button', { name: /^Start/ }));
  await asked.findByText('It is paused.');
  house.reachable = false;
  await person.click(asked.getByRole('button', { name: /^Start/ }));
  await asked.findByText(/No answer came/);
  house.reachable = true;
  await person.click(asked.getByRole('button', { name: /^Try again/ }));
  await waitFor(() => expect(address()).toMatch(/^\/runs\/run-7/));
  const [refused, lost, again] = keysSent();
  expect(lost).not.toBe(refused);
  expect(again).toBe(lost);
});

test('says that no answer came, also where there is no dialog to say it in', async () => {
  keep([{ manual: 'Send the report' }]);
  const { person } = visit('/automations/auto-1/chain');
  const press = await button('Send the report');
  house.reachable = false;
  await person.click(press);
  await screen.findByText(/No answer came/);
  house.reachable = true;
  await person.click(press);
  await screen.findByRole('heading', { name: 'deal/42' });
  const [lost, again] = keysSent();
  expect(again).toBe(lost);
});

test('says what the automation made of it where it began no run', async () => {
  keep([{ manual: 'Greet by hand', input }]);
  house.instead.set('POST /v1/automations/auto-1/runs', [
    202,
    { event: 'ev-9', run: null, verdict: 'throttled', reason: '10 ran within 1m.' },
  ]);
  const { person } = visit('/automations/auto-1/chain');
  await person.click(await button('Greet by hand…'));
  const asked = await dialog();
  await person.click(asked.getByRole('button', { name: /^Start/ }));
  await asked.findByText(/10 ran within 1m/);
  expect(asked.getByRole('link', { name: 'Open the event' })).toHaveAttribute(
    'href',
    '/events/ev-9',
  );
});

test('several buttons stand in a menu, and the focus comes back from the dialog', async () => {
  keep([{ manual: 'Send the report' }, { manual: 'Greet by hand', input }]);
  const { person } = visit('/automations/auto-1/chain');
  const menu = await button('Start');
  menu.focus();
  await person.keyboard('{Enter}');
  await person.click(await screen.findByRole('menuitem', { name: 'Greet by hand…' }));
  await dialog();
  await person.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog', { name: /^Start/ })).toBeNull());
  await waitFor(() => expect(menu).toHaveFocus());
});

test.each([
  ['viewer', 'published', 'Your role does not reach so far.'],
  ['member', 'paused', 'It is paused: resume it first.'],
  ['member', 'draft', 'It was never published: publish it first.'],
] as const)('says to a %s why what is %s cannot be started', async (role, state, why) => {
  house.me = { ...house.me, role };
  keep([{ manual: 'Send the report' }], { state, ...(state === 'draft' && { number: null }) });
  const { person } = visit('/automations/auto-1/chain');
  const shut = await button('Send the report');
  expect(shut).toHaveAttribute('aria-disabled', 'true');
  expect(shut).toHaveAttribute('title', why);
  await person.click(shut);
  expect(starts()).toEqual([]);
});

test('what only events start has no button', async () => {
  keep([{ event: 'crm.deal.won' }]);
  visit('/automations/auto-1/versions');
  await screen.findByRole('button', { name: 'Show what v2 changed' });
  expect(screen.queryByRole('button', { name: /^Start/ })).toBeNull();
});

test('says of a run that had begun the first time that it is that one', async () => {
  keep([{ manual: 'Send the report' }]);
  const at = 'POST /v1/automations/auto-1/runs';
  house.instead.set(at, problem(503, 'Nothing can be kept now.'));
  const { person, address } = visit('/automations/auto-1/chain');
  const press = await button('Send the report');
  await person.click(press);
  await screen.findByText(/Nothing can be kept now/);
  house.instead.set(at, [202, { event: 'ev-1', run: 'run-7', reason: '', duplicate: true }]);
  await person.click(press);
  await screen.findByText(/It had started the first time/);
  await waitFor(() => expect(address()).toMatch(/^\/runs\/run-7/));
  const [first, again] = keysSent();
  expect(again).toBe(first);
});
