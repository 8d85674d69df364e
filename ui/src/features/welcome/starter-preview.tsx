import { SectionHead } from '@/components/section-head';
import { StateGlyph } from '@/components/state-mark';
import { Station } from '@/components/station';
import type { Starter } from '@/lib/api/starters';
import { type ChainStep, chainOf, type Trigger } from '@/lib/chain/model';
import { branchSaid, stepSaid, triggerSaid } from '@/lib/chain/said';
import { writtenJson } from '@/lib/json-text';
import { duration } from '@/lib/time';
import { welcomeWords } from '@/lib/words/welcome';

const shortWait = 60;

/** What the chosen automation will do, and with which event it is shown. */
export const StarterPreview = ({ starter }: { readonly starter: Starter }) => (
  <section
    aria-label={starter.definition.name}
    className="flex min-h-0 min-w-0 flex-col border-line max-three:border-t three:overflow-auto three:border-l"
  >
    <SectionHead title={starter.definition.name}>
      <span className="text-xs text-ink-3">{welcomeWords.automation.happens}</span>
    </SectionHead>
    <ChainLine starter={starter} />
    <div className="border-t border-line px-3 py-3 two:px-4">
      <h3 className="mb-1.5 text-sm">{welcomeWords.automation.event}</h3>
      <pre className="mono overflow-auto rounded-2 border border-line bg-sunken px-3 py-2 whitespace-pre-wrap">
        {writtenJson({
          type: starter.event.type,
          subject: starter.event.subject,
          data: starter.event.data,
        })}
      </pre>
      {starter.event.secondsAgo > shortWait && (
        <p className="mt-1.5 text-xs text-ink-2">
          {welcomeWords.automation.waited(duration(starter.event.secondsAgo * 1_000))}
        </p>
      )}
    </div>
    <p className="mt-auto border-t border-line px-3 py-3 text-xs text-ink-3 two:px-4">
      {welcomeWords.automation.kept}
    </p>
  </section>
);

interface Stop {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly inner: boolean;
  readonly waits: boolean;
}

function ChainLine({ starter }: { readonly starter: Starter }) {
  const { triggers, steps } = chainOf(starter.definition);
  const stops = [...triggers.map(startOf), ...steps.flatMap((step) => stopsOf(step, false))];
  return (
    <div className="py-2">
      {stops.map(({ id, name, about, inner, waits }, place) => (
        <Station
          key={id}
          first={place === 0}
          last={place === stops.length - 1}
          depth={inner ? 1 : 0}
          mark={
            <StateGlyph
              state={waits ? 'time' : 'queued'}
              word={waits ? undefined : welcomeWords.ahead}
            />
          }
          name={<span title={name}>{name}</span>}
          about={<span title={about}>{about}</span>}
        />
      ))}
    </div>
  );
}

function startOf(trigger: Trigger, place: number): Stop {
  const { name, about } = triggerSaid(trigger);
  return { id: `trigger ${place}`, name, about, inner: false, waits: false };
}

/** What is within a loop or a branch is set in once, with what leads to it. */
function stopsOf(step: ChainStep, inner: boolean): readonly Stop[] {
  const { name, about } = stepSaid(step);
  return [
    { id: step.id, name, about, inner, waits: step.kind === 'wait' },
    ...step.branches.flatMap((branch) =>
      branch.steps.map((within) => ({
        id: within.id,
        name: stepSaid(within).name,
        about: branchSaid(step, branch),
        inner: true,
        waits: within.kind === 'wait',
      })),
    ),
    ...step.body.flatMap((within) => stopsOf(within, true)),
  ];
}
