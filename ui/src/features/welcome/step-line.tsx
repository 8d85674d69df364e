import { Link } from '@tanstack/react-router';
import { StateGlyph } from '@/components/state-mark';
import { Line, Station } from '@/components/station';
import type { Company } from '@/lib/api/company';
import { type Done, type FirstStep, firstSteps } from '@/lib/first-steps';
import { welcomeWords } from '@/lib/words/welcome';

interface StepLineProps {
  readonly done: Done;
  readonly chosen: FirstStep;
  readonly company: Company;
}

/** Every step leads to itself, whatever was done before it. Below 760 it is a row of glyphs. */
export const StepLine = (props: StepLineProps) => (
  <nav
    aria-label={welcomeWords.line}
    className="bg-canvas max-two:border-b max-two:border-line two:overflow-auto two:py-3.5"
  >
    <div className="hidden two:block">
      <Line>
        {firstSteps.map((step, place) => (
          <Station
            key={step}
            first={place === 0}
            last={place === firstSteps.length - 1}
            chosen={step === props.chosen}
            ground="canvas"
            at={atOf(step, props)}
            mark={<Mark step={step} {...props} />}
            name={<StepLink step={step} {...props} />}
            about={aboutOf(step, props)}
          />
        ))}
      </Line>
    </div>
    <ol className="grid grid-cols-4 two:hidden">
      {firstSteps.map((step) => (
        <li
          key={step}
          className={`relative grid justify-items-center gap-1 px-1 py-2 text-center text-2xs ${step === props.chosen ? 'bg-selected font-medium' : 'text-ink-2'}`}
        >
          <Mark step={step} {...props} />
          <StepLink step={step} {...props} />
        </li>
      ))}
    </ol>
  </nav>
);

interface OneProps extends StepLineProps {
  readonly step: FirstStep;
}

const StepLink = ({ step, chosen }: OneProps) => (
  <Link
    to="/welcome"
    search={{ step }}
    className="row-link"
    aria-current={step === chosen ? 'step' : undefined}
  >
    {welcomeWords.steps[step].name}
  </Link>
);

const Mark = ({ step, done, chosen }: OneProps) =>
  done[step] ? (
    <StateGlyph state="finished" word={welcomeWords.done} />
  ) : step === chosen ? (
    <StateGlyph state="running" word={welcomeWords.here} />
  ) : (
    <StateGlyph state="queued" word={welcomeWords.ahead} />
  );

/** The line is drawn as far as everything before is done. */
function atOf(step: FirstStep, { done }: StepLineProps): 'behind' | 'edge' | 'ahead' {
  const place = firstSteps.indexOf(step);
  if (!firstSteps.slice(0, place).every((before) => done[before])) return 'ahead';
  return done[step] ? 'behind' : 'edge';
}

const aboutOf = (step: FirstStep, { company }: StepLineProps) =>
  step === 'company' && company.named ? company.name : welcomeWords.steps[step].about;
