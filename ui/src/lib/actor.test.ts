import { expect, test } from 'vitest';
import { actorOf, shortId, withShortIds } from './actor';

test.each([
  ['person/0199-a', { kind: 'person', id: '0199-a' }],
  ['run/0199-b', { kind: 'run', id: '0199-b' }],
  ['sweep', { kind: 'house', id: 'sweep' }],
  ['robot/7', { kind: 'house', id: 'robot/7' }],
])('%s is read as it is written', (written, actor) => {
  expect(actorOf(written)).toEqual(actor);
});

test('of a long id its end is enough', () => {
  expect(shortId('0199f2c0-0a0b-7c33-9d0a-3f6a8d1b2c4d')).toBe('1b2c4d');
  expect(shortId('42')).toBe('42');
});

test('a text keeps the ends of the ids in it', () => {
  expect(withShortIds('run/0199f2c0-0a0b-7c33-9d0a-3f6a8d1b2c4d of deal/42')).toBe(
    'run/1b2c4d of deal/42',
  );
});
