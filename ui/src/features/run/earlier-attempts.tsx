import { useQuery } from '@tanstack/react-query';
import { Failure } from '@/components/failure';
import { LoadingRows } from '@/components/ui/loading-rows';
import { TimeText } from '@/components/ui/time-text';
import { useNamed } from '@/lib/api/actors';
import { type PastAttempt, pastAttemptsQuery } from '@/lib/api/run-steps';
import type { Run, Step } from '@/lib/api/runs';
import { number } from '@/lib/format';
import { duration } from '@/lib/time';
import { sentence } from '@/lib/words';
import { runWords } from '@/lib/words/run';
import { Part } from './part';

interface EarlierAttemptsProps {
  readonly run: Run;
  readonly step: Step;
}

/** What each attempt before the newest one met. */
export function EarlierAttempts({ run, step }: EarlierAttemptsProps) {
  const { data, error, refetch } = useQuery(
    pastAttemptsQuery(step.keptFrom ?? run.id, step.id, step.attempts),
  );
  if (data?.length === 0) return null;
  return (
    <Part title={runWords.earlierAttempts}>
      {data ? (
        <ol className="grid gap-2">
          {data.map((past) => (
            <Attempt key={past.attempt} past={past} />
          ))}
        </ol>
      ) : error ? (
        <Failure
          error={error}
          title={runWords.earlierAttemptsFailed}
          onRetry={() => void refetch()}
        />
      ) : (
        <LoadingRows />
      )}
    </Part>
  );
}

const Attempt = ({ past }: { readonly past: PastAttempt }) => (
  <li className="grid grid-cols-[24px_minmax(0,1fr)]">
    <span className="mono text-ink-3">
      <span className="sr-only">{runWords.attemptNumber}</span> {number(past.attempt)}
    </span>
    <div className="min-w-0 wrap-anywhere">
      <TimeText at={past.sentAt} precise />
      {past.endedAt && (
        <span className="text-ink-3">
          , {runWords.took(duration(Date.parse(past.endedAt) - Date.parse(past.sentAt)))}
        </span>
      )}
      <How past={past} />
    </div>
  </li>
);

function How({ past: { error, reason } }: { readonly past: PastAttempt }) {
  const said = useNamed(reason ?? runWords.nobodyTells);
  if (!error) return <p className="text-ink-2">{sentence(said)}</p>;
  return (
    <p className="whitespace-pre-wrap">
      <span className="text-st-failed">{error.message}</span>{' '}
      <span className="mono text-ink-3">{error.code}</span>
    </p>
  );
}
