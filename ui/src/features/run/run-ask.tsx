import { Link } from '@tanstack/react-router';
import { Strip } from '@/components/strip';
import { Button, buttonStyle } from '@/components/ui/button';
import { useNamed } from '@/lib/api/actors';
import type { Run, Step } from '@/lib/api/runs';
import { listed } from '@/lib/format';
import { useNow } from '@/lib/now';
import { unknownIn } from '@/lib/run/standing';
import { type StateName, stateOfRun } from '@/lib/states';
import { second, spoken } from '@/lib/time';
import { sentence } from '@/lib/words';
import { runWords } from '@/lib/words/run';

interface RunAskProps {
  readonly run: Run;
  /** Names of the steps it has not come to. */
  readonly ahead: readonly string[];
  readonly onSay: (step: Step) => void;
}

/** What it waits for comes first; then, for a run that failed or was cancelled, why. */
export function RunAsk({ run, ahead, onSay }: RunAskProps) {
  const [unknown] = unknownIn(run);
  if (unknown && run.state !== 'cancelled')
    return <AsksWord run={run} step={unknown} onSay={onSay} />;
  if (run.cancelling) return <Cancelling run={run} />;
  switch (run.state) {
    case 'failed':
      return <WhyFailed run={run} ahead={ahead} />;
    case 'cancelled':
      return <Cancelled run={run} />;
    case 'finished':
      return null;
    case 'queued':
      return <Waits run={run} state="queued" otherwise={runWords.queuedNow} />;
    case 'paused':
      return <Waits run={run} state="paused" otherwise={runWords.pausingHint} />;
    case 'needs_person':
      return <Waits run={run} state={stateOfRun(run.state)} otherwise={runWords.needsPerson} />;
    case 'waiting':
      return <Waits run={run} state={waitState(run)} otherwise="" />;
    case 'running':
      return <Running run={run} />;
  }
}

const waitState = ({ waits: [first] }: Run): StateName =>
  first?.kind === 'retry' ? 'retrying' : 'time';

/** A call under way is no wait worth a line: its row says so. */
function Running({ run }: { readonly run: Run }) {
  if (run.pausing)
    return (
      <Strip state="paused" title={runWords.pausingNow}>
        {runWords.pausingHint}
      </Strip>
    );
  const waits = run.waits.some(({ kind }) => kind !== 'answer');
  return waits ? <Waits run={run} state={waitState(run)} otherwise="" /> : null;
}

interface AsksWordProps {
  readonly run: Run;
  readonly step: Step;
  readonly onSay: (step: Step) => void;
}

function AsksWord({ run, step, onSay }: AsksWordProps) {
  const others = unknownIn(run).length - 1;
  const sent = second(step.effect?.sentAt ?? step.startedAt);
  return (
    <Strip
      state="unknown"
      title={runWords.saysWhatHappened}
      action={
        <Button look="primary" hotkey="U" onClick={() => onSay(step)}>
          {runWords.say}
        </Button>
      }
    >
      {runWords.unknownHint(step.name, sent)} {others > 0 && runWords.alsoWaits(others)}
    </Strip>
  );
}

function Cancelled({ run: { reason } }: { readonly run: Run }) {
  const title = useNamed(reason ? sentence(reason) : runWords.cancelled);
  return (
    <Strip state="cancelled" title={title}>
      {runWords.cancelledHint}
    </Strip>
  );
}

function Cancelling({ run }: { readonly run: Run }) {
  const holding = run.steps.findLast(({ state }) => state === 'running');
  return (
    <Strip state="cancelling" title={runWords.cancelling}>
      {holding ? runWords.cancellingHint(holding.name) : runWords.cancellingSoon}
    </Strip>
  );
}

interface WaitsProps {
  readonly run: Run;
  readonly state: StateName;
  /** Said where the server says nothing. */
  readonly otherwise: string;
}

function Waits({ run, state, otherwise }: WaitsProps) {
  const other = run.waits.find((wait) => wait.run !== null)?.run;
  const now = useNow(60_000);
  const said = useNamed(run.waitsFor === null ? otherwise : sentence(spoken(run.waitsFor, now)));
  if (said === '') return null;
  const [title, rest] = ledBy(said);
  return (
    <Strip
      state={state}
      title={title}
      action={
        other && (
          <Link to="/runs/$id" params={{ id: other }} className={buttonStyle()}>
            {runWords.openCalled}
          </Link>
        )
      }
    >
      {rest} {run.reason}
    </Strip>
  );
}

const long = 90;

/** Of a long sentence only what comes first is said loud. */
function ledBy(said: string): readonly [string, string] {
  const [, lead, rest] = /^(.+?[.:]) (.+)$/.exec(said) ?? [];
  return said.length > long && lead && rest ? [lead, rest] : [said, ''];
}

const named = 3;

/** The cause in a clause, and what was not done. */
function WhyFailed({ run, ahead }: { readonly run: Run; readonly ahead: readonly string[] }) {
  const { failure } = run;
  const message = failure?.message ?? run.reason ?? '';
  const rest = ahead.length - named;
  const names = [...ahead.slice(0, named), ...(rest > 0 ? [runWords.andMore(rest)] : [])];
  return (
    <Strip
      state="failed"
      title={failure ? runWords.failedAt(failure.name) : runWords.failed}
      action={
        failure && (
          <Link
            to="/runs/$id"
            params={{ id: run.id }}
            search={{ step: failure.step, tab: 'attempts' }}
            replace
            className={buttonStyle()}
          >
            {runWords.openFailed}
          </Link>
        )
      }
    >
      {message !== '' && sentence(message)} {names.length > 0 && runWords.notDone(listed(names))}
    </Strip>
  );
}
