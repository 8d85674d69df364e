import { Link } from '@tanstack/react-router';
import { SectionHead } from '@/components/section-head';
import { buttonStyle } from '@/components/ui/button';
import type { Accepted } from '@/lib/api/events';
import { eventsWords } from '@/lib/words/events';
import { CausedRun } from './caused-run';

/** Where the event went, live until its runs have ended. */
export const Outcome = ({ accepted }: { readonly accepted: Accepted | undefined }) => (
  <section aria-labelledby="outcome" className="border-line max-three:border-t three:border-l">
    <SectionHead id="outcome" title={eventsWords.compose.result}>
      {accepted && (
        <Link
          to="/events/$id"
          params={{ id: accepted.id }}
          className={buttonStyle({ size: 'small' })}
        >
          {eventsWords.compose.open}
        </Link>
      )}
    </SectionHead>
    {accepted ? (
      <div className="py-1">
        <Ways key={accepted.id} accepted={accepted} />
      </div>
    ) : (
      <p className="p-3 text-ink-3 two:px-4">{eventsWords.compose.resultNone}</p>
    )}
  </section>
);

/** One line with stations for each run that it started. */
const Ways = ({ accepted }: { readonly accepted: Accepted }) =>
  accepted.runs.length < 2 ? (
    <CausedRun accepted={accepted} />
  ) : (
    accepted.runs.map((run) => <CausedRun key={run} accepted={{ ...accepted, runs: [run] }} />)
  );
