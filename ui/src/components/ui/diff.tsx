import type { ReactNode } from 'react';
import { type Change, wordsChanged } from '@/lib/diff';
import { words } from '@/lib/words';

interface FieldDiffProps {
  readonly label: string;
  readonly changes: readonly Change[];
  /** How many fields stay as they are; they are not shown. */
  readonly same?: number;
}

/** Side by side: what it is, what it becomes. Below 760 the two stand under each other. */
export const FieldDiff = ({ label, changes, same = 0 }: FieldDiffProps) => (
  <div className="overflow-hidden rounded-3 border border-line bg-surface">
    <table aria-label={label} className="w-full table-fixed border-separate border-spacing-0">
      <thead>
        <tr>
          {[words.diff.field, words.diff.before, words.diff.after].map((name) => (
            <th
              key={name}
              scope="col"
              className="label h-6 border-b border-line px-3 text-left first:w-[30%]"
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="[&>tr:last-child>*]:border-b-0">
        {changes.map((change) => (
          <ChangedField key={change.name} change={change} />
        ))}
      </tbody>
    </table>
    {same > 0 && (
      <p className="border-t border-line px-3 py-1.5 text-ink-3">{words.diff.same(same)}</p>
    )}
  </div>
);

const side = 'border-b border-line px-3 py-1.5 align-top wrap-anywhere';

const ChangedField = ({ change: { name, before, after } }: { readonly change: Change }) => (
  <tr>
    <th scope="row" className={`${side} text-left font-normal text-ink-2`}>
      {name}
    </th>
    <td className={`${side} bg-diff-del`}>
      {before === undefined ? (
        <None />
      ) : (
        <s className="decoration-st-failed decoration-1">{before}</s>
      )}
    </td>
    <td className={`${side} bg-diff-add font-medium`}>{after ?? <None />}</td>
  </tr>
);

const None = () => <span className="font-normal text-ink-3">{words.diff.none}</span>;

/** In words: one line a change, as the server says it or as "name was a, becomes b". */
export const ChangeList = ({ changes }: { readonly changes: readonly Change[] }) => (
  <ul className="grid gap-1">
    {changes.map((change) => (
      <li key={change.name}>
        <span className="font-medium">{change.name}</span>{' '}
        <span className="text-ink-2">
          {words.diff.was(change.before ?? words.diff.none, change.after ?? words.diff.none)}
        </span>
      </li>
    ))}
  </ul>
);

/** A text with what was taken away and what was added marked in place, word by word. */
export const TextDiff = ({
  before,
  after,
}: {
  readonly before: string;
  readonly after: string;
}) => (
  <p className="whitespace-pre-wrap wrap-anywhere">
    {wordsChanged(before, after).map(({ kind, text }, index) => (
      // The parts of a text are their order.
      // oxlint-disable-next-line react/no-array-index-key
      <Part key={index} kind={kind}>
        {text}
      </Part>
    ))}
  </p>
);

const Part = ({
  kind,
  children,
}: {
  readonly kind: 'same' | 'del' | 'add';
  readonly children: ReactNode;
}) => {
  if (kind === 'del') return <del className="bg-diff-del decoration-st-failed">{children}</del>;
  return kind === 'add' ? (
    <ins className="bg-diff-add font-medium no-underline">{children}</ins>
  ) : (
    children
  );
};
