import { Glyph } from '@/components/glyph';
import { SectionHead } from '@/components/section-head';
import { StateMark } from '@/components/state-mark';
import { buttonStyle } from '@/components/ui/button';
import { RowLink } from '@/components/ui/table';
import { type ShownRun, titleOf } from '@/lib/api/runs';
import { number } from '@/lib/format';
import { useNow } from '@/lib/now';
import { stateOfRun } from '@/lib/states';
import { duration, spanOf } from '@/lib/time';
import { homeWords } from '@/lib/words/home';

/** What nobody but a person can help, then what failed and why. */
export const Needy = ({ runs }: { readonly runs: readonly ShownRun[] }) => (
  <section aria-labelledby="needy">
    <SectionHead id="needy" title={homeWords.needy.title}>
      {runs.length > 0 && (
        <span className="text-xs text-ink-3 max-two:hidden">{homeWords.needy.lead}</span>
      )}
    </SectionHead>
    {runs.length === 0 ? (
      <None />
    ) : (
      <ul aria-label={homeWords.needy.more(number(runs.length))}>
        {runs.map((run) => (
          <NeedyRun key={run.id} run={run} />
        ))}
      </ul>
    )}
  </section>
);

/** A calm company is one quiet line. */
const None = () => (
  <p className="flex items-center gap-1.5 border-b border-line px-3 py-2 two:px-4">
    <span className="text-st-finished">
      <Glyph name="finished" />
    </span>
    {homeWords.needy.none} <span className="text-ink-3">{homeWords.needy.noneHint}</span>
  </p>
);

function NeedyRun({ run }: { readonly run: ShownRun }) {
  const now = useNow(10_000);
  const asks = run.state === 'needs_person';
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5 border-b border-line px-3 py-2 hover:bg-hover two:h-row two:grid-cols-[142px_minmax(0,1fr)_64px_128px] two:px-4 two:py-0">
      <StateMark state={stateOfRun(run.state)} />
      <p
        className="max-two:order-3 max-two:col-span-full max-two:line-clamp-3 two:truncate"
        title={whyOf(run)}
      >
        <span className="font-medium">{titleOf(run)}</span>{' '}
        <span className="text-ink-2">{whyOf(run)}</span>
      </p>
      <span className="text-right whitespace-nowrap text-ink-3">
        {duration(spanOf(run.finishedAt ?? run.queuedAt, null, now))}
      </span>
      <RowLink
        to="/runs/$id"
        params={{ id: run.id }}
        className={`${buttonStyle({ size: 'small' })} justify-self-end max-two:absolute max-two:inset-0 max-two:size-auto max-two:border-0 max-two:bg-transparent`}
      >
        <span className="max-two:sr-only">
          {asks ? homeWords.needy.say : homeWords.needy.open}
          <span className="sr-only"> {titleOf(run)}</span>
        </span>
      </RowLink>
    </li>
  );
}

/** The step first: people know which one it is. */
function whyOf({ failure, stop, reason, automation }: ShownRun): string {
  if (failure) return `${failure.name}: ${failure.message}`;
  if (stop) return `${stop.step}: ${stop.words}`;
  return reason ?? automation;
}
