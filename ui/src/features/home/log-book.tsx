import { Link } from '@tanstack/react-router';
import { ActorText } from '@/components/actor-text';
import { ChangesText } from '@/components/changes-text';
import { SectionHead } from '@/components/section-head';
import { Flag } from '@/components/shell/flag';
import { TimeText } from '@/components/ui/time-text';
import { Who } from '@/components/ui/who';
import { actorOf, withShortIds } from '@/lib/actor';
import type { OverviewEntry } from '@/lib/api/overview';
import { homeWords } from '@/lib/words/home';

/** What people and programs did last; what runs say of themselves stands in the list of runs. */
export const LogBook = ({ entries }: { readonly entries: readonly OverviewEntry[] }) => (
  <section aria-labelledby="log-book">
    <SectionHead id="log-book" title={homeWords.book.title}>
      <Link to="/events" className="link text-xs text-ink-2">
        {homeWords.book.all}
      </Link>
    </SectionHead>
    {entries.length === 0 ? (
      <p className="px-3 py-2 text-ink-3 two:px-4">{homeWords.book.none}</p>
    ) : (
      <ul className="py-1">
        {entries.map((entry) => (
          <Written key={entry.id} entry={entry} />
        ))}
      </ul>
    )}
  </section>
);

/** A hash tells people nothing, and its number stands beside it. */
const told = ({ changes }: OverviewEntry) =>
  (changes ?? []).filter(({ field }) => field !== 'version');

const Written = ({ entry }: { readonly entry: OverviewEntry }) => (
  <li className="relative grid grid-cols-[auto_20px_minmax(0,1fr)] items-start gap-x-2 px-3 py-[5px] hover:bg-hover two:px-4">
    <span className="min-w-[42px] text-ink-3">
      <TimeText at={entry.recordedAt} />
    </span>
    <Mark entry={entry} />
    <div className="min-w-0">
      <Link
        to="/events/$id"
        params={{ id: entry.id }}
        className="row-link -my-1 block py-1 wrap-anywhere"
      >
        <span className="font-medium">{entry.title || entry.type}</span>
        {entry.subject && <span className="text-ink-2"> {withShortIds(entry.subject)}</span>}
      </Link>
      <p className="truncate text-xs text-ink-3">
        <ChangesText changes={told(entry)} />
        {told(entry).length > 0 && ', '}
        {homeWords.book.by} <By entry={entry} />
      </p>
    </div>
  </li>
);

const isNamed = ({ actor, actorName }: OverviewEntry) => actor !== actorName;

const Mark = ({ entry }: { readonly entry: OverviewEntry }) =>
  isNamed(entry) && actorOf(entry.actor).kind === 'person' ? (
    <Who name={entry.actorName} size="small" />
  ) : (
    <Flag />
  );

const By = ({ entry }: { readonly entry: OverviewEntry }) =>
  isNamed(entry) ? <span>{entry.actorName}</span> : <ActorText actor={entry.actor} />;
