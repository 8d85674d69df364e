import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  invertedEffects,
  isolateHistory,
} from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
} from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import {
  Compartment,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
} from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { type RefObject, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Source, SourceFormat } from '@/lib/api/automations';
import type { Fault } from '@/lib/api/definitions';
import type { Known } from '@/lib/definition/suggest';
import { type WholeExpression, wholeExpressionAt } from '@/lib/definition/whole-expression';
import { definitionWords } from '@/lib/words/definition';
import { completing, goTo, showFaults } from './editor-help';
import { editorLook } from './editor-look';

export interface EditorHandle {
  readonly goTo: (line: number, column: number) => void;
}

export interface EditorProps {
  readonly source: Source;
  /** The text of this moment: what is drawn may be some letters behind whoever writes fast. */
  readonly textNow: () => string;
  readonly readOnly: boolean;
  readonly known: Known;
  readonly problems: readonly Fault[];
  readonly warnings: readonly Fault[];
  /** Where undo leads back behind another layout, with what the text was written as before. */
  readonly onWrite: (text: string, format?: SourceFormat) => void;
  readonly onSave: () => void;
  /** The expression around the caret is another one. */
  readonly onExpression: (expression: WholeExpression | undefined) => void;
  readonly handle: RefObject<EditorHandle | null>;
  /** Where the caret stands first. */
  readonly line: number | undefined;
}

/** The text is laid out as something else. */
const laidOut = StateEffect.define<SourceFormat>();
const layout = StateField.define<SourceFormat>({
  create: () => 'yaml',
  update: (before, { effects }) => layoutIn(effects) ?? before,
});

const layoutIn = (effects: readonly StateEffect<unknown>[]): SourceFormat | undefined =>
  effects.findLast((effect) => effect.is(laidOut))?.value;

/** What the page chooses while the text stands: a view that is made anew has nothing to undo. */
const language = new Compartment();
const writing = new Compartment();

const always: Extension = [
  layout,
  // Undo brings back what the text was written as, or it would be sent as what it is not.
  invertedEffects.of(({ effects, startState }) =>
    layoutIn(effects) === undefined ? [] : [laidOut.of(startState.field(layout))],
  ),
  lineNumbers(),
  foldGutter(),
  lintGutter(),
  history(),
  drawSelection(),
  indentOnInput(),
  indentUnit.of('  '),
  bracketMatching(),
  closeBrackets(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  editorLook,
  // Tab stays the browser's: whoever came in by it gets out by it.
  keymap.of([
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...foldKeymap,
    ...completionKeymap,
    ...lintKeymap,
  ]),
];

/**
 * The text itself. It stands in a tree of its own: there the editor's styles are style sheets that
 * scripts made, which the page's policy allows, and not `<style>` elements, which it refuses.
 */
export function Editor(props: EditorProps) {
  // All its effects come with the drawing itself: a letter between the two would find an older page.
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const { source, textNow, readOnly, problems, warnings, handle, line } = props;
  const { format } = source;
  useLayoutEffect(() => {
    if (!host.current) return undefined;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const made = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: latest.current.textNow(),
        extensions: [
          always,
          layout.init(() => latest.current.source.format),
          language.of([]),
          writing.of([]),
          EditorView.contentAttributes.of({ 'aria-label': definitionWords.label, tabindex: '0' }),
          keymap.of([{ key: 'Mod-s', preventDefault: true, run: () => saved(latest.current) }]),
          EditorView.updateListener.of((update) => {
            const format = layoutIn(update.transactions.flatMap(({ effects }) => effects));
            if (update.docChanged) latest.current.onWrite(update.state.doc.toString(), format);
            if (update.docChanged || update.selectionSet)
              latest.current.onExpression(atCaret(update.state));
          }),
        ],
      }),
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, []);
  useLayoutEffect(() => {
    const known = completing(format, () => latest.current.known);
    view.current?.dispatch({
      effects: language.reconfigure([format === 'json' ? json() : yaml(), known]),
    });
  }, [format]);
  useLayoutEffect(() => {
    view.current?.dispatch({ effects: writing.reconfigure(EditorState.readOnly.of(readOnly)) });
  }, [readOnly]);
  useLayoutEffect(() => {
    if (view.current) takeIn(view.current, textNow(), format);
  });
  useLayoutEffect(() => {
    if (view.current) showFaults(view.current, problems, warnings);
  }, [problems, warnings]);
  useLayoutEffect(() => {
    if (view.current && line !== undefined) goTo(view.current, line, 1);
  }, [line]);
  useImperativeHandle(handle, () => ({
    goTo: (line, column) => view.current && goTo(view.current, line, column),
  }));
  return <div ref={host} className="h-full min-h-0" />;
}

const atCaret = ({ doc, selection }: EditorState) =>
  wholeExpressionAt(doc.toString(), selection.main.head);

function saved({ onSave }: EditorProps): boolean {
  onSave();
  return true;
}

/** What came from elsewhere, such as the draft of somebody else; undo leads back behind it. */
function takeIn(view: EditorView, text: string, format: SourceFormat): void {
  const { doc } = view.state;
  const isOther = view.state.field(layout) !== format;
  if (doc.toString() === text && !isOther) return;
  view.dispatch({
    changes: { from: 0, to: doc.length, insert: text },
    effects: isOther ? [laidOut.of(format)] : [],
    annotations: isolateHistory.of('full'),
  });
}
