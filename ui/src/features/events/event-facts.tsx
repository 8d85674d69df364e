import { Fact, Facts } from '@/components/facts';
import { SectionHead } from '@/components/section-head';
import { TimeText } from '@/components/ui/time-text';
import type { WholeEntry } from '@/lib/api/journal';
import { number } from '@/lib/format';
import { eventsWords } from '@/lib/words/events';

export const EventFacts = ({ entry }: { readonly entry: WholeEntry }) => (
  <section aria-labelledby="event-facts" className="border-line max-three:border-t three:border-l">
    <SectionHead id="event-facts" title={eventsWords.one.facts} />
    <div className="p-3 two:px-4">
      <Facts>
        <Fact name={eventsWords.source}>{entry.source}</Fact>
        <Fact name={eventsWords.one.sourceId}>
          <span className="mono">{entry.sourceId}</span>
        </Fact>
        <Fact name={eventsWords.one.happened}>
          <TimeText at={entry.time} precise />
        </Fact>
        <Fact name={eventsWords.one.recorded}>
          <TimeText at={entry.recordedAt} precise />
        </Fact>
        <Fact name={eventsWords.one.position}>{number(entry.position)}</Fact>
      </Facts>
    </div>
  </section>
);
