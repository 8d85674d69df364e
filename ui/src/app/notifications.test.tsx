import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FakeHouse, problem } from '@/testing/fake-house';
import { FakeSettings } from '@/testing/fake-settings';
import { visit } from '@/testing/visit';

function open() {
  const house = new FakeHouse().open();
  return { house, mine: new FakeSettings(house) };
}

test('the bell on every page says how many are unread, and leads to them', async () => {
  const { mine } = open();
  mine.told();
  mine.told({ readAt: '2026-11-20T09:30:00Z' });
  const { person, address } = visit('/runs');
  await person.click(await screen.findByRole('link', { name: 'Notifications, 1 unread' }));
  await waitFor(() => expect(address()).toBe('/notifications'));
  await screen.findAllByText('Large deal: 75000.0 EUR');
});

test('what is told while one looks is counted at once', async () => {
  const { house, mine } = open();
  visit('/runs');
  await screen.findByRole('link', { name: 'Notifications, all read' });
  house.tell({ id: '1.1', data: mine.told() });
  await screen.findByRole('link', { name: 'Notifications, 1 unread' });
});

test('one is marked as read by its button, all by theirs', async () => {
  const { mine } = open();
  mine.told({ text: 'First' });
  mine.told({ text: 'Second' });
  mine.told({ text: 'Third' });
  const { person } = visit('/notifications');
  await person.click(await screen.findByRole('button', { name: /Mark as read\s*Second/ }));
  await screen.findByRole('link', { name: 'Notifications, 2 unread' });
  await person.click(screen.getByRole('button', { name: 'Mark all as read' }));
  await screen.findByRole('link', { name: 'Notifications, all read' });
  expect(screen.queryByRole('button', { name: /Mark as read/ })).toBeNull();
});

test('following one reads it and leads to the record it is about', async () => {
  const { mine } = open();
  mine.told();
  const { person, address } = visit('/notifications');
  await person.click(await screen.findByRole('link', { name: 'Large deal: 75000.0 EUR' }));
  await waitFor(() => expect(address()).toBe('/records/deals/42'));
  await waitFor(() => expect(mine.notifications[0]?.readAt).not.toBeNull());
});

test('shows the unread alone where that is asked for, and says when there is none', async () => {
  const { mine } = open();
  mine.told({ readAt: '2026-11-20T09:30:00Z' });
  const { person, address } = visit('/notifications');
  await screen.findByText('Large deal: 75000.0 EUR');
  await person.click(screen.getByRole('radio', { name: 'Unread' }));
  await screen.findByText('You have read all of them');
  expect(address()).toBe('/notifications?unread=true');
});

test('tells none from not loaded', async () => {
  const { house } = open();
  // When its line stands, the list is read again anyway.
  house.holdBack('GET /v1/notifications/stream');
  house.instead.set('GET /v1/notifications', problem(500, 'The database did not answer.'));
  const { person } = visit('/notifications');
  await screen.findByText('Your notifications did not load');
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Nobody has told you anything yet');
});

test('what was told is text, also where it looks like markup', async () => {
  const { mine } = open();
  mine.told({ text: '<img src=x onerror=alert(1)>' });
  visit('/notifications');
  const list = within(await screen.findByRole('list', { name: 'Notifications' }));
  await list.findByRole('link', { name: '<img src=x onerror=alert(1)>' });
  expect(document.querySelector('main img')).toBeNull();
});

test('what was told before anybody listened is counted as soon as somebody does', async () => {
  const { house, mine } = open();
  const answer = house.holdBack('GET /v1/notifications/stream');
  visit('/runs');
  await screen.findByRole('link', { name: 'Notifications, all read' });
  mine.told();
  answer();
  await screen.findByRole('link', { name: 'Notifications, 1 unread' });
});
