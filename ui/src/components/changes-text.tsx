import { MoveRight } from 'lucide-react';
import type { ShortChange } from '@/lib/api/journal';
import { words } from '@/lib/words';
import { Icon } from './ui/icon';
import { TimeText } from './ui/time-text';

interface ChangesTextProps {
  readonly changes: readonly ShortChange[];
  readonly more?: number | undefined;
}

/** Before and after in one line, as far as it goes. */
export const ChangesText = ({ changes, more = 0 }: ChangesTextProps) => (
  <span className="text-ink-2">
    {changes.map((change, index) => (
      <span key={change.field}>
        {index > 0 && ', '}
        <Changed change={change} />
      </span>
    ))}
    {more > 0 && ` ${words.changes.more(more)}`}
  </span>
);

const Changed = ({ change: { field, before, after } }: { readonly change: ShortChange }) => (
  <>
    <span className="text-ink-3">{field}</span>{' '}
    {before !== null && (
      <>
        <Value text={before} /> <Becomes />{' '}
      </>
    )}
    {after === null ? (
      <span className="text-ink-3">{words.changes.taken}</span>
    ) : (
      <span className="font-medium text-ink">
        <Value text={after} />
      </span>
    )}
  </>
);

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** A moment is told as people tell it. */
const Value = ({ text }: { readonly text: string }) =>
  moment.test(text) ? <TimeText at={text} /> : text;

const Becomes = () => (
  <>
    <span className="sr-only">{words.changes.becomes}</span>
    <span className="inline-block align-[-2px] text-ink-3">
      <Icon of={MoveRight} size={12} />
    </span>
  </>
);
