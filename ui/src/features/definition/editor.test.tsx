import { EditorView } from '@codemirror/view';
import { render } from '@testing-library/react';
import { createRef } from 'react';
import { expect, test } from 'vitest';
import { Editor, type EditorHandle, type EditorProps } from './editor';

const nothing: Pick<
  EditorProps,
  'known' | 'problems' | 'warnings' | 'onSave' | 'onExpression' | 'line' | 'readOnly'
> = {
  known: { actions: [], types: [], keys: {} } as never,
  problems: [],
  warnings: [],
  onSave: () => undefined,
  onExpression: () => undefined,
  line: undefined,
  readOnly: false,
};

/** A page around an editor, whose drawing stays behind until it is asked for. */
function aPage(first: string) {
  let now = first;
  const handle = createRef<EditorHandle>();
  const drawn = (text: string) => (
    <Editor
      {...nothing}
      handle={handle}
      source={{ format: 'yaml', text }}
      textNow={() => now}
      onWrite={(text) => {
        now = text;
      }}
    />
  );
  const { container, rerender } = render(drawn(first));
  const root = container.firstElementChild?.shadowRoot;
  const view = EditorView.findFromDOM(
    root?.querySelector<HTMLElement>('.cm-editor') as HTMLElement,
  );
  if (!view) throw new Error('no editor was made');
  return {
    view,
    type: (letters: string) =>
      view.dispatch({ changes: { from: view.state.doc.length, insert: letters } }),
    draw: (text: string) => rerender(drawn(text)),
    arrives: (text: string) => {
      now = text;
      rerender(drawn(text));
    },
  };
}

test('keeps every letter of whoever writes faster than the page is drawn', () => {
  const page = aPage('name: ');
  page.type('A');
  page.type('B');
  page.draw('name: A');
  expect(page.view.state.doc.toString()).toBe('name: AB');
  page.draw('name: AB');
  expect(page.view.state.doc.toString()).toBe('name: AB');
});

test('takes in what came from elsewhere', () => {
  const page = aPage('name: mine');
  page.arrives('name: theirs');
  expect(page.view.state.doc.toString()).toBe('name: theirs');
});
