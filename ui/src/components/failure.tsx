import { Link } from '@tanstack/react-router';
import { Compass, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Refused, Unreachable } from '@/lib/http';
import { words } from '@/lib/words';
import { Button, buttonStyle } from './button';
import { Glyph } from './glyph';
import { Icon } from './icon';
import { Say } from './say';

interface FailureProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** What did not load, where the page can say it better than "this". */
  readonly title?: string;
  readonly hint?: string;
}

/** Not reachable, not allowed, not there and broken are four things and never look alike. */
export function Failure({ error, onRetry, title, hint }: FailureProps) {
  if (error instanceof Unreachable) return <NotReachable onRetry={onRetry} />;
  if (!(error instanceof Refused)) return <Broken />;
  if (error.status === 403) return <Forbidden detail={error.problem.detail} />;
  if (error.status === 404) return <NotThere />;
  return (
    <Say
      mark={<FailedMark />}
      title={title ?? words.failure.refused}
      actions={<Button onClick={onRetry}>{words.failure.again}</Button>}
    >
      {hint ?? words.failure.refusedHint} <Detail error={error} />
    </Say>
  );
}

const FailedMark = () => (
  <span className="text-st-failed">
    <Glyph name="failed" size={20} />
  </span>
);

const Detail = ({ error }: { readonly error: Refused }) => (
  <span className="mt-1 block text-xs text-ink-3">
    {words.failure.details}: {error.message}
  </span>
);

function NotReachable({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Say
      mark={
        <span className="text-st-paused">
          <Glyph name="retrying" size={20} />
        </span>
      }
      title={words.connection.lost}
      actions={<Button onClick={onRetry}>{words.connection.now}</Button>}
    >
      {words.connection.never}
    </Say>
  );
}

const GoHome = () => (
  <Link to="/" className={buttonStyle()}>
    {words.failure.back}
  </Link>
);

const Forbidden = ({ detail }: { readonly detail: string | undefined }) => (
  <Say mark={<Icon of={Lock} size={20} />} title={words.failure.forbidden} actions={<GoHome />}>
    {detail ?? words.failure.forbiddenHint}
  </Say>
);

interface NotThereProps {
  readonly title?: string;
  readonly children?: ReactNode;
}

export const NotThere = ({ title, children }: NotThereProps) => (
  <Say
    mark={<Icon of={Compass} size={20} />}
    title={title ?? words.failure.missing}
    actions={<GoHome />}
  >
    {children ?? words.failure.missingHint}
  </Say>
);

const Broken = () => (
  <Say
    mark={<FailedMark />}
    title={words.failure.broken}
    actions={<Button onClick={() => location.reload()}>{words.failure.again}</Button>}
  >
    {words.failure.brokenHint}
  </Say>
);
