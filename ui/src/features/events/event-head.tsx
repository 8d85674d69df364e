import { Link } from '@tanstack/react-router';
import { History, Send, Table2 } from 'lucide-react';
import { ActorText } from '@/components/actor-text';
import { buttonStyle } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import { TimeText } from '@/components/ui/time-text';
import { titleOf, type WholeEntry } from '@/lib/api/journal';
import { useMe } from '@/lib/api/me';
import { recordOf } from '@/lib/records-of';
import { eventsWords } from '@/lib/words/events';

/** What it is about, what happened, when and by whom, and where to go on from here. */
export const EventHead = ({ entry }: { readonly entry: WholeEntry }) => (
  <header className="border-b border-line px-3 pt-3 pb-3 two:px-4">
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-3 text-xs text-ink-3">
          <span className="font-medium text-ink-2">{entry.type}</span>
          <TimeText at={entry.recordedAt} precise />
          <span>
            {eventsWords.one.byBefore} <ActorText actor={entry.actor} />
          </span>
        </p>
        <h1 className="mt-0.5 text-xl wrap-anywhere">{titleOf(entry)}</h1>
        <p className="mt-0.5 flex items-center gap-1 text-xs text-ink-3">
          <span className="mono truncate">{entry.id}</span>
          <CopyButton text={entry.id} label={eventsWords.one.id} />
        </p>
      </div>
      <Ways entry={entry} />
    </div>
  </header>
);

function Ways({ entry: { id, subject, type } }: { readonly entry: WholeEntry }) {
  const record = recordOf(subject);
  const maySend = useMe().role !== 'viewer' && !isOurs(type);
  return (
    <div className="flex flex-wrap gap-2">
      {record && (
        <Link to="/records/$kind/$id" params={record} className={buttonStyle()}>
          <Icon of={Table2} size={14} />
          {eventsWords.one.record}
        </Link>
      )}
      {subject !== '' && (
        <Link to="/events/about/$" params={{ _splat: subject }} className={buttonStyle()}>
          <Icon of={History} size={14} />
          <span className="max-w-48 truncate">{eventsWords.one.all(subject)}</span>
        </Link>
      )}
      {maySend && (
        <Link to="/events/new" search={{ again: id }} className={buttonStyle()}>
          <Icon of={Send} size={14} />
          {eventsWords.one.again}
        </Link>
      )}
    </div>
  );
}

/** The engine alone writes these. */
const isOurs = (type: string) => /^(run|pilothouse)\./.test(type);
