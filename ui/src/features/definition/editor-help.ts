import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { EditorState, Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { SourceFormat } from '@/lib/api/automations';
import type { Fault } from '@/lib/api/definitions';
import { jsonPlace } from '@/lib/definition/json-place';
import { expressionAt } from '@/lib/definition/place';
import { type Known, namesAt, type Suggestion, suggestionsAt } from '@/lib/definition/suggest';
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
  if (expression)
    return resultOf(
      expression.from,
      namesAt(expression, text).map(plain),
      explicit || expression.written !== '',
    );
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

const plain = ({ label, about }: Suggestion): Completion => ({ label, detail: about });

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
