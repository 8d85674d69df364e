import { type ReactNode, useRef } from 'react';
import { StateMark } from '@/components/state-mark';
import { Arrived } from '@/components/ui/arrived';
import { SpanText } from '@/components/ui/span-text';
import { Cell, type Column, Row, RowLink, Table } from '@/components/ui/table';
import { TimeText } from '@/components/ui/time-text';
import { type RunSummary, type ShownRun, titleOf } from '@/lib/api/runs';
import { useArrivals, useHeld } from '@/lib/arrivals';
import { useNow } from '@/lib/now';
import { stands } from '@/lib/run/stands';
import { runsWords } from '@/lib/words/runs';

interface RunsTableProps {
  readonly runs: readonly ShownRun[];
  readonly label: string;
  /** Runs of one automation, whose name is known already. */
  readonly ofOne?: boolean;
  /** Draws a run as a strip, where the list has room for it. */
  readonly lineOf?: (run: ShownRun) => ReactNode;
  readonly lineName?: string;
  /** The line stands in place of when it started. */
  readonly brief?: boolean;
}

interface Shape {
  readonly ofOne: boolean;
  readonly brief: boolean;
  readonly lineName: string | undefined;
}

const columns = ({ ofOne, brief, lineName }: Shape): readonly Column[] => [
  { name: runsWords.state, width: 'w-[172px]' },
  { name: runsWords.about },
  ...(ofOne ? [] : [automation(lineName === undefined ? 'w-[32%]' : 'w-[24%]')]),
  ...(lineName === undefined ? [] : [line(lineName, brief)]),
  ...(brief ? [] : [{ name: runsWords.started, width: 'w-24', right: true }]),
  { name: runsWords.took, width: 'w-[104px]', right: true },
];

const automation = (width: string): Column => ({
  name: runsWords.automation,
  width,
  from: 'medium',
});

const line = (name: string, brief: boolean): Column => ({
  name,
  width: 'w-[168px]',
  from: lineFrom(brief),
});

const lineFrom = (brief: boolean) => (brief ? 'roomy' : 'wide');

/** Runs as rows; below 760 each row has two lines and nothing scrolls sideways. */
export function RunsTable(props: RunsTableProps) {
  const { runs, label, ofOne = false, brief = false, lineOf, lineName } = props;
  const now = useNow(60_000);
  const list = useRef<HTMLDivElement>(null);
  const { rows, waiting, release, isNew } = useArrivals(runs, useHeld(list));
  return (
    <div ref={list}>
      <Arrived count={waiting} onShow={release} />
      <Table label={label} columns={columns({ ofOne, brief, lineName })}>
        {rows.map((run) => (
          <RunRow
            key={run.id}
            run={run}
            ofOne={ofOne}
            brief={brief}
            now={now}
            isNew={isNew(run)}
            line={lineOf?.(run)}
          />
        ))}
      </Table>
    </div>
  );
}

interface RunRowProps {
  readonly run: ShownRun;
  readonly ofOne: boolean;
  readonly brief: boolean;
  readonly now: number;
  readonly isNew: boolean;
  readonly line: ReactNode;
}

const RunRow = ({ run, ofOne, brief, now, isNew, line }: RunRowProps) => (
  <Row arrived={isNew}>
    <Stands run={run} now={now} />
    <Cell small={brief ? 'whole first line' : 'first line'}>
      <About run={run} />
    </Cell>
    {!ofOne && (
      <Cell from="medium" title={run.automation}>
        <span className="text-ink-2">{run.automation}</span>
      </Cell>
    )}
    {line !== undefined && (
      <Cell from={lineFrom(brief)}>
        <span className="flex items-center">{line}</span>
      </Cell>
    )}
    {!brief && (
      <Cell right quiet small="end of first line">
        <TimeText at={run.startedAt ?? run.queuedAt} />
      </Cell>
    )}
    <Cell right quiet small="end of second line">
      <SpanText from={run.startedAt ?? run.queuedAt} to={run.finishedAt} />
    </Cell>
  </Row>
);

function Stands({ run, now }: Pick<RunRowProps, 'run' | 'now'>) {
  const { state, word } = stands(run, now);
  return (
    <Cell small="second line" title={word}>
      <StateMark state={state} word={word} />
    </Cell>
  );
}

const About = ({ run }: { readonly run: RunSummary }) => (
  <>
    <RowLink to="/runs/$id" params={{ id: run.id }} title={titleOf(run)}>
      {titleOf(run)}
    </RowLink>
    <span className="text-ink-2"> {clauseOf(run)}</span>
  </>
);

/** Of one that failed, why; else what happened, unless the link says that already. */
const clauseOf = ({ state, failure, event }: RunSummary) =>
  state === 'failed' && failure ? failure.message : event.subject === '' ? undefined : event.type;
