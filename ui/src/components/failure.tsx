import { Link } from '@tanstack/react-router';
import { Compass, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Refused, Unreachable } from '@/lib/http';
import { words } from '@/lib/words';
import { Button, buttonStyle } from './ui/button';
import { Glyph } from './glyph';
import { CopyText } from './ui/copy-button';
import { Icon } from './ui/icon';
import { Say } from './say';

interface FailureProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** What did not load, where the page can say it better than "this". */
  readonly title?: string;
  readonly hint?: string;
  /** Instead of the whole page, not of one pane. */
  readonly whole?: boolean;
}

/** Not reachable, not allowed, not there and broken are four things and never look alike. */
export function Failure({ error, onRetry, title, hint, whole = false }: FailureProps) {
  if (error instanceof Unreachable) return <NotReachable onRetry={onRetry} whole={whole} />;
  if (!(error instanceof Refused)) return <Broken whole={whole} />;
  if (error.status === 403) return <Forbidden detail={error.problem.detail} whole={whole} />;
  if (error.status === 404) return <NotThere whole={whole} />;
  return (
    <Say
      whole={whole}
      mark={<Mark name="failed" />}
      title={error.status === 503 ? words.failure.notReady : (title ?? words.failure.refused)}
      actions={
        <>
          <Button onClick={onRetry}>{words.failure.again}</Button>
          <CopyDetails error={error} />
        </>
      }
    >
      {hint ?? words.failure.refusedHint}
      <span className="mt-1 block text-xs text-ink-3">
        {words.failure.details}: {error.message}
      </span>
    </Say>
  );
}

/** For whoever is asked for help: what was asked, when, and what came back. */
const CopyDetails = ({ error }: { readonly error: Refused }) => (
  <CopyText
    label={words.failure.copyDetails}
    text={[error.at, error.asked, error.status, error.message].join('\n')}
  />
);

const marks = { failed: 'text-st-failed', retrying: 'text-st-paused' };

const Mark = ({ name }: { readonly name: keyof typeof marks }) => (
  <span className={marks[name]}>
    <Glyph name={name} size={20} />
  </span>
);

interface WholeProps {
  readonly whole: boolean;
}

const NotReachable = ({ onRetry, whole }: WholeProps & { readonly onRetry: () => void }) => (
  <Say
    whole={whole}
    mark={<Mark name="retrying" />}
    title={words.connection.lost}
    actions={<Button onClick={onRetry}>{words.connection.now}</Button>}
  >
    {words.connection.never}
  </Say>
);

const GoHome = () => (
  <Link to="/" className={buttonStyle()}>
    {words.failure.back}
  </Link>
);

export const Forbidden = ({
  detail,
  whole,
}: WholeProps & { readonly detail: string | undefined }) => (
  <Say
    whole={whole}
    mark={<Icon of={Lock} size={20} />}
    title={words.failure.forbidden}
    actions={<GoHome />}
  >
    {detail ?? words.failure.forbiddenHint}
  </Say>
);

interface NotThereProps extends WholeProps {
  readonly title?: string;
  readonly children?: ReactNode;
}

export const NotThere = ({ title, children, whole }: NotThereProps) => (
  <Say
    whole={whole}
    mark={<Icon of={Compass} size={20} />}
    title={title ?? words.failure.missing}
    actions={<GoHome />}
  >
    {children ?? words.failure.missingHint}
  </Say>
);

const Broken = ({ whole }: WholeProps) => (
  <Say
    whole={whole}
    mark={<Mark name="failed" />}
    title={words.failure.broken}
    actions={<Button onClick={() => location.reload()}>{words.failure.again}</Button>}
  >
    {words.failure.brokenHint}
  </Say>
);
