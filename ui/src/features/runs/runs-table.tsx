import { type ReactNode, useRef } from 'react';
import { StateMark } from '@/components/state-mark';
import { Arrived } from '@/components/ui/arrived';
import { SpanText } from '@/components/ui/span-text';
import { Cell, type Column, Row, RowLink, Table } from '@/components/ui/table';
import { TimeText } from '@/components/ui/time-text';
import { type RunSummary, titleOf } from '@/lib/api/runs';
import { useArrivals, useHeld } from '@/lib/arrivals';
import { stateOfRun } from '@/lib/states';
import { runsWords } from '@/lib/words/runs';

interface RunsTableProps<Run extends RunSummary> {
  readonly runs: readonly Run[];
  readonly label: string;
  /** Runs of one automation, whose name is known already. */
  readonly ofOne?: boolean;
  /** How it stands exactly, where more is known than its state. */
  readonly wordOf?: (run: Run) => string | undefined;
  /** Draws a run as a strip, where the list has room for it. */
  readonly lineOf?: (run: Run) => ReactNode;
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
export function RunsTable<Run extends RunSummary>(props: RunsTableProps<Run>) {
  const { runs, label, ofOne = false, brief = false, wordOf, lineOf, lineName } = props;
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
            word={wordOf?.(run)}
            isNew={isNew(run)}
            line={lineOf?.(run)}
          />
        ))}
      </Table>
    </div>
  );
}

interface RunRowProps {
  readonly run: RunSummary;
  readonly ofOne: boolean;
  readonly brief: boolean;
  readonly word: string | undefined;
  readonly isNew: boolean;
  readonly line: ReactNode;
}

const RunRow = ({ run, ofOne, brief, word, isNew, line }: RunRowProps) => (
  <Row arrived={isNew}>
    <Cell small="second line" title={word}>
      <StateMark state={run.cancelling ? 'cancelling' : stateOfRun(run.state)} word={word} />
    </Cell>
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
