import type { EditorProps } from '@/features/definition/editor';
import { wholeExpressionAt } from '@/lib/definition/whole-expression';

/** The real one needs a browser that measures; this is a plain field with the same door. */
export const Editor = ({ source, readOnly, line, onWrite, onExpression }: EditorProps) => (
  <textarea
    aria-label="Definition"
    data-line={line}
    value={source.text}
    readOnly={readOnly}
    onChange={({ target: { value } }) => {
      onWrite(value);
      onExpression(wholeExpressionAt(value, value.length));
    }}
  />
);
