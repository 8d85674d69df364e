import { useState } from 'react';
import { ActorText } from '@/components/actor-text';
import { ChangesText } from '@/components/changes-text';
import { Cell, type Column, Row, RowLink, Table } from '@/components/ui/table';
import { TimeText } from '@/components/ui/time-text';
import { withShortIds } from '@/lib/actor';
import type { Entry, EntryFilter } from '@/lib/api/journal';
import { eventsWords } from '@/lib/words/events';
import { OutcomeMarks } from './outcome-marks';

interface EventsTableProps {
  readonly entries: readonly Entry[];
  readonly label: string;
  /** Goes along into the event, so that its neighbours stand beside it. */
  readonly filter: EntryFilter;
  /** All are about one thing, which stands above them: each is known by its type. */
  readonly ofOne?: boolean;
}

const columns = (ofOne: boolean): readonly Column[] => [
  { name: eventsWords.time, width: 'w-[116px]' },
  ...(ofOne ? [] : [{ name: eventsWords.subject, width: 'w-[20%]' }]),
  { name: eventsWords.type, width: ofOne ? 'w-[30%]' : 'w-[24%]' },
  { name: eventsWords.changed },
  { name: eventsWords.cameOfIt, width: 'w-[96px]' },
  { name: eventsWords.source, width: 'w-[15%]', from: 'wide' },
  { name: eventsWords.actor, width: 'w-[128px]', from: 'medium' },
];

export function EventsTable({ entries, label, filter, ofOne = false }: EventsTableProps) {
  const [newestAtFirst] = useState(() => entries[0]?.position ?? 0);
  return (
    <Table label={label} columns={columns(ofOne)}>
      {entries.map((entry) => (
        <EntryRow
          key={entry.id}
          entry={entry}
          filter={filter}
          ofOne={ofOne}
          isNew={entry.position > newestAtFirst}
        />
      ))}
    </Table>
  );
}

interface EntryRowProps {
  readonly entry: Entry;
  readonly filter: EntryFilter;
  readonly ofOne: boolean;
  readonly isNew: boolean;
}

const EntryRow = ({ entry, filter, ofOne, isNew }: EntryRowProps) => (
  <Row arrived={isNew}>
    <Cell quiet small="end of first line">
      <TimeText at={entry.recordedAt} precise />
    </Cell>
    <Cell small="first line" title={ofOne ? entry.type : undefined}>
      <RowLink
        to="/events/$id"
        params={{ id: entry.id }}
        search={filter}
        title={entry.subject || entry.type}
      >
        {(ofOne ? entry.type : withShortIds(entry.subject)) || (
          <span className="font-normal text-ink-3">{eventsWords.noSubject}</span>
        )}
      </RowLink>
    </Cell>
    {!ofOne && (
      <Cell small="second line" title={entry.type}>
        <span className="text-ink-2">{entry.type}</span>
      </Cell>
    )}
    <Cell small={ofOne ? 'second line' : 'whole'}>
      <ChangesText changes={entry.changes ?? []} more={entry.moreChanges ?? 0} />
    </Cell>
    <Cell small="end of second line">
      <OutcomeMarks outcome={entry.outcome} />
    </Cell>
    <Cell from="wide" quiet title={entry.source}>
      {entry.source}
    </Cell>
    <Cell from="medium" quiet>
      <ActorText actor={entry.actor} />
    </Cell>
  </Row>
);
