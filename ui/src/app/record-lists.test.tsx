import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeHouse } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { FakeRecords } from '@/testing/fake-records';
import { visit } from '@/testing/visit';

function open() {
  const house = new FakeHouse().open();
  return { house, journal: new FakeJournal(house), records: new FakeRecords(house) };
}

const deal = { id: '57', name: 'Bramble & Co', stage: 'negotiation' };

const lists = (house: FakeHouse, kind: string) =>
  house.asked.filter(({ path }) => path.startsWith(`/v1/${kind}?`)).length;

/** The list was read, and once more when its line stood: from now on what happens is told. */
const followed = (house: FakeHouse, kind: string) =>
  waitFor(() => expect(lists(house, kind)).toBeGreaterThan(1));

test('a row that is changed elsewhere changes in its place, a new one waits', async () => {
  const { house, journal, records } = open();
  records.keep('deals', deal);
  const { person } = visit('/records/deals');
  await screen.findByText('negotiation');
  await followed(house, 'deals');
  records.keep('deals', { id: '57', stage: 'won' });
  journal.happen({ type: 'crm.deal.stage_changed', after: { ...deal, stage: 'won' } });
  await screen.findByText('won');
  records.keep('deals', { id: '58', name: 'Fenwick Law' });
  journal.happen({ type: 'crm.deal.created', after: { id: '58', name: 'Fenwick Law' } });
  await person.click(await screen.findByRole('button', { name: '1 new' }));
  await screen.findByText('Fenwick Law');
});

test('what is made but does not fit the filter is not announced', async () => {
  const { house, journal, records } = open();
  records.keep('deals', deal);
  visit('/records/deals?stage=negotiation');
  await screen.findByText('Bramble & Co');
  await followed(house, 'deals');
  records.keep('deals', { id: '58', name: 'Fenwick Law', stage: 'won' });
  const before = lists(house, 'deals');
  journal.happen({ type: 'crm.deal.created', after: { id: '58', stage: 'won' } });
  await waitFor(() => expect(lists(house, 'deals')).toBeGreaterThan(before));
  await act(async () => undefined);
  expect(screen.queryByRole('button', { name: /new$/ })).toBeNull();
});

test('a row that leaves the list is not announced as new', async () => {
  const { house, journal, records } = open();
  records.keep('tasks', { id: '1', title: 'Call Lena', state: 'open' });
  records.keep('tasks', { id: '2', title: 'Call Jonas', state: 'open' });
  const { person } = visit('/records/tasks?which=open');
  await screen.findByRole('link', { name: 'Call Jonas' });
  await followed(house, 'tasks');
  const before = lists(house, 'tasks');
  journal.happen({ type: 'task.created', after: { id: '3', title: 'Done long ago' } });
  await waitFor(() => expect(lists(house, 'tasks')).toBeGreaterThan(before));
  await act(async () => undefined);
  await person.click(screen.getByRole('button', { name: /Complete.*Jonas/ }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Call Jonas' })).toBeNull());
  expect(screen.queryByRole('button', { name: /new$/ })).toBeNull();
});

test('a record leads to all runs about it, of which it shows the last', async () => {
  const { records } = open();
  records.keep('deals', { id: '57', name: 'Bramble & Co' });
  visit('/records/deals/57');
  expect(await screen.findByRole('link', { name: 'All runs' })).toHaveAttribute(
    'href',
    '/runs?subject=deal%2F57',
  );
});

test('what is made before the list is followed is in it as soon as it is', async () => {
  const { house, records } = open();
  records.keep('deals', { id: '57', name: 'Bramble & Co' });
  const answer = house.holdBack('GET /v1/events/stream');
  visit('/records/deals');
  await screen.findByRole('link', { name: 'Bramble & Co' });
  records.keep('deals', { id: '58', name: 'Fenwick Law' });
  answer();
  await screen.findByRole('link', { name: 'Fenwick Law' });
});

test('what is told of a row that is still on its way is in it when it comes', async () => {
  const { house, journal, records } = open();
  const before = records.keep('deals', { id: '57', name: 'Bramble & Co', stage: 'offer' });
  const { person } = visit('/records/deals');
  await screen.findByText('offer');
  await followed(house, 'deals');
  house.rooms.unshift((key) =>
    key === 'GET /v1/deals' ? [200, { items: [before], next: null }] : undefined,
  );
  const answer = house.holdBack('GET /v1/deals');
  await person.type(screen.getByRole('textbox', { name: 'Find by any word in it' }), 'Bramble');
  await waitFor(() =>
    expect(house.asked.some(({ path }) => path.includes('q=Bramble'))).toBe(true),
  );
  journal.happen({ type: 'crm.deal.stage_changed', after: { id: '57', stage: 'won' } });
  await act(() => new Promise((go) => setTimeout(go, 50)));
  answer();
  await screen.findByText('won');
});
