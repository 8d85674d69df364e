import { Link } from '@tanstack/react-router';
import { SectionHead } from '@/components/section-head';
import type { Overview, Source } from '@/lib/api/overview';
import { number } from '@/lib/format';
import { homeWords } from '@/lib/words/home';

interface IntakeProps extends Pick<Overview, 'intake' | 'from'> {
  readonly span: string;
}

/** What came in from where, and what it started. */
export const Intake = ({ intake, from, span }: IntakeProps) => (
  <section aria-labelledby="intake">
    <SectionHead id="intake" title={homeWords.intake.title}>
      <span className="text-xs text-ink-3">{span}</span>
    </SectionHead>
    {intake.sources.length === 0 ? (
      <p className="border-b border-line px-3 py-2 text-ink-3 two:px-4">{homeWords.intake.none}</p>
    ) : (
      <Sources sources={intake.sources} from={from} />
    )}
    {intake.more && (
      <p className="border-b border-line px-3 py-1.5 text-xs text-ink-3 two:px-4">
        {homeWords.intake.cut}
      </p>
    )}
  </section>
);

const head =
  'label h-[26px] border-b border-line-strong px-2 first:pl-3 last:pr-3 two:first:pl-4 two:last:pr-4';
const cell =
  'h-7 truncate border-b border-line px-2 first:pl-3 last:pr-3 two:first:pl-4 two:last:pr-4';

interface SourcesProps {
  readonly sources: readonly Source[];
  readonly from: string;
}

const Sources = ({ sources, from }: SourcesProps) => (
  <table className="w-full table-fixed border-separate border-spacing-0" aria-labelledby="intake">
    <thead>
      <tr>
        <th className={`${head} text-left`}>{homeWords.intake.source}</th>
        <th className={`${head} w-[70px] text-right`}>{homeWords.intake.received}</th>
        <th className={`${head} w-[64px] text-right`}>{homeWords.intake.refused}</th>
        <th className={`${head} w-[66px] text-right`}>{homeWords.intake.fired}</th>
      </tr>
    </thead>
    <tbody>
      {sources.map(({ source, received, refused, fired }) => (
        <tr key={source}>
          <td className={cell} title={source}>
            {source}
          </td>
          <td className={`${cell} text-right`}>{number(received)}</td>
          <td className={`${cell} text-right ${refused > 0 ? 'text-st-failed' : 'text-ink-3'}`}>
            {refused > 0 ? (
              <Link
                to="/events"
                search={{ refused: true, source: source || undefined, from }}
                aria-label={homeWords.intake.why(number(refused))}
                className="link"
              >
                {number(refused)}
              </Link>
            ) : (
              number(refused)
            )}
          </td>
          <td className={`${cell} text-right ${fired > 0 ? '' : 'text-ink-3'}`}>{number(fired)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
