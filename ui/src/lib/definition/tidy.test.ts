import { expect, test } from 'vitest';
import { tidy } from './tidy';

test('sets JSON anew, and leaves alone what is none', () => {
  expect(tidy({ format: 'json', text: '{"name":"It","steps":[]}' })).toBe(
    '{\n  "name": "It",\n  "steps": []\n}\n',
  );
  expect(tidy({ format: 'json', text: '{"name":' })).toBeUndefined();
});

test('evens out YAML and keeps every word and comment', () => {
  expect(
    tidy({ format: 'yaml', text: 'name: It   \r\nsteps:\r\n\t- wait: 2h # soon\n\n\n\n' }),
  ).toBe('name: It\nsteps:\n  - wait: 2h # soon\n');
});
