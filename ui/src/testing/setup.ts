import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { show } from '@/lib/overlay';
import { dismissAll } from '@/lib/toasts';
import { speak } from '@/lib/words/language';

/** A room is fetched when it is opened; on a busy machine that takes a moment. */
configure({ asyncUtilTimeout: 20_000 });

/** People of these tests live in Europe; where they live elsewhere, the test says so. */
Object.defineProperty(navigator, 'language', { value: 'en-GB', configurable: true });

beforeEach(() => speak('en'));

afterEach(() => {
  cleanup();
  show(undefined);
  dismissAll();
  localStorage.clear();
  sessionStorage.clear();
  for (const name of Object.keys(document.documentElement.dataset))
    delete document.documentElement.dataset[name];
});
