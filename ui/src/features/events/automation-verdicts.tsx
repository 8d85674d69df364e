import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Waves } from 'lucide-react';
import { NoneMatch, NothingYet } from '@/components/empty';
import { Failure } from '@/components/failure';
import { StateMark } from '@/components/state-mark';
import { Button } from '@/components/ui/button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { More } from '@/components/ui/more';
import { Segments } from '@/components/ui/segments';
import { TimeText } from '@/components/ui/time-text';
import { useNamed } from '@/lib/api/actors';
import { type AutomationVerdict, automationVerdictsQuery } from '@/lib/api/automation-verdicts';
import type { VerdictKind } from '@/lib/api/verdicts';
import { useListKeys } from '@/lib/list-keys';
import { rowsOf } from '@/lib/paged';
import { exactly } from '@/lib/time';
import { sentence, words } from '@/lib/words';
import { automationWords } from '@/lib/words/automation';
import { eventsWords } from '@/lib/words/events';
import { Conditions } from './conditions';
import { verdictStates, wordOf } from './verdicts';

interface AutomationVerdictsProps {
  readonly automation: string;
  readonly verdict: VerdictKind | undefined;
  readonly onVerdict: (verdict: VerdictKind | undefined) => void;
}

/** Those that people ask for; the others stand in the whole list. */
const shares = ['fired', 'not_met', 'paused', 'throttled', 'deduplicated', 'skipped'] as const;

/** Why it ran, or why it did not, event by event. */
export const AutomationVerdicts = (props: AutomationVerdictsProps) => {
  useListKeys('[data-row]', automationWords.verdicts.next);
  return (
    <>
      <div className="overflow-x-auto border-b border-line px-3 py-2 two:px-4">
        <Segments
          label={automationWords.tabs.verdicts}
          value={props.verdict ?? 'all'}
          onChange={(verdict) => props.onVerdict(verdict === 'all' ? undefined : verdict)}
          segments={[
            { value: 'all', name: automationWords.runs.all },
            ...shares.map((value) => ({ value, name: eventsWords.verdicts.kinds[value] })),
          ]}
        />
      </div>
      <List {...props} />
    </>
  );
};

function List({ automation, verdict, onVerdict }: AutomationVerdictsProps) {
  const list = useInfiniteQuery(automationVerdictsQuery(automation, verdict));
  const verdicts = rowsOf(list.data) as readonly AutomationVerdict[];
  if (!list.data)
    return list.error ? (
      <Failure
        error={list.error}
        title={eventsWords.verdicts.failed}
        onRetry={() => void list.refetch()}
      />
    ) : (
      <LoadingRows />
    );
  const back = list.data.pages.at(-1)?.lookedBackTo ?? null;
  if (verdicts.length === 0 && !list.hasNextPage)
    return verdict === undefined ? (
      <NothingYet icon={Waves} title={automationWords.verdicts.none}>
        {automationWords.verdicts.noneHint}
      </NothingYet>
    ) : (
      <NoneMatch
        title={automationWords.verdicts.noneMatch}
        actions={<Button onClick={() => onVerdict(undefined)}>{words.list.clear}</Button>}
      >
        {automationWords.verdicts.noneMatchHint}
      </NoneMatch>
    );
  return (
    <>
      <ul className="border-b border-line">
        {verdicts.map((it) => (
          <One key={it.event.id} verdict={it} />
        ))}
      </ul>
      {back !== null && list.hasNextPage && (
        <p className="px-3 pt-3 text-xs text-ink-3 two:px-4">
          {automationWords.verdicts.back(exactly(back))}
        </p>
      )}
      <More
        key={verdict}
        list={list}
        says={automationWords.verdicts.older}
        end={automationWords.verdicts.noneOlder}
      />
    </>
  );
}

const One = ({ verdict }: { readonly verdict: AutomationVerdict }) => (
  <li className="border-line px-3 py-2 not-first:border-t two:px-4">
    <div className="grid items-start gap-x-3 gap-y-0.5 two:grid-cols-[128px_minmax(0,1fr)_auto]">
      <StateMark state={verdictStates[verdict.verdict] ?? 'skipped'} word={wordOf(verdict)} />
      <p className="min-w-0 wrap-anywhere">
        <Link
          to="/events/$id"
          params={{ id: verdict.event.id }}
          data-row=""
          className="link font-medium"
        >
          {verdict.event.subject === '' ? verdict.event.type : verdict.event.subject}
        </Link>{' '}
        {verdict.event.subject !== '' && (
          <span className="mono text-ink-3">{verdict.event.type}</span>
        )}
        <span className="block text-ink-2">
          {verdict.number !== null && (
            <span className="mono text-ink-3">{eventsWords.verdicts.version(verdict.number)} </span>
          )}
          {useNamed(verdict.reason && sentence(verdict.reason))}
        </span>
      </p>
      <span className="flex gap-3 text-xs text-ink-3">
        {verdict.run && (
          <Link to="/runs/$id" params={{ id: verdict.run }} className="link text-ink-2">
            {verdict.verdict === 'fired' ? eventsWords.verdicts.run : eventsWords.verdicts.other}
          </Link>
        )}
        <TimeText at={verdict.event.recordedAt} />
      </span>
    </div>
    <Conditions verdict={verdict} />
  </li>
);
