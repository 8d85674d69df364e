import { cleanup, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { FakeHouse } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { FakeRecords } from '@/testing/fake-records';
import { visit } from '@/testing/visit';

let house: FakeHouse;
let records: FakeRecords;

beforeEach(() => {
  house = new FakeHouse().open();
  new FakeJournal(house).examples.set('crm.deal.won', {});
  records = new FakeRecords(house);
  records.keep('deals', { id: '57', name: 'Bramble', note: 'They called.' });
});

const box = (name: string) => screen.findByLabelText<HTMLInputElement>(name);
const press = (name: RegExp) => screen.getByRole('button', { name });

/** As after a page that is loaded anew: what its memory held is gone. */
function visitAnew(at: string) {
  cleanup();
  return visit(at);
}

const places = [
  {
    what: 'a new record',
    at: '/records/deals/new',
    field: 'Name',
    sends: /^Create it/,
    sent: /^mine$/,
  },
  {
    what: 'a changed record',
    at: '/records/deals/57',
    field: 'Name',
    sends: /^Save/,
    sent: /^Saved$/,
  },
  {
    what: 'an event',
    at: '/events/new',
    field: 'Type',
    sends: /^Send the event/,
    sent: /^Accepted/,
  },
] as const;

test.each(places)('$what is there again after a session that ended', async (place) => {
  const { at, field, sends } = place;
  const { person } = visit(at);
  const before = (await box(field)).value;
  await person.type(await box(field), 'mine');
  house.signedIn = false;
  await person.click(press(sends));
  await screen.findByRole('heading', { name: 'Sign in' });
  house.signedIn = true;
  visitAnew(at);
  expect(await box(field)).toHaveValue(`${before}mine`);
  await screen.findByText('What you had written and not saved is here again.');
});

test.each(places)('$what that was given up stays gone', async ({ at, field }) => {
  const { person, address } = visit(at);
  const before = (await box(field)).value;
  await person.type(await box(field), 'mine');
  await person.click(screen.getAllByRole('link', { name: /^Runs/ })[0] ?? document.body);
  await person.click(await screen.findByRole('button', { name: 'Leave without it' }));
  await waitFor(() => expect(address()).not.toBe(at));
  visitAnew(at);
  expect(await box(field)).toHaveValue(before);
});

test.each(places)('$what that was sent begins anew', async ({ at, field, sends, sent }) => {
  const { person } = visit(at);
  await person.type(await box(field), 'mine');
  await person.click(press(sends));
  await screen.findAllByText(sent);
  const { address } = visitAnew(at);
  expect(await box(field)).toHaveValue(at.endsWith('new') ? '' : 'Bramblemine');
  expect(screen.queryByText(/is here again/)).toBeNull();
  expect(address()).toBe(at);
});

test.each(places)('$what of one person nobody else sees', async ({ at, field }) => {
  const { person } = visit(at);
  const before = (await box(field)).value;
  await person.type(await box(field), 'mine');
  house.me = { ...house.me, email: 'jonas@acme.example' };
  visitAnew(at);
  expect(await box(field)).toHaveValue(before);
});

test('a record that somebody else changed meanwhile keeps both, each in its field', async () => {
  const { person } = visit('/records/deals/57');
  await person.type(await box('Name'), ' BV');
  records.keep('deals', { id: '57', note: 'They wrote.' });
  visitAnew('/records/deals/57');
  await waitFor(() => expect(screen.getByLabelText('Note')).toHaveValue('They wrote.'));
  expect(await box('Name')).toHaveValue('Bramble BV');
});

test('an event of which no answer came is sent again as the same one', async () => {
  const first = visit('/events/new');
  await first.person.type(await box('Type'), 'test.event');
  house.reachable = false;
  await first.person.click(press(/^Send/));
  await screen.findByText(/may or may not be in/);
  house.reachable = true;
  const { person } = visitAnew('/events/new');
  expect(await box('Type')).toHaveValue('test.event');
  await person.click(press(/^Send/));
  await screen.findByText(/^Accepted/);
  const [lost, again] = house.asked
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => (body as { id: string }).id);
  expect(again).toBe(lost);
});

test('what is written while a record is created is not left behind unasked', async () => {
  const { person, address } = visit('/records/deals/new');
  await person.type(await box('Name'), 'Osprey');
  const answer = house.holdBack('POST /v1/deals');
  await person.click(press(/^Create it/));
  await person.type(await box('Note'), 'They called.');
  answer();
  await screen.findByRole('dialog', { name: 'Leave without saving?' });
  await person.click(press(/^Keep it/));
  expect(await box('Note')).toHaveValue('They called.');
  await person.click(await screen.findByRole('button', { name: 'Create it' }));
  await waitFor(() => expect(address()).toMatch(/^\/records\/deals\/[0-9a-f]+$/));
  expect([...records.kept.values()].at(-1)).toMatchObject({ name: 'Osprey', note: 'They called.' });
});
