import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Failure } from '@/components/failure';
import { SectionHead } from '@/components/section-head';
import { StateMark } from '@/components/state-mark';
import { useNamed } from '@/lib/api/actors';
import type { WholeEntry } from '@/lib/api/journal';
import { type Verdict, type VerdictKind, verdictsQuery } from '@/lib/api/verdicts';
import { Refused } from '@/lib/http';
import type { StateName } from '@/lib/states';
import { sentence } from '@/lib/words';
import { eventsWords } from '@/lib/words/events';
import { Conditions } from './conditions';

export const verdictStates: Readonly<Record<VerdictKind, StateName>> = {
  fired: 'finished',
  deduplicated: 'skipped',
  throttled: 'skipped',
  skipped: 'skipped',
  paused: 'paused',
  loop_cut: 'halted',
  not_met: 'skipped',
  other_type: 'skipped',
  not_published: 'draft',
  archived: 'cancelled',
  for_another: 'skipped',
  untold: 'unknown',
};

/** Why it started an automation, or why not: one line each, the condition in full where one stopped it. */
export function Verdicts({ entry }: { readonly entry: WholeEntry }) {
  const { data, error, refetch } = useQuery(verdictsQuery(entry.id));
  // A house of an older version keeps no verdicts: then there is nothing to show, and nothing is wrong.
  if (error instanceof Refused && error.status === 404) return null;
  if (!data && !error) return null;
  return (
    <section aria-labelledby="verdicts" className="border-t border-line">
      <SectionHead id="verdicts" title={eventsWords.verdicts.title}>
        {data && data.items.length > 0 && (
          <span className="text-xs text-ink-3">{eventsWords.verdicts.lead}</span>
        )}
      </SectionHead>
      {data ? (
        <List verdicts={data.items} hasMore={data.next !== null} />
      ) : (
        <Failure error={error} title={eventsWords.verdicts.failed} onRetry={() => void refetch()} />
      )}
    </section>
  );
}

interface ListProps {
  readonly verdicts: readonly Verdict[];
  readonly hasMore: boolean;
}

const List = ({ verdicts, hasMore }: ListProps) => (
  <>
    <ul className="border-b border-line">
      {verdicts.toSorted(byWeight).map((verdict) => (
        <One key={`${verdict.automationId} ${verdict.run}`} verdict={verdict} />
      ))}
    </ul>
    {verdicts.length === 0 && (
      <p className="p-3 text-ink-3 two:px-4">{eventsWords.verdicts.none}</p>
    )}
    {hasMore && <p className="p-3 text-xs text-ink-3 two:px-4">{eventsWords.verdicts.more}</p>}
  </>
);

const order = Object.keys(verdictStates);

/** What ran first, then what was held up, then what listened elsewhere. */
const byWeight = (one: Verdict, other: Verdict) =>
  order.indexOf(one.verdict) - order.indexOf(other.verdict);

/** A server that knows more verdicts than this page says them in its own word. */
export const wordOf = ({ verdict }: Verdict) =>
  (eventsWords.verdicts.kinds as Readonly<Record<string, string>>)[verdict] ?? verdict;

const One = ({ verdict }: { readonly verdict: Verdict }) => (
  <li className="border-line px-3 py-2 not-first:border-t two:px-4">
    <div className="grid items-start gap-x-3 gap-y-0.5 two:grid-cols-[128px_minmax(0,1fr)_auto]">
      <StateMark state={verdictStates[verdict.verdict] ?? 'skipped'} word={wordOf(verdict)} />
      <p className="min-w-0 wrap-anywhere">
        <span className="font-medium">{verdict.automation}</span>{' '}
        <span className="text-ink-2">
          {verdict.number !== null && (
            <span className="mono text-ink-3">{eventsWords.verdicts.version(verdict.number)} </span>
          )}
          {useNamed(verdict.reason && sentence(verdict.reason))}
        </span>
      </p>
      {verdict.run && <RunLink verdict={verdict} run={verdict.run} />}
    </div>
    <Conditions verdict={verdict} />
  </li>
);

const RunLink = ({ verdict, run }: { readonly verdict: Verdict; readonly run: string }) => (
  <Link to="/runs/$id" params={{ id: run }} className="link text-xs text-ink-2">
    {verdict.verdict === 'fired' ? eventsWords.verdicts.run : eventsWords.verdicts.other}
  </Link>
);
