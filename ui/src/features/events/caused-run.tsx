import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonStyle } from '@/components/button';
import { StateGlyph } from '@/components/state-mark';
import { Station } from '@/components/station';
import type { Accepted } from '@/lib/api/events';
import { type Run, runQuery } from '@/lib/api/runs';
import { duration, spanOf } from '@/lib/time';
import { sentence, words } from '@/lib/words';
import { SpanText } from '@/components/span-text';

/** The way of an event as a line with stations: accepted, the run, its steps, the end. */
export function CausedRun({ accepted }: { readonly accepted: Accepted }) {
  const [first] = accepted.runs;
  return (
    <>
      <Station
        first
        last={first === undefined}
        mark={<StateGlyph state="finished" />}
        name={words.testEvent.accepted(accepted.position)}
        about={<span className="mono">{accepted.id}</span>}
      />
      {first === undefined ? (
        <p className="px-4 pb-2 text-ink-2">{words.testEvent.nothing}</p>
      ) : (
        <RunOnLine id={first} />
      )}
    </>
  );
}

function RunOnLine({ id }: { readonly id: string }) {
  const { data: run, error } = useQuery(runQuery(id));
  return (
    <>
      {run?.steps.map((step) => (
        <Station
          key={step.id}
          mark={<StateGlyph state={step.state} />}
          name={step.name}
          about={step.error?.message ?? step.reason ?? undefined}
          end={<SpanText from={step.startedAt} to={step.finishedAt} />}
        />
      ))}
      <Station
        last
        mark={<StateGlyph state={run?.state ?? 'queued'} />}
        name={<span role="status">{run ? words.states[run.state] : words.states.queued}</span>}
        about={error ? words.testEvent.follow : endOf(run)}
        end={
          <Link to="/runs/$id" params={{ id }} className={buttonStyle({ size: 'small' })}>
            {words.testEvent.open}
          </Link>
        }
      />
    </>
  );
}

function endOf(run: Run | undefined): string | undefined {
  if (run?.state === 'failed') return words.testEvent.failed;
  if (run?.state !== 'finished') return run?.waitsFor ? sentence(run.waitsFor) : undefined;
  return words.testEvent.done(duration(spanOf(run.queuedAt, run.finishedAt, Date.now())));
}
