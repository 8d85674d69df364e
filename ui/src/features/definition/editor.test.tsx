import { undo } from '@codemirror/commands';
import { language } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { render } from '@testing-library/react';
import { createRef } from 'react';
import { expect, test } from 'vitest';
import type { SourceFormat } from '@/lib/api/automations';
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
  let format: SourceFormat = 'yaml';
  const handle = createRef<EditorHandle>();
  const drawn = (text: string) => (
    <Editor
      {...nothing}
      handle={handle}
      source={{ format, text }}
      textNow={() => now}
      onWrite={(text, as = format) => {
        now = text;
        format = as;
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
    arrives: (text: string, as = format) => {
      now = text;
      format = as;
      rerender(drawn(text));
    },
    format: () => format,
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

test('undo leads back behind another layout, to the text as what it was written', () => {
  const page = aPage('name: mine # and why');
  const speaks = () => page.view.state.facet(language)?.name;
  page.type('!');
  page.draw('name: mine # and why!');
  page.arrives('{"name": "mine"}', 'json');
  expect(speaks()).toBe('json');
  undo(page.view);
  expect(page.view.state.doc.toString()).toBe('name: mine # and why!');
  expect(page.format()).toBe('yaml');
  page.draw('name: mine # and why!');
  expect(speaks()).toBe('yaml');
  undo(page.view);
  expect(page.view.state.doc.toString()).toBe('name: mine # and why');
});
