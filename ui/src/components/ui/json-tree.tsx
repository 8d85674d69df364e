import { entriesOf, isScalar, type Json } from '@/lib/json';
import { words } from '@/lib/words';

/** What a step handed on, as a tree that can be read: names, values, lists counted from 1. */
export function JsonTree({ value }: { readonly value: Json }) {
  if (isScalar(value)) return <Scalar value={value} />;
  const entries = entriesOf(value);
  if (entries.length === 0) return <Faint>{words.nothing}</Faint>;
  return (
    <ul className="grid gap-1">
      {entries.map(([name, child]) => (
        <Entry key={name} name={name} value={child} />
      ))}
    </ul>
  );
}

function Entry({ name, value }: { readonly name: string; readonly value: Json }) {
  if (isScalar(value) || entriesOf(value).length === 0)
    return (
      <li className="flex flex-wrap gap-x-2 pl-4">
        <span className="text-ink-3">{name}</span>
        <span className="min-w-0 wrap-anywhere">
          <JsonTree value={value} />
        </span>
      </li>
    );
  return (
    <li>
      <details open>
        <summary className="w-fit cursor-default rounded-1 text-ink-3 marker:text-ink-3">
          {name} <span className="text-xs">{words.entries(entriesOf(value).length)}</span>
        </summary>
        <div className="mt-1 ml-1 border-l border-line pl-2">
          <JsonTree value={value} />
        </div>
      </details>
    </li>
  );
}

function Scalar({ value }: { readonly value: null | boolean | number | string }) {
  if (value === null || value === '') return <Faint>{words.nothing}</Faint>;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return <span className="mono">{String(value)}</span>;
  return <span className="whitespace-pre-wrap">{value}</span>;
}

const Faint = ({ children }: { readonly children: string }) => (
  <span className="text-ink-3 italic">{children}</span>
);
