import { Link } from '@tanstack/react-router';
import { SpanText } from '@/components/span-text';
import { StateGlyph } from '@/components/state-mark';
import { Station } from '@/components/station';
import { textureOf } from '@/components/log-line';
import { ended, type Run, type Step } from '@/lib/api/runs';
import { useNow } from '@/lib/now';
import { kindOf, placeOf } from '@/lib/run-line';
import { words } from '@/lib/words';
import { TimeAxis } from './time-axis';

interface RunChainProps {
  readonly run: Run;
  readonly chosen: Step | undefined;
}

/** The chain at the left, the same steps on a time axis at the right. */
export function RunChain({ run, chosen }: RunChainProps) {
  const now = useNow(250, !ended(run));
  if (run.steps.length === 0) return <p className="p-4 text-ink-3">{words.run.noSteps}</p>;
  return (
    <section aria-label={words.run.timeline}>
      <TimeAxis run={run} now={now} />
      <ol>
        {run.steps.map((step, index) => (
          <li
            key={step.id}
            className={`chain-grid relative border-b border-line ${step === chosen ? 'bg-selected forced-colors:outline' : 'hover:bg-hover'}`}
          >
            <Station
              first={index === 0}
              last={index === run.steps.length - 1}
              chosen={step === chosen}
              mark={<StateGlyph state={step.state} />}
              name={<StepLink run={run} step={step} chosen={step === chosen} />}
              about={aboutOf(step)}
              end={<SpanText from={step.startedAt} to={step.finishedAt} />}
            />
            <Bar run={run} step={step} now={now} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const aboutOf = (step: Step) =>
  step.error?.message ??
  step.reason ??
  (step.attempts > 1 ? words.run.tried(step.attempts) : words.states[step.state]);

interface StepLinkProps {
  readonly run: Run;
  readonly step: Step;
  readonly chosen: boolean;
}

const StepLink = ({ run, step, chosen }: StepLinkProps) => (
  <Link
    to="/runs/$id"
    params={{ id: run.id }}
    search={{ step: step.id }}
    hash="step"
    replace
    resetScroll={false}
    data-step={step.id}
    aria-current={chosen ? 'true' : undefined}
    className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
  >
    {step.name}
  </Link>
);

function Bar({ run, step, now }: { readonly run: Run; readonly step: Step; readonly now: number }) {
  const { from, width } = placeOf(step, run, now);
  return (
    <div
      aria-hidden="true"
      className="eighths pointer-events-none relative hidden border-l border-line two:block"
    >
      <i
        className={`absolute top-[15px] h-3.5 forced-color-adjust-none max-w-full min-w-1 rounded-1 ${textureOf(kindOf(step))}`}
        style={{ left: `min(${from * 100}%, 100% - 4px)`, width: `${width * 100}%` }}
      />
    </div>
  );
}
