import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Confirm } from '@/components/ui/confirm';
import { RadioGroup } from '@/components/ui/radio';
import { type Run, type Step, titleOf } from '@/lib/api/runs';
import { rerun, skipStep } from '@/lib/api/run-orders';
import { listed } from '@/lib/format';
import { randomId } from '@/lib/ids';
import { unknownIn } from '@/lib/run/standing';
import { toast } from '@/lib/toasts';
import { runWords } from '@/lib/words/run';
import { useReadAgain, useRunOrders } from './use-run-orders';

export type AskedFor =
  | { readonly is: 'cancel' }
  | { readonly is: 'rerun'; readonly from: Step | undefined }
  | { readonly is: 'skip'; readonly step: Step };

interface RunDialogsProps {
  readonly run: Run;
  readonly asked: AskedFor;
  /** Names of the steps it has not come to. */
  readonly ahead: readonly string[];
  readonly onClose: () => void;
}

/** What asks back before it is done. */
export function RunDialogs({ asked, ...rest }: RunDialogsProps) {
  switch (asked.is) {
    case 'cancel':
      return <CancelDialog {...rest} />;
    case 'rerun':
      return <RerunDialog {...rest} from={asked.from} />;
    case 'skip':
      return <SkipDialog {...rest} step={asked.step} />;
  }
}

type DialogProps = Omit<RunDialogsProps, 'asked'>;

const named = 4;

function CancelDialog({ run, ahead, onClose }: DialogProps) {
  const orders = useRunOrders(run);
  const rest = ahead.length - named;
  const names = [...ahead.slice(0, named), ...(rest > 0 ? [runWords.andMore(rest)] : [])];
  return (
    <Confirm
      open
      danger
      why="needed"
      onClose={onClose}
      title={runWords.cancelTitle(titleOf(run))}
      about={
        <>
          {unknownIn(run).length > 0 && `${runWords.cancelUnknown} `}
          {runWords.cancelAbout}
          {names.length > 0 && ` ${runWords.cancelAhead(listed(names))}`}
        </>
      }
      does={runWords.cancelDoes}
      busy={orders.isPending}
      refused={orders.error?.message}
      onConfirm={(reason) => orders.mutate({ order: 'cancel', reason }, { onSuccess: onClose })}
    />
  );
}

function SkipDialog({ run, step, onClose }: DialogProps & { readonly step: Step }) {
  const skipped = useMutation({
    mutationFn: (reason: string) => skipStep(run.id, step.id, reason),
    onSuccess: () => {
      onClose();
      toast({ tone: 'done', says: runWords.skipDone(step.name) });
    },
  });
  return (
    <Confirm
      open
      why="needed"
      onClose={onClose}
      title={runWords.skipTitle(step.name)}
      about={
        <>
          {runWords.skipAbout} {step.state === 'unknown' && runWords.skipUnknown}
        </>
      }
      does={runWords.skipDoes}
      busy={skipped.isPending}
      refused={skipped.error?.message}
      onConfirm={(reason) => skipped.mutate(reason)}
    />
  );
}

type Version = 'now' | 'same';

/** One key as long as it is open: pressed twice, it is one run. */
function RerunDialog({ run, from, onClose }: DialogProps & { readonly from: Step | undefined }) {
  const navigate = useNavigate();
  const readAgain = useReadAgain(run);
  const [key] = useState(randomId);
  const [version, setVersion] = useState<Version>('now');
  const born = useMutation({
    mutationFn: (reason: string) =>
      rerun(run.id, { from: from?.id, version, reason, key: `${key}.${version}` }),
    onSuccess: async ({ run: next, words }) => {
      onClose();
      toast({ tone: 'done', says: words, stays: 12_000 });
      await Promise.all([readAgain(), navigate({ to: '/runs/$id', params: { id: next } })]);
    },
  });
  return (
    <Confirm
      open
      why="asked"
      onClose={onClose}
      title={from ? runWords.rerunFromTitle(from.name) : runWords.rerunTitle(titleOf(run))}
      about={from ? runWords.rerunFromAbout : runWords.rerunAbout}
      does={runWords.rerunDoes}
      busy={born.isPending}
      refused={born.error?.message}
      onConfirm={(reason) => born.mutate(reason)}
    >
      {!from && <WhichVersion run={run} version={version} onVersion={setVersion} />}
    </Confirm>
  );
}

interface WhichVersionProps {
  readonly run: Run;
  readonly version: Version;
  readonly onVersion: (version: Version) => void;
}

const WhichVersion = ({ run, version, onVersion }: WhichVersionProps) => (
  <div className="mb-2.5">
    <RadioGroup
      framed
      label={runWords.rerunWith}
      value={version}
      onChange={onVersion}
      options={[
        { value: 'now', name: runWords.versionNow, about: runWords.versionNowHint },
        {
          value: 'same',
          name: runWords.versionSame(run.number),
          about: runWords.versionSameHint,
        },
      ]}
    />
  </div>
);
