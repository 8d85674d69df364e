import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeHouse, problem } from '@/testing/fake-house';
import { FakeJournal } from '@/testing/fake-journal';
import { visit } from '@/testing/visit';

function open() {
  const house = new FakeHouse().open();
  return { house, journal: new FakeJournal(house) };
}

const refused = () => screen.findByRole('list', { name: 'Refused deliveries' });

test('what was refused stands beside what was accepted, and the address says which', async () => {
  const { journal } = open();
  journal.write();
  journal.refuse();
  const { person, address } = visit('/events?type=crm&source=/shop');
  await person.click(await screen.findByRole('radio', { name: 'Refused' }));
  const row = within(await refused()).getByRole('listitem');
  expect(row).toHaveTextContent('/shop');
  expect(row).toHaveTextContent('shop.order.paid');
  expect(row).toHaveTextContent('Expected a time with its offset');
  expect(row).toHaveTextContent('Not valid');
  expect(address()).toBe('/events?source=%2Fshop&refused=true');
  await person.click(screen.getByRole('radio', { name: 'Accepted' }));
  await waitFor(() => expect(address()).toBe('/events?source=%2Fshop'));
});

test('a row opens and says all that is known of the delivery', async () => {
  const { journal } = open();
  journal.refuse({ source: '', type: '', status: 415, bytes: 1_204 });
  const { person } = visit('/events?refused=true');
  const row = within(await refused());
  const button = row.getByRole('button', { name: 'could not be read' });
  expect(row.queryByText('31')).toBeNull();
  await person.click(button);
  expect(button).toHaveAttribute('aria-expanded', 'true');
  expect(row.getByText('31')).toBeVisible();
  expect(row.getByText('415, unknown format')).toBeVisible();
  expect(row.getByText('1,204 bytes')).toBeVisible();
  expect(row.getByText('Key 1b2c4d')).toBeVisible();
  await person.click(button);
  expect(row.queryByText('31')).toBeNull();
});

test('older refusals come page by page', async () => {
  const { journal } = open();
  for (let each = 0; each < 60; each++) journal.refuse({ source: `/shop/${each}` });
  const { person } = visit('/events?refused=true');
  await refused();
  expect(screen.queryByText('/shop/0')).toBeNull();
  await person.click(screen.getByRole('button', { name: 'Older refusals' }));
  await screen.findByText('/shop/0');
  expect(screen.getByText('These are all that are kept.')).toBeVisible();
});

test('tells none, none that fit, and not loaded apart', async () => {
  const { house, journal } = open();
  const { person, address } = visit('/events?refused=true');
  await screen.findByText('Nothing was refused');
  house.instead.set('GET /v1/events/refused', problem(500, 'The database did not answer in 5 s.'));
  await person.click(screen.getByRole('button', { name: 'Filter…' }));
  expect(screen.queryByRole('textbox', { name: 'About' })).toBeNull();
  await person.type(await screen.findByRole('textbox', { name: 'Source' }), '/till');
  journal.refuse();
  await person.click(screen.getByRole('button', { name: 'Show these' }));
  await screen.findByText('The refused deliveries did not load');
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('No refused delivery fits');
  await person.click(screen.getByRole('button', { name: 'Clear the filter' }));
  await refused();
  expect(address()).toBe('/events?refused=true');
});

test('home leads to what was refused of a source', async () => {
  const { house, journal } = open();
  const sources = [{ source: '/shop', received: 4, fired: 1, refused: 1 }];
  const empty = house.overview();
  house.overview = () => ({ ...empty, intake: { sources, more: false } });
  journal.refuse();
  journal.refuse({ source: '/till' });
  const { person } = visit('/');
  await person.click(await screen.findByRole('link', { name: '1 refused: what and why' }));
  expect(within(await refused()).getAllByRole('listitem')).toHaveLength(1);
});
