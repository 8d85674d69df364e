import { Button } from '@/components/button';
import { SectionHead } from '@/components/section-head';
import { Strip } from '@/components/strip';
import { Unreachable } from '@/lib/http';
import { words } from '@/lib/words';
import { CausedRun } from './caused-run';
import type { TestEvent } from './test-event';

/** Sends one event and shows what became of it, live, until it has ended. */
export function TestEventPane({ event }: { readonly event: TestEvent }) {
  const { send, isPending, accepted, error } = event;
  return (
    <section aria-labelledby="test-event" className="border-b border-line">
      <SectionHead id="test-event" title={words.testEvent.title} />
      <div className="grid justify-items-start gap-2.5 p-3 two:px-4">
        <p className="text-ink-2">{words.testEvent.lead}</p>
        <Button look="primary" onClick={send} busy={isPending}>
          {isPending ? words.testEvent.sending : labelFor(event)}
        </Button>
      </div>
      {error && <NotAccepted error={error} />}
      {accepted && !error && (
        <div className="border-t border-line py-1">
          <CausedRun key={accepted.id} accepted={accepted} />
        </div>
      )}
    </section>
  );
}

function labelFor({ accepted, error }: TestEvent): string {
  if (error instanceof Unreachable) return words.testEvent.retry;
  return accepted ? words.testEvent.again : words.testEvent.send;
}

const NotAccepted = ({ error }: { readonly error: Error }) =>
  error instanceof Unreachable ? (
    <Strip tone="lost" title={words.testEvent.lost} />
  ) : (
    <Strip tone="failed" title={words.testEvent.refused}>
      {error.message}
    </Strip>
  );
