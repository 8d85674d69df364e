import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Ink on paper: what is written is told apart by weight and grey, colour is left to what is wrong. */
const ink = HighlightStyle.define([
  {
    tag: [tags.propertyName, tags.definition(tags.propertyName)],
    color: 'var(--ink)',
    fontWeight: '600',
  },
  { tag: [tags.string, tags.content], color: 'var(--ink-2)' },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: 'var(--ink)' },
  {
    tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace],
    color: 'var(--ink-3)',
  },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
]);

const marker = (colour: string, shape: string) => ({
  content: '""',
  display: 'block',
  width: '10px',
  height: '10px',
  margin: '4px 2px',
  background: colour,
  clipPath: shape,
});

const wavy = (colour: string) => ({
  backgroundImage: 'none',
  textDecoration: `underline wavy ${colour} 1px`,
  textUnderlineOffset: '3px',
});

/** Drawn without pictures: the page fetches none but its own. */
const frame = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--surface)', color: 'var(--ink)', fontSize: '13px' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': {
    fontFamily: 'var(--type-mono)',
    lineHeight: '19px',
    fontVariantLigatures: 'none',
  },
  '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '1.5px' },
  '.cm-gutters': {
    backgroundColor: 'var(--canvas)',
    color: 'var(--ink-3)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLine': { backgroundColor: 'var(--hover)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--hover)', color: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'var(--selected)' },
  '.cm-foldPlaceholder': {
    background: 'var(--sunken)',
    border: '1px solid var(--line-strong)',
    color: 'var(--ink-2)',
  },
  '.cm-expression': {
    backgroundColor: 'var(--sunken)',
    borderRadius: 'var(--r-1)',
    boxShadow: '0 0 0 1px var(--line)',
  },
  '.cm-tooltip': {
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r-3)',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow-2)',
    fontFamily: 'var(--type-sans)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--type-mono)', maxHeight: '16em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', lineHeight: '18px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--selected)',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': {
    fontFamily: 'var(--type-sans)',
    fontStyle: 'normal',
    color: 'var(--ink-3)',
    marginLeft: '12px',
  },
  '.cm-tooltip.cm-completionInfo': {
    padding: '4px 10px',
    maxWidth: '340px',
    fontSize: '12px',
    lineHeight: '17px',
    color: 'var(--ink-2)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-diagnostic': {
    padding: '5px 10px',
    fontSize: '13px',
    lineHeight: '18px',
    maxWidth: '440px',
    whiteSpace: 'pre-wrap',
  },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--st-failed-fill)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--st-paused-fill)' },
  '.cm-lintRange-error': wavy('var(--st-failed-fill)'),
  '.cm-lintRange-warning': wavy('var(--st-paused-fill)'),
  '.cm-lint-marker-error': marker('var(--st-failed-fill)', 'inset(0)'),
  '.cm-lint-marker-warning': marker('var(--st-paused-fill)', 'polygon(50% 0, 100% 100%, 0 100%)'),
  '.cm-panels': {
    backgroundColor: 'var(--canvas)',
    color: 'var(--ink)',
    fontFamily: 'var(--type-sans)',
  },
  '.cm-panel.cm-search input, .cm-panel.cm-search button': {
    fontFamily: 'var(--type-sans)',
    fontSize: '12px',
  },
  '.cm-searchMatch': {
    backgroundColor: 'var(--st-draft-tint)',
    outline: '1px solid var(--st-draft-fill)',
  },
});

const expressions = new MatchDecorator({
  regexp: /(?<!\$)\$\{[^}\n]*\}/g,
  decoration: Decoration.mark({ class: 'cm-expression' }),
});

/** `${…}` is set off: it is worked out, all else is taken as it stands. */
const setOff = ViewPlugin.fromClass(
  class {
    decorations;
    constructor(view: EditorView) {
      this.decorations = expressions.createDeco(view);
    }
    update(update: ViewUpdate) {
      this.decorations = expressions.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

export const editorLook = [frame, syntaxHighlighting(ink), setOff];
