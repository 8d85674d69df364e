import { Link } from '@tanstack/react-router';
import { SpanText } from '@/components/span-text';
import { StateMark } from '@/components/state-mark';
import { TimeText } from '@/components/time-text';
import { type RunSummary, titleOf } from '@/lib/api/runs';
import { words } from '@/lib/words';
import { useArrivals } from './arrivals';

/** Runs as rows; below 760 each row has two lines and nothing scrolls sideways. */
export function RunsTable({
  runs,
  label,
}: {
  readonly runs: readonly RunSummary[];
  readonly label: string;
}) {
  const isNew = useArrivals(runs);
  return (
    <div className="@container">
      <table aria-label={label} className="w-full table-fixed border-separate border-spacing-0">
        <Head />
        <tbody>
          {runs.map((run) => (
            <Row key={run.id} run={run} isNew={isNew(run)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const head =
  'label h-[26px] overflow-hidden border-b border-line-strong px-2.5 text-left whitespace-nowrap';

const Head = () => (
  <thead className="hidden two:table-header-group">
    <tr>
      <th className={`${head} w-[116px] pl-4`}>{words.runs.state}</th>
      <th className={head}>{words.runs.about}</th>
      <th className={`${head} hidden w-[32%] @2xl:table-cell`}>{words.runs.automation}</th>
      <th className={`${head} w-24 text-right`}>{words.runs.started}</th>
      <th className={`${head} w-[104px] pr-4 text-right`}>{words.runs.took}</th>
    </tr>
  </thead>
);

const row =
  'relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 border-b border-line px-3 py-2 hover:bg-hover two:table-row';
const cell = 'truncate two:h-row two:border-b two:border-line two:px-2.5';

function Row({ run, isNew }: { readonly run: RunSummary; readonly isNew: boolean }) {
  return (
    <tr className={`${row} ${isNew ? 'animate-arrive' : ''}`}>
      <td className={`${cell} order-3 two:pl-4`}>
        <StateMark state={run.state} />
      </td>
      <td className={`${cell} order-1`}>
        <About run={run} />
      </td>
      <td className={`${cell} hidden text-ink-2 @2xl:table-cell`} title={run.automation}>
        {run.automation}
      </td>
      <td className={`${cell} order-2 text-right text-ink-3`}>
        <TimeText at={run.startedAt ?? run.queuedAt} />
      </td>
      <td className={`${cell} order-4 text-right text-ink-3 two:pr-4`}>
        <SpanText from={run.startedAt ?? run.queuedAt} to={run.finishedAt} />
      </td>
    </tr>
  );
}

/** The link covers its whole row. */
const About = ({ run }: { readonly run: RunSummary }) => (
  <>
    <Link
      to="/runs/$id"
      params={{ id: run.id }}
      data-run={run.id}
      title={titleOf(run)}
      className="font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
    >
      {titleOf(run)}
    </Link>
    {run.event.subject !== '' && <span className="text-ink-2"> {run.event.type}</span>}
  </>
);
