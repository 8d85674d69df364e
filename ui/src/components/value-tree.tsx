import { useDeferredValue, useMemo, useState } from 'react';
import { number } from '@/lib/format';
import { isScalar, type Json } from '@/lib/json';
import { narrowed } from '@/lib/json-search';
import { eventsWords } from '@/lib/words/events';
import { JsonTree } from './ui/json-tree';
import { SearchField } from './ui/search-field';

interface ValueTreeProps {
  readonly value: Json;
  /** Said where there is nothing in it. */
  readonly none: string;
  /** So many values are seen at a glance, and need no search. */
  readonly few?: number;
}

/** A value as a tree that can be searched; markup in it is text. */
export function ValueTree({ value, none, few = 0 }: ValueTreeProps) {
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed);
  const tree = useMemo(() => narrowed(value, wanted), [value, wanted]);
  const isEmpty = value === null || (!isScalar(value) && tree.found === 1 && wanted === '');
  if (isEmpty && tree.value === null) return <p className="text-ink-3">{none}</p>;
  const said = eventsWords.data;
  return (
    <div className="grid gap-2.5">
      {(tree.found > few || typed !== '') && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <SearchField label={said.find} value={typed} onSearch={setTyped} />
          <span role="status" className="text-xs text-ink-3">
            {tree.shown < tree.found
              ? said.cut(number(tree.shown), number(tree.found))
              : said.found(tree.found)}
          </span>
        </div>
      )}
      {tree.value === undefined ? (
        <p className="text-ink-2">{said.noneFits(wanted)}</p>
      ) : (
        <JsonTree value={tree.value} />
      )}
    </div>
  );
}
