import { expect, test } from 'vitest';
import { recordOf, subjectOf } from './records-of';

test('a subject leads to its record and back', () => {
  expect(recordOf('company/acme')).toEqual({ kind: 'companies', id: 'acme' });
  expect(subjectOf('companies', 'acme')).toBe('company/acme');
});

test.each(['lease/518', 'deal/', 'deal', ''])('%s names no record of ours', (subject) => {
  expect(recordOf(subject)).toBeUndefined();
});
