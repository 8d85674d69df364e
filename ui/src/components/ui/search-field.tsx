import { Search, X } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type KeyBinding, useKeys } from '@/lib/keys';
import { words } from '@/lib/words';
import { shellWords } from '@/lib/words/shell';
import { Icon } from './icon';
import { Kbd } from './kbd';
import { TextField } from './text-field';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called a moment after the last letter, so that not every letter asks the server. */
  readonly onSearch: (text: string) => void;
  readonly placeholder?: string;
}

const moment = 250;

/** The filter of a list. "/" leads into it, Escape empties it. */
export function SearchField({ label, value, onSearch, placeholder }: SearchFieldProps) {
  const { typed, type, search } = useTyped(value, onSearch);
  const box = useRef<HTMLDivElement>(null);
  useSlash(box);
  return (
    <div ref={box} role="search" className="w-60 max-two:w-full">
      <TextField
        label={label}
        bare
        type="text"
        inputMode="search"
        enterKeyHint="search"
        value={typed}
        placeholder={placeholder ?? label}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') search('');
          if (event.key === 'Enter') search(typed);
        }}
        leading={<Icon of={Search} size={14} />}
        trailing={typed === '' ? <Slash /> : <Clear onClear={() => search('')} />}
      />
    </div>
  );
}

/** What stands in the field runs ahead of the address; the address wins when it changes by itself. */
function useTyped(value: string, onSearch: (text: string) => void) {
  const [typed, setTyped] = useState(value);
  const [sent, setSent] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    // The address keeps no blanks at the ends, which somebody who goes on writing needs.
    if (value.trim() !== sent.trim()) {
      setTyped(value);
      setSent(value);
    }
  }
  const search = (text: string) => {
    setTyped(text);
    setSent(text);
    onSearch(text);
  };
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  useEffect(() => {
    if (typed === sent) return undefined;
    const timer = setTimeout(() => latest.current(typed), moment);
    return () => clearTimeout(timer);
  }, [typed, sent]);
  return { typed, type: setTyped, search };
}

const Slash = () => (
  <span aria-hidden="true" className="max-two:hidden pointer-coarse:hidden">
    <Kbd>/</Kbd>
  </span>
);

const Clear = ({ onClear }: { readonly onClear: () => void }) => (
  <button
    type="button"
    aria-label={words.field.clear}
    onClick={onClear}
    className="-mr-1 grid size-6 place-items-center rounded-1 hover:bg-hover hover:text-ink"
  >
    <Icon of={X} size={14} />
  </button>
);

function useSlash(box: RefObject<HTMLDivElement | null>): void {
  const [keys] = useState<readonly KeyBinding[]>(() => [
    {
      keys: [['/']],
      says: shellWords.keys.filter,
      does: () => box.current?.querySelector('input')?.focus(),
    },
  ]);
  useKeys(keys);
}
