import { Link } from '@tanstack/react-router';
import { LogLine } from '@/components/log-line';
import { StateGlyph } from '@/components/state-mark';
import { Station } from '@/components/station';
import { Note } from '@/components/strip';
import { buttonStyle } from '@/components/ui/button';
import { SpanText } from '@/components/ui/span-text';
import { TimeText } from '@/components/ui/time-text';
import { ended, type Run } from '@/lib/api/runs';
import type { Starter } from '@/lib/api/starters';
import { chainOf } from '@/lib/chain/model';
import { stepSaid } from '@/lib/chain/said';
import { useNow } from '@/lib/now';
import { segmentsOf } from '@/lib/run/line';
import { stateOfRun, stateOfStep } from '@/lib/states';
import { duration, spanOf } from '@/lib/time';
import { sentence, words } from '@/lib/words';
import { welcomeWords } from '@/lib/words/welcome';

interface RunLiveProps {
  readonly run: Run;
  readonly starter: Starter | undefined;
}

/** Accepted, its steps as they come, what lies ahead, the end. */
export function RunLive({ run, starter }: RunLiveProps) {
  const now = useNow(250, !ended(run));
  return (
    <section
      aria-label={welcomeWords.run.line}
      className="overflow-hidden rounded-3 border border-line-strong"
    >
      <div className="border-b border-line px-3 py-2.5">
        <LogLine tall segments={segmentsOf(run, now)} />
      </div>
      <div className="py-1">
        <Station
          first
          mark={<StateGlyph state="finished" />}
          name={welcomeWords.run.sent}
          about={`${run.event.type}, ${run.event.subject}`}
          end={<TimeText at={run.queuedAt} precise />}
        />
        {run.steps.map((step) => (
          <Station
            key={step.id}
            depth={step.id.includes('.') ? 1 : 0}
            mark={<StateGlyph state={stateOfStep(step.state)} />}
            name={step.name}
            about={step.error?.message ?? step.reason ?? step.waits?.reason}
            end={<SpanText from={step.startedAt} to={step.finishedAt} />}
          />
        ))}
        <Ahead run={run} starter={starter} />
        <Station
          last
          at={ended(run) ? 'behind' : 'ahead'}
          mark={<StateGlyph state={stateOfRun(run.state)} />}
          name={<span role="status">{words.states[stateOfRun(run.state)]}</span>}
          about={run.waitsFor ? sentence(run.waitsFor) : run.reason}
          end={<SpanText from={run.queuedAt} to={run.finishedAt} />}
        />
      </div>
      {ended(run) && <End run={run} />}
    </section>
  );
}

/** Steps that the chain names and the run has not come to; those of branches come as they are taken. */
function Ahead({ run, starter }: RunLiveProps) {
  if (starter === undefined || ended(run)) return null;
  const begun = new Set(run.steps.map(({ id }) => id));
  return chainOf(starter.definition)
    .steps.filter(({ id }) => !begun.has(id))
    .map((step) => (
      <Station
        key={step.id}
        at="ahead"
        mark={<StateGlyph state="queued" />}
        name={stepSaid(step).name}
      />
    ));
}

const End = ({ run }: { readonly run: Run }) => (
  <div className="grid gap-3 border-t border-line p-3">
    <Note state={stateOfRun(run.state)}>
      <b className="font-semibold">
        {run.state === 'finished'
          ? welcomeWords.run.finished(duration(spanOf(run.queuedAt, run.finishedAt, 0)))
          : welcomeWords.run.ended(words.states[stateOfRun(run.state)])}
      </b>{' '}
      {run.state === 'finished' ? welcomeWords.run.finishedHint : run.reason}
    </Note>
    <div className="flex flex-wrap gap-2">
      <Link to="/runs/$id" params={{ id: run.id }} className={buttonStyle()}>
        {welcomeWords.run.open}
      </Link>
      <Link to="/events/$id" params={{ id: run.event.id }} className={buttonStyle()}>
        {welcomeWords.run.event}
      </Link>
      <Link to="/records/$kind" params={{ kind: 'tasks' }} className={buttonStyle()}>
        {welcomeWords.run.tasks}
      </Link>
    </div>
  </div>
);
