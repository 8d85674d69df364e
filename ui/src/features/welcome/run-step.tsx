import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Workflow } from 'lucide-react';
import { NothingYet } from '@/components/empty';
import { Failure } from '@/components/failure';
import { Note } from '@/components/strip';
import { Button, buttonStyle } from '@/components/ui/button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { lastRunQuery } from '@/lib/api/automation-runs';
import { automationQuery } from '@/lib/api/automations';
import { runQuery, runsOfQuery } from '@/lib/api/runs';
import { type Starter, startersQuery, useSendAgain } from '@/lib/api/starters';
import { welcomeWords } from '@/lib/words/welcome';
import { RunLive } from './run-live';
import { StarterPreview } from './starter-preview';
import { StepFrame } from './step-frame';

interface RunStepProps {
  /** The first automation of the house; null while there is none. */
  readonly automation: string | null;
  /** The entry whose run is watched; without one, the newest run. */
  readonly event: string | undefined;
  readonly onSent: (event: string) => void;
  readonly onBack: () => void;
}

/** The event's way through the house, live to its end. */
export const RunStep = ({ automation, ...props }: RunStepProps) =>
  automation === null ? (
    <StepFrame title={welcomeWords.run.title} lead={welcomeWords.run.lead} beside={null}>
      <NothingYet
        icon={Workflow}
        title={welcomeWords.run.none}
        actions={
          <Button look="primary" onClick={props.onBack}>
            {welcomeWords.run.choose}
          </Button>
        }
      >
        {welcomeWords.run.noneHint}
      </NothingYet>
    </StepFrame>
  ) : (
    <OfAutomation {...props} automation={automation} />
  );

interface OfAutomationProps extends RunStepProps {
  readonly automation: string;
}

function OfAutomation({ automation, event, onSent }: OfAutomationProps) {
  const starter = useStarterOf(automation);
  const run = useWatched(automation, event);
  return (
    <StepFrame
      title={welcomeWords.run.title}
      lead={welcomeWords.run.lead}
      beside={starter && <StarterPreview starter={starter} />}
    >
      {run.data && <RunLive run={run.data} starter={starter} />}
      {run.error && !run.data && (
        <Failure
          error={run.error}
          title={welcomeWords.run.follow}
          onRetry={() => void run.refetch()}
        />
      )}
      {run.none && event !== undefined && (
        <Note state="warning">
          <b className="font-semibold">{welcomeWords.run.noRun}</b> {welcomeWords.run.noRunHint}
        </Note>
      )}
      {!run.data && !run.error && !run.none && <LoadingRows />}
      {starter ? (
        <Send starter={starter} again={run.data !== undefined} onSent={onSent} />
      ) : (
        run.none && <OwnEvent />
      )}
    </StepFrame>
  );
}

/** By its name: whoever renamed it knows the way by now. */
function useStarterOf(automation: string): Starter | undefined {
  const { data: starters } = useQuery(startersQuery);
  const { data } = useQuery(automationQuery(automation));
  return starters?.find(({ definition }) => definition.name === data?.body.name);
}

function useWatched(automation: string, event: string | undefined) {
  const caused = useQuery({ ...runsOfQuery({ event: event ?? '' }), enabled: event !== undefined });
  const last = useQuery({ ...lastRunQuery(automation), enabled: event === undefined });
  const found =
    event === undefined
      ? last.data
      : caused.data?.items.find(({ automationId }) => automationId === automation);
  const run = useQuery({ ...runQuery(found?.id ?? ''), enabled: found?.id !== undefined });
  const asked = event === undefined ? last : caused;
  return {
    data: found ? run.data : undefined,
    error: run.error ?? asked.error,
    none: asked.isSuccess && !found,
    refetch: () => (found ? run.refetch() : asked.refetch()),
  };
}

interface SendProps {
  readonly starter: Starter;
  readonly again: boolean;
  readonly onSent: (event: string) => void;
}

function Send({ starter, again, onSent }: SendProps) {
  const send = useSendAgain();
  return (
    <div className="mt-4 grid justify-items-start gap-3">
      {send.error && (
        <div role="alert">
          <Note state="failed">
            {welcomeWords.run.refused} {send.error.message}
          </Note>
        </div>
      )}
      <Button
        look={again ? 'plain' : 'primary'}
        size={again ? 'normal' : 'large'}
        busy={send.isPending}
        onClick={() => send.mutate(starter, { onSuccess: ({ id }) => onSent(id) })}
      >
        {send.isPending
          ? welcomeWords.run.sending
          : again
            ? welcomeWords.run.again
            : welcomeWords.run.send}
      </Button>
    </div>
  );
}

const OwnEvent = () => (
  <NothingYet
    icon={Workflow}
    title={welcomeWords.run.other}
    actions={
      <Link to="/events/new" className={buttonStyle({ look: 'primary' })}>
        {welcomeWords.run.write}
      </Link>
    }
  >
    {welcomeWords.run.otherHint}
  </NothingYet>
);
