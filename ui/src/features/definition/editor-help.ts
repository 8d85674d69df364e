import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  insertCompletionText,
  pickedCompletion,
} from '@codemirror/autocomplete';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { EditorState, Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { SourceFormat } from '@/lib/api/automations';
import type { Fault } from '@/lib/api/definitions';
import { jsonPlace } from '@/lib/definition/json-place';
import { expressionAt } from '@/lib/definition/place';
import { namesAt } from '@/lib/definition/names';
import { type Known, type Suggestion, suggestionsAt } from '@/lib/definition/suggest';
import { yamlPlace } from '@/lib/definition/yaml-place';

/** How the editor learns what may stand where; the catalogue may come later than the text. */
export const completing = (format: SourceFormat, known: () => Known) =>
  autocompletion({
    icons: false,
    activateOnTyping: true,
    override: [(context) => complete(context, format, known())],
  });

function complete(
  { state, pos, explicit }: CompletionContext,
  format: SourceFormat,
  known: Known,
): CompletionResult | null {
  const text = state.doc.toString();
  const place = format === 'json' ? jsonPlace(text, pos) : yamlPlace(text, pos);
  const expression = expressionAt(text, pos, place);
  if (expression) {
    const { from, names } = namesAt(expression, { text, format, cursor: pos, known });
    const found = resultOf(from, names.map(nameOf), explicit || expression.written !== '');
    return found && { ...found, validFor: name };
  }
  if (!place) return null;
  const quick = explicit || place.written !== '' || place.at === 'value';
  return resultOf(
    place.from,
    suggestionsAt(place, known).map((it) => completionOf(it, format, state, pos)),
    quick,
  );
}

const resultOf = (
  from: number,
  options: readonly Completion[],
  wanted: boolean,
): CompletionResult | null => (wanted && options.length > 0 ? { from, options } : null);

/** As long as no other one is begun, what was found stays. */
const name = /^\w*$/;

/** What there is to read comes before what can be called. */
const nameOf = ({ label, about, kind, more }: Suggestion): Completion => ({
  label,
  detail: about,
  ...(more !== undefined && { info: more }),
  ...(kind === 'call' && { boost: -1, apply: called }),
});

/** With its brackets, and the caret between them. */
function called(view: EditorView, completion: Completion, from: number, to: number): void {
  const { label } = completion;
  const open = view.state.sliceDoc(to, to + 1) === '(';
  view.dispatch({
    ...insertCompletionText(view.state, open ? label : `${label}()`, from, to),
    selection: { anchor: from + label.length + 1 },
    annotations: pickedCompletion.of(completion),
  });
}

/** A key brings its colon along, and in JSON its quotation marks are there already or not. */
function completionOf(
  { label, about, kind, opens }: Suggestion,
  format: SourceFormat,
  state: EditorState,
  pos: number,
): Completion {
  const detail = about;
  if (format === 'json') {
    const quoted = /"[\w.-]*$/.test(state.sliceDoc(Math.max(0, pos - 80), pos));
    return { label, detail, apply: quoted ? label : JSON.stringify(label) };
  }
  if (kind !== 'key') return { label, detail };
  return { label, detail, apply: opens ? `${label}:` : `${label}: ` };
}

const offsetOf = (doc: Text, line: number, column: number) => {
  const at = doc.line(Math.min(Math.max(1, line), doc.lines));
  return Math.min(at.to, at.from + Math.max(0, column - 1));
};

/** To the end of the words that are told, or of the line. */
function diagnosticOf(doc: Text, fault: Fault, severity: Diagnostic['severity']): Diagnostic {
  const from = offsetOf(doc, fault.line ?? 1, fault.column ?? 1);
  const line = doc.lineAt(from);
  const length = fault.words && !fault.words.includes('\n') ? fault.words.length : 0;
  const to = length > 0 ? Math.min(line.to, from + length) : line.to;
  const message = fault.hint ? `${fault.message} ${fault.hint}` : fault.message;
  return { from: to > from ? from : line.from, to: Math.max(to, from), severity, message };
}

/** Some are about the whole: those stand in the list alone. */
const placed = ({ line = 0 }: Fault) => line > 0;

export const showFaults = (
  view: EditorView,
  problems: readonly Fault[],
  warnings: readonly Fault[],
): void => {
  const { doc } = view.state;
  view.dispatch(
    setDiagnostics(view.state, [
      ...problems.filter(placed).map((fault) => diagnosticOf(doc, fault, 'error')),
      ...warnings.filter(placed).map((fault) => diagnosticOf(doc, fault, 'warning')),
    ]),
  );
};

export function goTo(view: EditorView, line: number, column: number): void {
  const at = offsetOf(view.state.doc, line, column);
  view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
  view.focus();
}
