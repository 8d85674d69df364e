import { afterEach, expect, test } from 'vitest';
import { about, listed, money, number, percent, plural } from './format';
import { writeIn } from './locale';

function livesIn(region: string): void {
  Object.defineProperty(navigator, 'language', { value: region, configurable: true });
  writeIn('en');
}

afterEach(() => livesIn('en-GB'));

test('figures are written as people write them where they live', () => {
  expect(number(1284.5)).toBe('1,284.5');
  expect(money(1284, 'EUR')).toBe('€1,284.00');
  livesIn('de-DE');
  expect(number(1284.5)).toBe('1.284,5');
  expect(money(1284, 'EUR')).toMatch(/^1\.284,00\s€$/);
});

test('a share has one digit after the point', () => {
  expect(percent(0.00234)).toBe('0.2%');
});

test('a list is joined as a sentence', () => {
  expect(listed(['Database', 'Temporal'])).toBe('Database and Temporal');
});

test('one is not many, and a thousand has its comma', () => {
  const forms = { one: '# entry', other: '# entries' };
  expect(plural(1, forms)).toBe('1 entry');
  expect(plural(0, forms)).toBe('0 entries');
  expect(plural(1_200, forms)).toBe('1,200 entries');
});

const round = (rounded: string) => `about ${rounded}`;

test('what is round says so', () => {
  expect(about(9_999, round)).toBe('9,999');
  expect(about(12_345, round)).toBe('about 12,000');
});
