import { expect, test } from 'vitest';
import { kindOf } from '@/lib/people';
import { landingOf, openTo, rooms } from './rooms';

const all = () => true;
const none = () => false;

const seenBy = (role: string) =>
  rooms.filter((room) => openTo(kindOf(role), room)).map(({ name }) => name);

test('four kinds of people see the doors they may open, in one order', () => {
  const names = rooms.map(({ name }) => name);
  expect(seenBy('admin')).toEqual(names);
  expect(seenBy('operator')).toEqual(names);
  expect(seenBy('reviewer')).toEqual(
    'home inbox chat employees runs events records people settings'.split(' '),
  );
  expect(seenBy('member')).toEqual(
    'home inbox chat employees runs events records settings'.split(' '),
  );
});

test('a role that this page does not know sees what everybody may', () => {
  expect(seenBy('auditor')).toEqual(seenBy('viewer'));
});

test('people begin where their work is, or at home until that is built', () => {
  expect(['operator', 'admin', 'reviewer', 'member'].map((role) => landingOf(role, all))).toEqual([
    '/',
    '/automations',
    '/inbox',
    '/chat',
  ]);
  expect(landingOf('reviewer', none)).toBe('/');
});

test('no two doors have one key or one place under the thumb', () => {
  for (const of of ['key', 'thumb', 'path'] as const) {
    const used = rooms.map((room) => room[of]).filter((value) => value !== undefined);
    expect(new Set(used).size).toBe(used.length);
  }
});
