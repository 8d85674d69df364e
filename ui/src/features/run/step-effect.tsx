import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Fact, Facts } from '@/components/facts';
import { StateGlyph } from '@/components/state-mark';
import { CopyButton } from '@/components/ui/copy-button';
import { actionsQuery } from '@/lib/api/catalogue';
import type { Effect, Step } from '@/lib/api/runs';
import type { StateName } from '@/lib/states';
import { second } from '@/lib/time';
import { sentence, words } from '@/lib/words';
import { runWords } from '@/lib/words/run';
import { runLogWords } from '@/lib/words/run-log';
import { Part } from './part';
import { quietAt, quietUntil } from './quiet';

interface StepEffectProps {
  readonly step: Step;
  readonly now: number;
}

/** What it did in the world, what the other side promises of it, and what is known. */
export function StepEffect({ step, now }: StepEffectProps) {
  const { effect } = step;
  if (!effect)
    return (
      <Part>
        <p className="text-ink-3">{runWords.noEffect}</p>
      </Part>
    );
  return (
    <>
      <Part>
        <Facts>
          <Fact name={runWords.effectClass}>
            <b className="font-medium">{runWords.classes[effect.class]}</b>
            <span className="block text-xs text-ink-2">{runWords.promise[effect.class]}</span>
          </Fact>
          <Fact name={runWords.effectState}>
            {runWords.effectStates[effect.state]}
            {effect.late && <span className="block text-xs text-ink-2">{runWords.late}</span>}
          </Fact>
          <TakenBack action={step.kind} />
          <Fact name={runWords.effectId}>
            <span className="mono text-ink-3">{effect.id}</span>{' '}
            <CopyButton text={effect.id} label={runWords.copy} />
          </Fact>
        </Facts>
      </Part>
      {effect.state === 'unknown' && <Known step={step} effect={effect} now={now} />}
    </>
  );
}

function TakenBack({ action }: { readonly action: string }) {
  const { data } = useQuery(actionsQuery);
  const said = data?.items.find(({ name }) => name === action)?.reversibility;
  return said ? <Fact name={runWords.takenBack}>{said}</Fact> : null;
}

function Known({ step, effect, now }: StepEffectProps & { readonly effect: Effect }) {
  const sent = second(effect.sentAt ?? step.startedAt);
  const quiet = new Date(quietAt(effect)).toISOString();
  const alive = quietUntil(effect, now);
  return (
    <Part title={runWords.known}>
      <ul className="grid gap-[3px]">
        <Line state="finished">
          {runWords.knownSent(sent)}{' '}
          {step.attempts > 1 ? runWords.knownSentTimes(step.attempts) : runWords.knownSentOnce}
        </Line>
        <Line state="failed">{sentence(step.reason ?? runLogWords.noAnswer)}</Line>
        {alive === undefined ? (
          <Line state="finished">{runWords.knownQuiet(second(quiet))}</Line>
        ) : (
          <Line state="running">{runWords.knownAlive(alive)}</Line>
        )}
        {effect.class === 'once' && <Line state="queued">{runWords.knownReadBack}</Line>}
      </ul>
    </Part>
  );
}

const Line = ({ state, children }: { readonly state: StateName; readonly children: ReactNode }) => (
  <li className="grid grid-cols-[16px_minmax(0,1fr)] gap-2">
    <span className="mt-0.5" title={words.states[state]}>
      <StateGlyph state={state} size={14} />
    </span>
    <span className="wrap-anywhere">{children}</span>
  </li>
);
