import { expect, test } from 'vitest';
import { tidy } from './tidy';

const json = (text: string) => tidy({ format: 'json', text });

test('sets JSON anew', () => {
  expect(json('{"name":"It","steps":[]}')).toEqual({
    text: '{\n  "name": "It",\n  "steps": []\n}\n',
  });
});

test('leaves alone what is no JSON, and tells in which line it is wrong', () => {
  expect(json('{"name": "It",\n "steps": [}')).toEqual({ wrongIn: 2 });
  expect(json('{"name":\n"It",\n\n')).toEqual({ wrongIn: 2 });
});

test('evens out YAML and keeps every word and comment', () => {
  expect(
    tidy({ format: 'yaml', text: 'name: It   \r\nsteps:\r\n\t- wait: 2h # soon\n\n\n\n' }),
  ).toEqual({ text: 'name: It\nsteps:\n  - wait: 2h # soon\n' });
});
