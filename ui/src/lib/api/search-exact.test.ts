import { expect, test } from 'vitest';
import { idIn, subjectIn } from './search-exact';

const id = '0199f2c0-0000-7000-8000-000000000007';

test('knows an id as it is copied, also as Temporal shows that of a run', () => {
  expect(idIn(id)).toBe(id);
  expect(idIn(id.toUpperCase())).toBe(id);
  expect(idIn(`run/${id}`)).toBe(id);
  expect(idIn(`deal/${id}`)).toBeUndefined();
  expect(idIn('run/7')).toBeUndefined();
});

test('knows what events are about', () => {
  expect(subjectIn('deal/42')).toBe('deal/42');
  expect(subjectIn('crm.deal/EU/42')).toBe('crm.deal/EU/42');
  expect(subjectIn(`deal/${id}`)).toBe(`deal/${id}`);
  for (const other of [`run/${id}`, id, 'deal/', '/deals', 'https://a.example/b', 'won / lost'])
    expect(subjectIn(other)).toBeUndefined();
});
