import { expect, test } from 'vitest';
import { SseReader } from './sse';

const read = (...pieces: readonly string[]) => {
  const reader = new SseReader();
  return pieces.flatMap((piece) => reader.read(piece));
};

test('a message has its mark, its kind and its data', () => {
  expect(read('id: 912.42\nevent: entry\ndata: {"a":1}\n\n')).toEqual([
    { id: '912.42', event: 'entry', data: '{"a":1}' },
  ]);
});

test('pieces may be cut anywhere', () => {
  const whole = 'id: 1\r\ndata: ab\r\ndata: cd\r\n\r\n: heartbeat\r\n\r\nid: 2\r\ndata: e\r\n\r\n';
  for (let cut = 0; cut <= whole.length; cut++)
    expect(read(whole.slice(0, cut), whole.slice(cut))).toEqual([
      { id: '1', event: 'message', data: 'ab\ncd' },
      { id: '2', event: 'message', data: 'e' },
    ]);
});

test('a mark stays until there is another', () => {
  expect(read('id: 7\ndata: a\n\ndata: b\n\n').map(({ id }) => id)).toEqual(['7', '7']);
});

test('what has no data is no message', () => {
  expect(read('id: 7\n\n: alive\n\n')).toEqual([]);
});

test('a mark counts without data too, once its block is whole', () => {
  const reader = new SseReader();
  reader.read('id: 7\n');
  expect(reader.mark).toBeUndefined();
  reader.read('\n');
  expect(reader.mark).toBe('7');
});

test('the server may ask for a longer pause', () => {
  const reader = new SseReader();
  reader.read('retry: 2500\nretry: soon\n');
  expect(reader.retry).toBe(2_500);
});
