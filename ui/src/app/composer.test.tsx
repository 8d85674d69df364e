import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeHouse, problem } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { visit } from '@/testing/visit';

function open() {
  const house = new FakeHouse().open();
  return { house, journal: new FakeJournal(house) };
}

const type = () => screen.findByRole('textbox', { name: 'Type' });
const data = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Data' });
const send = () => screen.getByRole('button', { name: /^Send/ });

test('begins with an example of the catalogue, sends it and follows what it caused', async () => {
  const { house, journal } = open();
  journal.examples.set('crm.deal.won', {
    source: 'pilothouse',
    subject: 'deal/42',
    data: { amount: 12000 },
  });
  const { person } = visit('/events/new');
  await type();
  await person.click(screen.getByRole('combobox', { name: 'Begin with an example' }));
  await person.click(await screen.findByRole('option', { name: 'crm.deal.won' }));
  await waitFor(() => expect(screen.getByLabelText('Type')).toHaveValue('crm.deal.won'));
  expect(data().value).toBe('{\n  "amount": 12000\n}');
  await person.click(send());
  await screen.findByText(/Accepted, entry 41/);
  expect(house.events[0]).toMatchObject({
    type: 'crm.deal.won',
    subject: 'deal/42',
    source: '/pilothouse/page',
    data: { amount: 12000 },
  });
  expect(screen.getByRole('link', { name: 'Open the event' })).toHaveAttribute(
    'href',
    '/events/ev-1',
  );
  await screen.findByRole('link', { name: 'Open the run' });
});

test('offers no example of what the engine alone writes', async () => {
  const { journal } = open();
  journal.examples.set('automation.paused', {});
  journal.examples.set('crm.deal.won', {});
  const { person } = visit('/events/new');
  await type();
  await person.click(screen.getByRole('combobox', { name: 'Begin with an example' }));
  await screen.findByRole('option', { name: 'crm.deal.won' });
  expect(screen.queryByRole('option', { name: 'automation.paused' })).toBeNull();
});

test('a mistake in the JSON is told at once, with its place, and nothing is sent', async () => {
  const { house } = open();
  const { person } = visit('/events/new');
  await person.type(await type(), 'test.event');
  await person.clear(data());
  await person.type(data(), '{{ a }');
  expect(data()).toHaveAccessibleDescription('This is no JSON: line 1, column 3.');
  await person.click(send());
  expect(house.events).toHaveLength(0);
  await person.click(screen.getByRole('button', { name: 'Go there' }));
  expect(data()).toHaveFocus();
  expect(data().selectionStart).toBe(2);
});

test('what the server finds wrong stands at its field', async () => {
  const { house } = open();
  house.instead.set('POST /v1/events', [
    400,
    {
      detail: 'This is no CloudEvent that can be taken.',
      errors: [
        { path: 'type', message: 'Expected a type.' },
        { path: 'data.amount', message: 'Expected a number.' },
      ],
    },
  ]);
  const { person } = visit('/events/new');
  await person.type(await type(), 'x');
  await person.click(send());
  await screen.findByText('This is no CloudEvent that can be taken.');
  expect(screen.getByLabelText('Type')).toHaveAccessibleDescription('Expected a type.');
  expect(data()).toHaveAccessibleDescription('data.amount: Expected a number.');
});

test('sending again after silence keeps the event, so that it counts once', async () => {
  const { house } = open();
  const { person } = visit('/events/new');
  await person.type(await type(), 'test.event');
  house.reachable = false;
  await person.click(send());
  await screen.findByText(/may or may not be in/);
  house.reachable = true;
  await person.click(send());
  await screen.findByText(/Accepted/);
  const [lost, again] = house.asked
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => (body as { id: string }).id);
  expect(again).toBe(lost);
});

test('an event is sent again as one’s own', async () => {
  const { journal } = open();
  const { id } = journal.write({ data: { stage: 'won' } });
  visit(`/events/new?again=${id}`);
  expect(await type()).toHaveValue('crm.deal.stage_changed');
  expect(screen.getByLabelText('Source')).toHaveValue('/pilothouse/page');
  expect(data().value).toContain('"stage": "won"');
});

test('whoever may only look is told so', async () => {
  const { house } = open();
  house.me = { ...house.me, role: 'viewer' };
  visit('/events/new');
  await screen.findByText(/may look but not send events/);
  expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
});

test('an event can be written where the examples do not load', async () => {
  const { house } = open();
  house.instead.set('GET /v1/event-types', problem(500, 'No.'));
  visit('/events/new');
  await screen.findByText(/An event can be written all the same/);
});

test('an example is found however many types there are', async () => {
  const { journal } = open();
  for (let each = 0; each < 450; each++) journal.examples.set(`shop.type_${each}`, {});
  const { person } = visit('/events/new');
  await type();
  await person.type(
    screen.getByRole('combobox', { name: 'Begin with an example' }),
    'shop.type_449',
  );
  await person.click(await screen.findByRole('option', { name: 'shop.type_449' }));
  await waitFor(() => expect(screen.getByLabelText('Type')).toHaveValue('shop.type_449'));
});

async function choose(person: ReturnType<typeof visit>['person'], name: string) {
  const field = screen.getByRole('combobox', { name: 'Begin with an example' });
  await person.clear(field);
  await person.click(field);
  await person.click(await screen.findByRole('option', { name }));
}

const asked = (house: FakeHouse, name: string) =>
  waitFor(() =>
    expect(house.asked.some(({ path }) => path === `/v1/event-types/${name}`)).toBe(true),
  );

test('an example that comes late does not take the place of what was written meanwhile', async () => {
  const { house, journal } = open();
  journal.examples.set('crm.deal.won', { subject: 'deal/42', data: { amount: 1 } });
  const answer = house.holdBack('GET /v1/event-types/crm.deal.won');
  const { person } = visit('/events/new');
  await type();
  await choose(person, 'crm.deal.won');
  await asked(house, 'crm.deal.won');
  await person.type(screen.getByLabelText('About'), 'deal/9');
  answer();
  await screen.findByText(/^You wrote meanwhile/);
  expect(screen.getByLabelText('About')).toHaveValue('deal/9');
  expect(await type()).toHaveValue('');
});

test('of two examples the one that was chosen last is taken, whichever comes first', async () => {
  const { house, journal } = open();
  journal.examples.set('crm.deal.won', { data: {} });
  journal.examples.set('task.created', { data: {} });
  const answer = house.holdBack('GET /v1/event-types/crm.deal.won');
  const { person } = visit('/events/new');
  await type();
  await choose(person, 'crm.deal.won');
  await asked(house, 'crm.deal.won');
  await choose(person, 'task.created');
  await waitFor(() => expect(screen.getByLabelText('Type')).toHaveValue('task.created'));
  answer();
  await act(() => new Promise((go) => setTimeout(go, 100)));
  expect(await type()).toHaveValue('task.created');
});
