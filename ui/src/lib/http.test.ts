import { expect, test, vi } from 'vitest';
import { at, call, callMarked, callText, path, Refused, Unreachable } from './http';

const answers = (body: string, init: ResponseInit) =>
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof fetch>(async () => new Response(body, init)),
  );

const thrownBy = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

test('a refusal carries what the server said, by field too', async () => {
  const problem = { detail: 'Expected more.', errors: [{ path: 'next', message: 'Too short.' }] };
  answers(JSON.stringify(problem), { status: 400 });
  const error = (await thrownBy(call('/v1/x'))) as Refused;
  expect(error).toBeInstanceOf(Refused);
  expect(error.message).toBe('Expected more.');
  expect(error.errorAt('next')).toBe('Too short.');
  expect(error.errorAt('current')).toBeUndefined();
});

test('a refusal may say when to come back', async () => {
  answers('{}', { status: 429, headers: { 'retry-after': '28' } });
  expect(await thrownBy(call('/v1/x'))).toMatchObject({ status: 429, retryAfter: 28 });
});

test("a proxy's own page is a refusal, not a crash", async () => {
  answers('<html>Bad gateway</html>', { status: 502 });
  expect(await thrownBy(call('/v1/x'))).toMatchObject({
    status: 502,
    message: 'The server answered 502.',
  });
});

test('a page where JSON was expected is a refusal too', async () => {
  answers('<html></html>', { status: 200 });
  expect(await thrownBy(call('/v1/x'))).toMatchObject({ message: 'The answer was not JSON.' });
});

test('silence is its own thing', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await thrownBy(call('/v1/x'))).toBeInstanceOf(Unreachable);
});

const breaksOff = () =>
  new ReadableStream({ pull: (line) => line.error(new TypeError('network error')) });

test('an answer that breaks off is no answer', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(breaksOff())));
  expect(await thrownBy(call('/v1/x'))).toBeInstanceOf(Unreachable);
  expect(await thrownBy(callText('/v1/x'))).toBeInstanceOf(Unreachable);
});

const early = () => ({ '/v1/x': Promise.resolve(new Response('"early"')) });

test('what was asked for early is taken once, and soon', async () => {
  answers('"late"', { status: 200 });
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  globalThis.askedEarly = early();
  expect([await call('/v1/x'), await call('/v1/x')]).toEqual(['early', 'late']);
  now.mockReturnValue(60_000);
  globalThis.askedEarly = early();
  expect(await call('/v1/x')).toBe('late');
  now.mockRestore();
});

test('503 is an answer where the caller says so', async () => {
  answers('{"ready":false}', { status: 503 });
  expect(await call('/readyz', { accept: [503] })).toEqual({ ready: false });
});

test('what was read carries its mark, and a change says what it was made from', async () => {
  answers('{"name":"x"}', { status: 200, headers: { etag: '"5d1c"' } });
  expect(await callMarked('/v1/x')).toEqual({ body: { name: 'x' }, etag: '"5d1c"' });
  await call('/v1/x', { method: 'PUT', body: {}, ifMatch: '"5d1c"' });
  const headers = new Headers(vi.mocked(fetch).mock.lastCall?.[1]?.headers);
  expect(headers.get('if-match')).toBe('"5d1c"');
  expect(headers.get('x-pilothouse')).toBe('page');
});

test('a refusal says what was asked, for whoever is asked for help', async () => {
  answers('{}', { status: 500 });
  expect(await thrownBy(call('/v1/x', { method: 'POST' }))).toMatchObject({ asked: 'POST /v1/x' });
});

test('an address names only what was asked for, and ids as one part', () => {
  expect(at('/v1/runs', { q: 'a b', state: undefined, limit: 5, none: '' })).toBe(
    '/v1/runs?q=a+b&limit=5',
  );
  expect(at('/v1/runs', {})).toBe('/v1/runs');
  expect(path`/v1/runs/${'a/b'}/steps`).toBe('/v1/runs/a%2Fb/steps');
});
