import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Failure } from '@/components/failure';
import { SectionHead } from '@/components/section-head';
import { StateMark } from '@/components/state-mark';
import { More, type Pages } from '@/components/ui/more';
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
  const list = useInfiniteQuery(verdictsQuery(entry.id));
  const { data, error } = list;
  if (!data && (!error || isOlder(error))) return null;
  const verdicts = data?.pages.flatMap(({ items }) => items.toSorted(byWeight)) ?? [];
  return (
    <section aria-labelledby="verdicts" className="border-t border-line">
      <SectionHead id="verdicts" title={eventsWords.verdicts.title}>
        {verdicts.length > 0 && (
          <span className="text-xs text-ink-3">{eventsWords.verdicts.lead}</span>
        )}
      </SectionHead>
      {data ? (
        <List verdicts={verdicts} list={list} />
      ) : (
        <Failure
          error={error}
          title={eventsWords.verdicts.failed}
          onRetry={() => void list.refetch()}
        />
      )}
    </section>
  );
}

/** A house of an older version keeps no verdicts: then there is nothing to show, and nothing is wrong. */
const isOlder = (error: Error) => error instanceof Refused && error.status === 404;

interface ListProps {
  /** Each page in its own order: what comes later moves nothing that somebody reads. */
  readonly verdicts: readonly Verdict[];
  readonly list: Pages;
}

const List = ({ verdicts, list }: ListProps) => (
  <>
    <ul className="border-b border-line">
      {verdicts.map((verdict) => (
        <One key={`${verdict.automationId} ${verdict.run}`} verdict={verdict} />
      ))}
    </ul>
    {verdicts.length === 0 && !list.hasNextPage && (
      <p className="p-3 text-ink-3 two:px-4">{eventsWords.verdicts.none}</p>
    )}
    {list.hasNextPage && <More list={list} says={eventsWords.verdicts.further} />}
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
