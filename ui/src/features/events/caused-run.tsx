import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonStyle } from '@/components/ui/button';
import { StateGlyph } from '@/components/state-mark';
import { Station } from '@/components/station';
import type { Accepted } from '@/lib/api/events';
import { type Run, runQuery } from '@/lib/api/runs';
import { stateOfRun, stateOfStep } from '@/lib/states';
import { duration, spanOf } from '@/lib/time';
import { sentence, words } from '@/lib/words';
import { eventsWords } from '@/lib/words/events';
import { SpanText } from '@/components/ui/span-text';

/** The way of an event as a line with stations: accepted, the run, its steps, the end. */
export function CausedRun({ accepted }: { readonly accepted: Accepted }) {
  const [first] = accepted.runs;
  return (
    <>
      <Station
        first
        last={first === undefined}
        mark={<StateGlyph state="finished" />}
        name={eventsWords.caused.accepted(accepted.position)}
        about={<span className="mono">{accepted.id}</span>}
      />
      {first === undefined ? (
        <p className="px-4 pb-2 text-ink-2">{eventsWords.caused.nothing}</p>
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
          mark={<StateGlyph state={stateOfStep(step.state)} />}
          name={step.name}
          about={step.error?.message ?? step.reason ?? undefined}
          end={<SpanText from={step.startedAt} to={step.finishedAt} />}
        />
      ))}
      <Station
        last
        mark={<StateGlyph state={stateOfRun(run?.state ?? 'queued')} />}
        name={<span role="status">{words.states[stateOfRun(run?.state ?? 'queued')]}</span>}
        about={error ? eventsWords.caused.follow : endOf(run)}
        end={
          <Link to="/runs/$id" params={{ id }} className={buttonStyle({ size: 'small' })}>
            {eventsWords.caused.open}
          </Link>
        }
      />
    </>
  );
}

function endOf(run: Run | undefined): string | undefined {
  if (run?.state === 'failed') return eventsWords.caused.failed;
  if (run?.state !== 'finished') return run?.waitsFor ? sentence(run.waitsFor) : undefined;
  return eventsWords.caused.done(duration(spanOf(run.queuedAt, run.finishedAt, Date.now())));
}
