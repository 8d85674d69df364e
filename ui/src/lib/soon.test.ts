import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { moment, soon } from './soon';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('is over as soon as what was asked for is there or has failed', async () => {
  await expect(soon(Promise.resolve('there'))).resolves.toBeUndefined();
  await expect(soon(Promise.reject(new Error('away')))).resolves.toBeUndefined();
});

test('waits for nothing that takes longer than a moment', async () => {
  const over = vi.fn<() => void>();
  void soon(new Promise(() => {})).then(over);
  await vi.advanceTimersByTimeAsync(moment - 1);
  expect(over).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(over).toHaveBeenCalledOnce();
});
