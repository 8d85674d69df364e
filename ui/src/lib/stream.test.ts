import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Line, type LineState, pauseAfter } from './stream';

interface Opened {
  readonly headers: Headers;
  readonly say: (text: string) => void;
  readonly end: () => void;
  readonly breakOff: () => void;
}

let answers: ((() => Response) | 'open')[] = [];
let opened: Opened[] = [];

function answer(_: string, init: RequestInit = {}): Promise<Response> {
  const next = answers.shift() ?? 'open';
  if (next !== 'open') return Promise.resolve(next());
  let line: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (line = controller) });
  opened.push({
    headers: new Headers(init.headers),
    say: (text) => line?.enqueue(new TextEncoder().encode(text)),
    end: () => line?.close(),
    breakOff: () => line?.error(new TypeError('network error')),
  });
  return Promise.resolve(new Response(body));
}

function listen() {
  const states: LineState[] = [];
  const heard: string[] = [];
  const close = new Line('/v1/x', {
    onMessage: ({ data }) => heard.push(data),
    onState: (state) => states.push(state),
  }).start();
  closers.push(close);
  return { states, heard, close, is: () => states.map(({ is }) => is) };
}

const closers: (() => void)[] = [];
const passes = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', answer);
  answers = [];
  opened = [];
});

afterEach(() => {
  for (const close of closers.splice(0)) close();
  vi.useRealTimers();
});

test('hears what is said', async () => {
  const { heard, is } = listen();
  await passes(0);
  opened[0]?.say('id: 1\ndata: hello\n\n');
  await passes(0);
  expect(heard).toEqual(['hello']);
  expect(is()).toEqual(['connecting', 'live']);
});

test('after a loss it says so, comes again, and asks from the last mark on', async () => {
  const { is } = listen();
  await passes(0);
  opened[0]?.say('id: 912.42\ndata: a\n\n');
  await passes(0);
  opened[0]?.breakOff();
  await passes(0);
  expect(is()).toEqual(['connecting', 'live', 'reconnecting']);
  await passes(1_000);
  expect(is().at(-1)).toBe('live');
  expect(opened[1]?.headers.get('last-event-id')).toBe('912.42');
});

test('a line that only ever said where it stands is asked from there on', async () => {
  listen();
  await passes(0);
  opened[0]?.say('id: 912.42\n\n');
  await passes(0);
  opened[0]?.breakOff();
  await passes(1_000);
  expect(opened[1]?.headers.get('last-event-id')).toBe('912.42');
});

test('an end that the server meant is no loss', async () => {
  const { is } = listen();
  await passes(0);
  opened[0]?.end();
  await passes(1_000);
  expect(is()).toEqual(['connecting', 'live', 'live']);
});

test('silence is a loss: the server gives a sign of life every 15 seconds', async () => {
  const { is } = listen();
  await passes(0);
  await passes(30_000);
  opened[0]?.say(': alive\n\n');
  await passes(30_000);
  expect(is().at(-1)).toBe('live');
  await passes(11_000);
  expect(is()).toContain('reconnecting');
});

test('a house that is busy is asked again when it said, and the loss keeps its time', async () => {
  answers = [
    () => new Response('{}', { status: 503, headers: { 'retry-after': '5' } }),
    () => new Response('{}', { status: 503 }),
  ];
  const { states, is } = listen();
  await passes(4_900);
  expect(is()).toEqual(['connecting', 'reconnecting']);
  await passes(200);
  const losses = states.filter((state) => state.is === 'reconnecting');
  expect(losses).toHaveLength(2);
  expect(losses[0]?.since).toBe(losses[1]?.since);
});

test('a no is a no', async () => {
  answers = [() => new Response('{}', { status: 401 })];
  const { states } = listen();
  await passes(60_000);
  expect(states.at(-1)).toEqual({ is: 'closed', status: 401 });
  expect(opened).toHaveLength(0);
});

test('a page that nobody sees hangs up, and is there again when it is looked at', async () => {
  const seen = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  listen();
  await passes(0);
  document.dispatchEvent(new Event('visibilitychange'));
  await passes(31_000);
  expect(opened).toHaveLength(1);
  seen.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await passes(0);
  expect(opened).toHaveLength(2);
});

test('a page that is looked at during a pause opens one line, not two', async () => {
  listen();
  await passes(0);
  opened[0]?.end();
  await passes(0);
  document.dispatchEvent(new Event('visibilitychange'));
  await passes(1_000);
  expect(opened).toHaveLength(2);
});

test('pauses double up to some seconds, each a little different', () => {
  expect([0, 1, 2, 10].map((tries) => pauseAfter(tries, undefined, 0.5))).toEqual([
    500, 1_000, 2_000, 4_000,
  ]);
  expect(pauseAfter(0, undefined, 0)).toBeLessThan(pauseAfter(0, undefined, 1));
  expect(pauseAfter(0, 28, 0.5)).toBe(28_000);
});
