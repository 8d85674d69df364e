import { useMutation, useQuery } from '@tanstack/react-query';
import { Failure } from '@/components/failure';
import { Note } from '@/components/strip';
import { Button } from '@/components/ui/button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { RadioGroup } from '@/components/ui/radio';
import { type Begun, made, type Starter, startersQuery, useBegin } from '@/lib/api/starters';
import { welcomeWords } from '@/lib/words/welcome';
import { MiniChain } from './mini-chain';
import { StarterPreview } from './starter-preview';
import { StepFrame } from './step-frame';

interface AutomationStepProps {
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
  readonly onBegun: (begun: Begun) => void;
  readonly onDrafted: (id: string) => void;
  readonly onSkip: () => void;
}

/** Six that work at once; one is published and gets its test event, in one go. */
export function AutomationStep(props: AutomationStepProps) {
  const { data: starters, error, refetch } = useQuery(startersQuery);
  const chosen = starters?.find(({ key }) => key === props.chosen) ?? starters?.[0];
  return (
    <StepFrame
      title={welcomeWords.automation.title}
      lead={welcomeWords.automation.lead}
      beside={chosen && <StarterPreview starter={chosen} />}
    >
      {starters && chosen && <Choice {...props} starters={starters} starter={chosen} />}
      {!starters && !error && <LoadingRows />}
      {!starters && error && (
        <>
          <Failure
            error={error}
            title={welcomeWords.automation.failed}
            hint={welcomeWords.automation.failedHint}
            onRetry={() => void refetch()}
          />
          <Button look="quiet" className="self-start" onClick={props.onSkip}>
            {welcomeWords.skip}
          </Button>
        </>
      )}
    </StepFrame>
  );
}

interface ChoiceProps extends AutomationStepProps {
  readonly starters: readonly Starter[];
  readonly starter: Starter;
}

function Choice({ starters, starter, onChoose, onBegun, onDrafted, onSkip }: ChoiceProps) {
  const begin = useBegin();
  const draft = useMutation({ mutationFn: made, onSuccess: onDrafted });
  const error = begin.error ?? draft.error;
  return (
    <>
      <RadioGroup
        label={welcomeWords.automation.choose}
        framed
        value={starter.key}
        onChange={onChoose}
        options={starters.map(({ key, definition }) => ({
          value: key,
          name: (
            <span className="flex w-full flex-wrap items-center justify-between gap-x-4">
              {definition.name}
              <MiniChain definition={definition} />
            </span>
          ),
          about: definition.description,
        }))}
      />
      {error && (
        <div role="alert" className="mt-3">
          <Note state="failed">
            {welcomeWords.automation.refused} {error.message}
          </Note>
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          look="primary"
          size="large"
          busy={begin.isPending}
          onClick={() => begin.mutate(starter, { onSuccess: onBegun })}
        >
          {begin.isPending ? welcomeWords.automation.busy : welcomeWords.automation.does}
        </Button>
        <Button
          size="large"
          look="quiet"
          busy={draft.isPending}
          onClick={() => draft.mutate(starter)}
        >
          {welcomeWords.automation.look}
        </Button>
        <Button size="large" look="quiet" onClick={onSkip}>
          {welcomeWords.skip}
        </Button>
      </div>
    </>
  );
}
