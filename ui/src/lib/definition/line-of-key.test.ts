import { expect, test } from 'vitest';
import { lineOfKey } from './line-of-key';

test('finds a key of the whole, and not one of the same name further in', () => {
  const yaml = 'name: It\nsteps:\n  - do: crm.update\n    with:\n      owner: x\nowner: priya\n';
  expect(lineOfKey({ format: 'yaml', text: yaml }, 'owner')).toBe(6);
  const json = '{\n"steps": [{"owner": "x"}],\n"note": "owner",\n"owner": "priya"}';
  expect(lineOfKey({ format: 'json', text: json }, 'owner')).toBe(4);
});

test('finds none where it is not written', () => {
  expect(lineOfKey({ format: 'yaml', text: '# owner: x\nname: It\n' }, 'owner')).toBeUndefined();
  expect(lineOfKey({ format: 'json', text: '{"name": "It"' }, 'owner')).toBeUndefined();
});
