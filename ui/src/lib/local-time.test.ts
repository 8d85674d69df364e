import { expect, test } from 'vitest';
import { fromField, toField } from './local-time';

test('an instant goes into the field and comes back', () => {
  const noon = new Date(2026, 10, 20, 9, 5).toISOString();
  expect(toField(noon)).toBe('2026-11-20T09:05');
  expect(fromField(toField(noon))).toBe(noon);
});

test.each(['', 'noon'])('%j is no time', (written) => {
  expect(fromField(written)).toBeUndefined();
  expect(toField(written)).toBe('');
});
