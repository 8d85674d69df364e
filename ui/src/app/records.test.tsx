import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aRun, FakeHouse, problem } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { FakeRecords } from '@/testing/fake-records';
import { visit } from '@/testing/visit';

function open() {
  const house = new FakeHouse().open();
  return { house, journal: new FakeJournal(house), records: new FakeRecords(house) };
}

const deal = {
  id: '57',
  name: 'Bramble & Co',
  stage: 'negotiation',
  amount: 18400,
  currency: 'EUR',
  region: 'north',
};

const box = (name: string) => screen.findByLabelText<HTMLInputElement>(name);

test('the room opens with the deals, each with stage and money', async () => {
  const { records } = open();
  records.keep('deals', deal);
  const { address } = visit('/records');
  const row = within(await screen.findByRole('table', { name: 'Deals' })).getByRole('row', {
    name: /Bramble/,
  });
  expect(address()).toBe('/records/deals');
  expect(row).toHaveTextContent('negotiation');
  expect(row).toHaveTextContent('€18,400.00');
});

test('words and stage narrow the list, and the address says so', async () => {
  const { records } = open();
  records.keep('deals', deal);
  records.keep('deals', { id: '58', name: 'Fenwick Law', stage: 'won' });
  const { person, address } = visit('/records/deals?stage=won');
  await screen.findByText('Fenwick Law');
  expect(screen.queryByText('Bramble & Co')).toBeNull();
  await person.type(screen.getByRole('textbox', { name: 'Find by any word in it' }), 'zebra');
  await screen.findByText('None fits');
  expect(address()).toContain('q=zebra');
  await person.click(screen.getByRole('button', { name: 'Clear the filter' }));
  await screen.findByText('Bramble & Co');
});

test('the way back leads to the list as it was left', async () => {
  const { records } = open();
  records.keep('deals', deal);
  const { person, address } = visit('/records/deals?stage=negotiation');
  await person.click(await screen.findByRole('link', { name: 'Bramble & Co' }));
  await screen.findByRole('heading', { name: 'Bramble & Co', level: 1 });
  const way = within(screen.getByRole('navigation', { name: 'Where you are' }));
  expect(way.getByRole('link', { name: 'Deals' })).toHaveAttribute(
    'href',
    '/records/deals?stage=negotiation',
  );
  await person.keyboard('{Escape}');
  await waitFor(() => expect(address()).toBe('/records/deals?stage=negotiation'));
});

test('tabs lead from one list to the other', async () => {
  const { records } = open();
  records.keep('contacts', { id: '1', email: 'lena@kestrel.example' });
  const { person, address } = visit('/records/deals');
  await screen.findByText('No deal yet');
  await person.click(screen.getByRole('tab', { name: 'Contacts' }));
  await screen.findByRole('link', { name: 'lena@kestrel.example' });
  expect(address()).toBe('/records/contacts');
  expect(screen.getByRole('tab', { name: 'Contacts' })).toHaveFocus();
});

test('a deal is created with an id of its own and then shown', async () => {
  const { house, records } = open();
  const { person, address } = visit('/records/deals/new');
  await person.type(await box('Name'), 'Osprey Dental');
  await person.type(await box('Amount'), '12.5');
  await person.click(screen.getByRole('button', { name: 'Create it' }));
  await screen.findByRole('heading', { name: 'Osprey Dental', level: 1 });
  const [made] = records.kept.values();
  expect(made).toMatchObject({ name: 'Osprey Dental', amount: 12.5 });
  expect(address()).toBe(`/records/deals/${made?.id}`);
  expect(house.asked.find(({ method }) => method === 'POST')?.body).toHaveProperty('id');
});

test('what is sent again after its answer was lost leads to the record that came of it', async () => {
  const { house, records } = open();
  const { person, address } = visit('/records/deals/new');
  await person.type(await box('Name'), 'Osprey Dental');
  house.reachable = false;
  await person.click(screen.getByRole('button', { name: 'Create it' }));
  await screen.findByText(/^No answer came/);
  const sent = house.asked.find(({ method }) => method === 'POST')?.body as { id: string };
  records.keep('deals', sent);
  house.reachable = true;
  await person.click(screen.getByRole('button', { name: 'Create it' }));
  await screen.findByRole('heading', { name: 'Osprey Dental', level: 1 });
  expect(address()).toBe(`/records/deals/${sent.id}`);
});

test('an address that another contact has is told as it is', async () => {
  const { records } = open();
  records.keep('contacts', { id: '1', email: 'lena@kestrel.example' });
  const { person } = visit('/records/contacts/new');
  await person.type(await box('Mail'), 'lena@kestrel.example');
  await person.click(screen.getByRole('button', { name: 'Create it' }));
  await screen.findByText("There is a contact 'lena@kestrel.example' already.");
});

test('what the server finds wrong stands at its field, what is missing before anything is sent', async () => {
  const { house } = open();
  const { person } = visit('/records/deals/new');
  await person.type(await box('Amount'), 'much');
  await person.click(screen.getByRole('button', { name: 'Create it' }));
  await waitFor(() =>
    expect(screen.getByLabelText('Amount')).toHaveAccessibleDescription('Expected a number.'),
  );
  await person.click(screen.getByRole('button', { name: 'Create it' }));
  expect(house.asked.filter(({ method }) => method === 'POST')).toHaveLength(2);
});

test('a task needs a title, and that is told without asking the server', async () => {
  const { house } = open();
  const { person } = visit('/records/tasks/new');
  await box('Title');
  await person.click(screen.getByRole('button', { name: 'Create it' }));
  expect(await box('Title')).toHaveAccessibleDescription('Title is needed.');
  expect(house.asked.some(({ method }) => method === 'POST')).toBe(false);
});

test('a change sends only what was changed, with the mark it was read with', async () => {
  const { house, records } = open();
  records.keep('deals', deal);
  const { person } = visit('/records/deals/57');
  const stage = await box('Stage');
  await person.clear(stage);
  await person.type(stage, 'won');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved');
  const sent = house.asked.find(({ method }) => method === 'PATCH');
  expect(sent?.body).toEqual({ stage: 'won' });
  expect(sent?.headers.get('if-match')).toBe('"1"');
});

test('what is written while a change is saved stays, and nobody is said to have been quicker', async () => {
  const { house, records } = open();
  records.keep('deals', deal);
  const { person } = visit('/records/deals/57');
  await person.type(await box('Name'), ' BV');
  const answer = house.holdBack('PATCH /v1/deals/57');
  const tellRuns = house.holdBack('GET /v1/runs');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await person.type(await box('Note'), 'They called.');
  answer();
  await screen.findByRole('heading', { name: 'Bramble & Co BV', level: 1 });
  expect(screen.queryByText('Somebody was quicker.')).toBeNull();
  tellRuns();
  await screen.findByText('Saved');
  expect(await box('Note')).toHaveValue('They called.');
  expect(screen.getByText('Not saved yet.')).toBeVisible();
});

test('whoever was slower keeps what they wrote and goes on from the other one’s', async () => {
  const { records } = open();
  records.keep('deals', deal);
  const { person } = visit('/records/deals/57');
  const name = await box('Name');
  await person.type(name, ' BV');
  records.keep('deals', { id: '57', stage: 'lost' });
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Somebody was quicker.');
  await person.click(screen.getByRole('button', { name: 'Go on from theirs' }));
  await waitFor(() => expect(screen.getByLabelText('Stage')).toHaveValue('lost'));
  expect(screen.getByLabelText('Name')).toHaveValue('Bramble & Co BV');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved');
  expect(records.kept.get('deals/57')).toMatchObject({ name: 'Bramble & Co BV', stage: 'lost' });
});

test('winning a deal shows the event and the run that it starts', async () => {
  const { house, journal, records } = open();
  records.keep('deals', deal);
  const { person } = visit('/records/deals/57');
  await person.click(await screen.findByRole('button', { name: 'Mark as won' }));
  await screen.findByText('The stage is won now');
  house.runs.push(aRun({ automation: 'Won deal to onboarding' }));
  journal.happen({ type: 'crm.deal.won', subject: 'deal/57', after: { id: '57', stage: 'won' } });
  await screen.findByRole('link', { name: 'crm.deal.won' });
  expect(await screen.findByRole('link', { name: 'Won deal to onboarding' })).toHaveAttribute(
    'href',
    '/runs/run-7',
  );
});

test('a task is completed from the list, and that can be undone', async () => {
  const { records } = open();
  records.keep('tasks', { id: '1', title: 'Call Lena', state: 'open' });
  const { person } = visit('/records/tasks');
  await person.click(await screen.findByRole('button', { name: /Complete/ }));
  await screen.findByText('“Call Lena” is done');
  expect(records.kept.get('tasks/1')?.['state']).toBe('done');
  await person.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(records.kept.get('tasks/1')?.['state']).toBe('open'));
});

test('tasks are asked for as those that are open, mine, overdue or done', async () => {
  const { house } = open();
  const { person, address } = visit('/records/tasks');
  await screen.findByText('No task yet');
  await person.click(screen.getByRole('radio', { name: 'Mine' }));
  await waitFor(() => expect(address()).toContain('which=mine'));
  await waitFor(() =>
    expect(
      house.asked.some(
        ({ path }) => path.includes('assignee=maya%40') && path.includes('state=open'),
      ),
    ).toBe(true),
  );
  await person.click(screen.getByRole('radio', { name: 'Overdue' }));
  await waitFor(() =>
    expect(house.asked.some(({ path }) => path.includes('overdue=true'))).toBe(true),
  );
});

test('a field that is taken away elsewhere goes from its row', async () => {
  const { journal, records } = open();
  records.keep('deals', deal);
  visit('/records/deals');
  await screen.findByText('negotiation');
  records.kept.clear();
  records.keep('deals', { id: '57', name: 'Bramble & Co' });
  journal.happen({ type: 'crm.deal.updated', after: { id: '57', name: 'Bramble & Co' } });
  await waitFor(() => expect(screen.queryByText('negotiation')).toBeNull());
});

test('whoever may only look sees fields and no button', async () => {
  const { house, records } = open();
  house.me = { ...house.me, role: 'viewer' };
  records.keep('deals', deal);
  visit('/records/deals/57');
  await screen.findByText('Your role may look but not change records.');
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(screen.getByText('north')).toBeVisible();
});

test('tells a missing record, an unknown list and a broken one apart', async () => {
  const { house } = open();
  // When its line stands, the list is read again anyway.
  house.holdBack('GET /v1/events/stream');
  house.instead.set('GET /v1/deals', problem(500, 'The database did not answer.'));
  const { person } = visit('/records/deals');
  await screen.findByText('This list did not load');
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('No deal yet');
});

test('an address of no record says so', async () => {
  open();
  visit('/records/deals/nope');
  await screen.findByRole('heading', { name: 'There is no such record' });
});

test('an address of no list says so', async () => {
  open();
  visit('/records/ships');
  await screen.findByRole('heading', { name: 'There are no such records' });
});
