import { expect, test } from 'vitest';
import { browserOf } from './browser-of';

test.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/151.0 Safari/537.36',
    'Chrome',
    'Linux',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/151.0 Safari/537.36 Edg/151.0',
    'Edge',
    'Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1',
    'Safari',
    'iPhone',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 15.0; rv:150.0) Gecko/20100101 Firefox/150.0',
    'Firefox',
    'macOS',
  ],
])('%s', (device, browser, system) => {
  expect(browserOf(device)).toEqual({ browser, system });
});

test('what we do not know is shown as it said it', () => {
  expect(browserOf('a machine of my own')).toBeUndefined();
  expect(browserOf('')).toBeUndefined();
});
