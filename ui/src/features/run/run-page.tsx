import { useCallback, useMemo, useState } from 'react';
import { SidePane } from '@/components/panes';
import { Strip } from '@/components/strip';
import { Button } from '@/components/ui/button';
import { useFollowedRun } from '@/lib/api/run-live';
import { ended, type Run, type Step } from '@/lib/api/runs';
import { canCopy, toClipboard } from '@/lib/clipboard';
import { useNow } from '@/lib/now';
import type { RunRow } from '@/lib/run/rows';
import type { LineState } from '@/lib/stream';
import { minute } from '@/lib/time';
import { toast } from '@/lib/toasts';
import { runWords } from '@/lib/words/run';
import { ChainTree } from './chain-tree';
import { RunActions } from './run-actions';
import { RunAsk } from './run-ask';
import { type AskedFor, RunDialogs } from './run-dialogs';
import { RunHead } from './run-head';
import { RunLog } from './run-log';
import { RunStrip } from './run-strip';
import { StepPane } from './step-pane';
import { type StepTab, usualTab } from './tabs';
import { useRunCommands } from './use-run-commands';
import { useRunOrders } from './use-run-orders';
import { useRunRows } from './use-run-rows';
import { type RunAction, possibleOf } from './what-can-be-done';

interface RunPageProps {
  readonly id: string;
  /** The step named in the address; without one, the step that matters most. */
  readonly step: string | undefined;
  readonly tab: StepTab | undefined;
  readonly onLook: (look: { readonly step?: string; readonly tab?: StepTab }) => void;
  readonly role: string;
}

export function RunPage({ id, step, tab, onLook, role }: RunPageProps) {
  const { run, line } = useFollowedRun(id);
  const now = useNow(1_000, !ended(run));
  const { rows, chainError, toggle, more } = useRunRows(run);
  const [asked, setAsked] = useState<AskedFor>();
  const orders = useRunOrders(run);
  const chosen = chosenOf(rows, step);
  const shown = tab ?? usualTab(chosen);
  const ahead = useMemo(() => aheadOf(rows), [rows]);
  const possible = possibleOf(run, role);
  const choose = useCallback(
    (key: string) => onLook({ step: key, ...(tab && { tab }) }),
    [onLook, tab],
  );
  const act = (action: RunAction) => {
    if (action === 'cancel') setAsked({ is: 'cancel' });
    else if (action === 'rerun') setAsked({ is: 'rerun', from: undefined });
    else orders.mutate({ order: action });
  };
  const rerunFrom = (from: Step) => setAsked({ is: 'rerun', from });
  // Whoever writes in the pane has chosen: it stays there, though another step may matter more by now.
  const stay = () => {
    if (step !== chosen.key || tab !== shown) onLook({ step: chosen.key, tab: shown });
  };
  const say = (unknown: Step) => {
    onLook({ step: unknown.id, tab: 'effects' });
    focusOnWord();
  };
  const onCopyLink = canCopy() ? copyLink : undefined;
  useRunCommands({ run, rows, chosen, possible, act, rerunFrom, say, onLook, onCopyLink });
  return (
    <div className="flex min-h-full flex-col two:h-full">
      <RunHead
        run={run}
        now={now}
        actions={
          <RunActions
            run={run}
            possible={possible}
            busy={orders.isPending}
            onAction={act}
            onCopyLink={onCopyLink}
          />
        }
      />
      <HowItIsTold run={run} line={line} />
      <RunAsk run={run} ahead={ahead} onSay={say} />
      <RunStrip run={run} now={now} ahead={ended(run) ? 0 : ahead.length} />
      <div className="grid grid-cols-[minmax(0,1fr)] two:min-h-90 two:flex-1 two:grid-rows-[minmax(0,1fr)] three:grid-cols-[minmax(0,1fr)_412px]">
        <section aria-label={runWords.timeline} className="flex min-h-0 min-w-0 flex-col">
          {chainError && (
            <p className="border-b border-line px-4 py-1.5 text-ink-2">{runWords.chainFailed}</p>
          )}
          <div
            data-scroll-restoration-id="chain"
            className="two:min-h-32 two:shrink two:overflow-auto"
          >
            <ChainTree
              run={run}
              rows={rows}
              now={now}
              chosen={chosen.key}
              onChoose={(key) => (isMore(rows, key) ? void more(loopOf(key)) : choose(key))}
              onToggle={toggle}
            />
          </div>
          <RunLog run={run} onStep={choose} />
        </section>
        <SidePane
          label={chosen.name}
          id="step"
          open={step !== undefined}
          onClose={() => onLook({})}
        >
          <StepPane
            run={run}
            row={chosen}
            now={now}
            tab={shown}
            onTab={(next) => onLook({ step: chosen.key, tab: next })}
            onStay={stay}
            role={role}
            next={nextOf(rows, chosen)}
            onRerun={rerunFrom}
            onSkip={(skipped) => setAsked({ is: 'skip', step: skipped })}
          />
        </SidePane>
      </div>
      {asked && (
        <RunDialogs run={run} asked={asked} ahead={ahead} onClose={() => setAsked(undefined)} />
      )}
    </div>
  );
}

const isMore = (rows: readonly RunRow[], key: string) =>
  rows.some((row) => row.key === key && row.kind === 'more');

const loopOf = (key: string) => key.slice(0, -'.more'.length);

/** The one that asks or failed, else the last that was begun. */
function chosenOf(rows: readonly RunRow[], key: string | undefined): RunRow {
  const steps = rows.filter((row) => row.kind === 'step' && row.step);
  const found =
    rows.find((row) => row.key === key) ??
    steps.find(({ step }) => step?.state === 'unknown') ??
    steps.findLast(({ step }) => step?.state === 'failed') ??
    steps.findLast(({ step }) => step?.state === 'running' || step?.state === 'waiting') ??
    steps.at(-1) ??
    rows[0];
  if (!found) throw new Error('A run has the row of its event at least.');
  return found;
}

/** Names of the steps it has not come to. */
const aheadOf = (rows: readonly RunRow[]) =>
  rows.filter(({ kind, step, open }) => kind === 'step' && !step && !open).map(({ name }) => name);

const nextOf = (rows: readonly RunRow[], { key }: RunRow) =>
  rows.slice(rows.findIndex((row) => row.key === key) + 1).find(({ kind }) => kind === 'step')
    ?.name;

async function copyLink(): Promise<void> {
  toast(
    (await toClipboard(location.href))
      ? { tone: 'done', says: runWords.linkCopied }
      : { tone: 'failed', says: runWords.linkNotCopied },
  );
}

/** The choice stands in a pane that slides over first, where there is no room beside. */
function focusOnWord(tries = 20): void {
  const question = document.querySelector<HTMLElement>('[data-say]');
  if (question?.contains(document.activeElement)) return;
  question?.querySelector('input')?.focus();
  if (tries > 0) setTimeout(() => focusOnWord(tries - 1), 80);
}

interface HowItIsToldProps {
  readonly run: Run;
  readonly line: LineState;
}

/** Says so when the page does not follow the run any more. */
function HowItIsTold({ run, line }: HowItIsToldProps) {
  if (ended(run)) return null;
  if (line.is === 'reconnecting')
    return (
      <Strip state="away" title={runWords.stale(minute(line.since))}>
        {runWords.staleHint}
      </Strip>
    );
  if (line.is !== 'closed') return null;
  return (
    <Strip
      state="away"
      title={runWords.closed}
      action={<Button onClick={() => location.reload()}>{runWords.reload}</Button>}
    >
      {runWords.closedHint}
    </Strip>
  );
}
