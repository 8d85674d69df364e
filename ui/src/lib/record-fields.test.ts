import { expect, test } from 'vitest';
import { changedFields, newFields, writtenOf } from './record-fields';

const deal = {
  id: '57',
  version: 3,
  createdAt: '',
  createdBy: '',
  changedAt: '',
  name: 'Bramble & Co',
  amount: 18400,
  stage: 'offer',
};

test('only what is another than it was goes to the server', () => {
  const was = writtenOf('deals', deal);
  expect(changedFields('deals', was, { ...was, stage: 'won', amount: '18400 ' })).toEqual({
    stage: 'won',
  });
});

test('an emptied field is taken away, a number is a number', () => {
  const was = writtenOf('deals', deal);
  expect(changedFields('deals', was, { ...was, name: '', amount: '12.5' })).toEqual({
    name: null,
    amount: 12.5,
  });
});

test('what is no number is left to the server to refuse', () => {
  expect(newFields('deals', { amount: 'much' })).toEqual({ amount: 'much' });
});

test('a time is kept in UTC and written as the clock here shows it', () => {
  const due = new Date(2026, 10, 20, 9, 0).toISOString();
  expect(writtenOf('tasks', { ...deal, due })['due']).toBe('2026-11-20T09:00');
  expect(newFields('tasks', { title: 'Call', due: '2026-11-20T09:00' })).toEqual({
    title: 'Call',
    due,
  });
});
