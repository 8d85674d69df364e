import { useSuspenseQuery } from '@tanstack/react-query';
import { changedBetween } from '@/lib/changed';
import { type EntryFilter, entriesLine, entryQuery, type WholeEntry } from '@/lib/api/journal';
import { FieldDiff } from '@/components/ui/diff';
import { SectionHead } from '@/components/section-head';
import { useThree } from '@/lib/media';
import { eventsWords } from '@/lib/words/events';
import { Came } from './came';
import { DataPane } from './data-pane';
import { EventFacts } from './event-facts';
import { EventHead } from './event-head';
import { EventsPane } from './events-pane';
import { Verdicts } from './verdicts';

interface EventPageProps {
  readonly id: string;
  /** The list it was opened from. */
  readonly filter: EntryFilter;
}

/** Its neighbours at the left where there is room, the event at the right. */
export function EventPage({ id, filter }: EventPageProps) {
  const { data: entry } = useSuspenseQuery(entryQuery(id));
  return (
    <div className="flex-1 three:grid three:min-h-0 three:grid-cols-[360px_minmax(0,1fr)] three:grid-rows-[minmax(0,1fr)]">
      {useThree() && <EventsPane key={entriesLine(filter)} filter={filter} current={id} />}
      <article
        key={id}
        data-scroll-restoration-id="event"
        className="min-w-0 three:overflow-auto three:border-l three:border-line"
      >
        <EventHead entry={entry} />
        <Change entry={entry} />
        <Verdicts entry={entry} />
        <Came entry={entry} />
        <div className="border-t border-line three:grid three:grid-cols-[minmax(0,1fr)_320px]">
          <DataPane entry={entry} />
          <EventFacts entry={entry} />
        </div>
      </article>
    </div>
  );
}

/** Only an entry about a change has a before and an after. */
function Change({ entry }: { readonly entry: WholeEntry }) {
  if (entry.after === undefined && entry.before === undefined) return null;
  const { changes, same } = changedBetween(entry.before, entry.after);
  return (
    <section aria-labelledby="change">
      <SectionHead id="change" title={eventsWords.one.change}>
        {(entry.before ?? null) === null && (
          <span className="text-xs text-ink-3">{eventsWords.one.firstHint}</span>
        )}
      </SectionHead>
      <div className="px-3 py-3 two:px-4">
        {changes.length === 0 ? (
          <p className="text-ink-3">{eventsWords.one.unchanged}</p>
        ) : (
          <FieldDiff label={eventsWords.one.changed(entry.subject)} changes={changes} same={same} />
        )}
      </div>
    </section>
  );
}
