import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DraftedAutomation } from '@/lib/api/automations';
import { meQuery } from '@/lib/api/me';
import type { Marked } from '@/lib/http';
import { anAutomation } from '@/testing/fake-automations';
import { FakeHouse } from '@/testing/fake-house';
import { useDraft } from './use-draft';

const marked = (etag: string, text: string): Marked<DraftedAutomation> => ({
  etag,
  body: anAutomation({ savedByName: 'Jonas', source: { format: 'yaml', text } }),
});

/** Here the page is drawn when it is drawn: nobody waits for it as tests do. */
beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false));
afterEach(() => document.body.replaceChildren());

interface EditorProps {
  readonly read: Marked<DraftedAutomation>;
  readonly onDraft: (draft: ReturnType<typeof useDraft>['draft']) => void;
}

/** An editor in which somebody types a letter as soon as the drawing of what came is through. */
function Typing({ read, onDraft }: EditorProps) {
  const { draft, tell, textNow } = useDraft(read, true);
  const shown = useRef('');
  useLayoutEffect(() => {
    shown.current = textNow();
    onDraft(draft);
  });
  useEffect(() => {
    if (read.etag === '1') return;
    queueMicrotask(() =>
      tell({ type: 'written', source: { format: 'yaml', text: `${shown.current}!` } }),
    );
    // Of each that comes one letter.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [read]);
  return null;
}

test('a letter that is typed as somebody else’s draft comes is put into theirs', async () => {
  const { me } = new FakeHouse().open();
  const queries = new QueryClient();
  queries.setQueryData(meQuery.queryKey, me);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  let last: ReturnType<typeof useDraft>['draft'] | undefined;
  const draw = (read: Marked<DraftedAutomation>) =>
    root.render(
      <QueryClientProvider client={queries}>
        <Typing read={read} onDraft={(draft) => (last = draft)} />
      </QueryClientProvider>,
    );
  draw(marked('1', 'name: Mine'));
  await vi.waitFor(() => expect(last?.source.text).toBe('name: Mine'));
  draw(marked('2', 'name: Theirs'));
  await vi.waitFor(() => expect(last?.source.text).toMatch(/!$/));
  expect(last?.source.text).toBe('name: Theirs!');
  root.unmount();
});
