import { StateMark } from '@/components/state-mark';
import { Glyph } from '@/components/glyph';
import { lookOf } from '@/components/state-mark';
import type { Fault } from '@/lib/api/definitions';
import { definitionWords } from '@/lib/words/definition';
import type { CheckedNow } from './use-checkup';

interface ProblemListProps {
  readonly checkup: CheckedNow;
  readonly onGo: (line: number, column: number) => void;
}

/** All that the server has to say of the text, problems first; each leads to its place. */
export const ProblemList = ({ checkup, onGo }: ProblemListProps) => (
  <section
    aria-label={definitionWords.problems}
    className="flex max-h-[34%] min-h-9 flex-none flex-col border-t border-line"
  >
    <div className="flex h-9 flex-none items-center gap-3 px-3 two:px-4">
      <h2>{definitionWords.problems}</h2>
      <Counts checkup={checkup} />
      <span className="ml-auto text-xs text-ink-3" role="status">
        {statusOf(checkup)}
      </span>
    </div>
    <ul className="min-h-0 overflow-auto">
      {checkup.problems.map((fault) => (
        <Item key={keyOf(fault)} fault={fault} state="failed" onGo={onGo} />
      ))}
      {checkup.warnings.map((fault) => (
        <Item key={keyOf(fault)} fault={fault} state="warning" onGo={onGo} />
      ))}
    </ul>
  </section>
);

const keyOf = ({ path, message, line }: Fault) => `${path} ${line} ${message}`;

function statusOf({ known, current, failed, problems, warnings }: CheckedNow): string {
  if (failed) return definitionWords.notChecked;
  if (!current) return known ? definitionWords.checking : '';
  return problems.length + warnings.length === 0
    ? definitionWords.noProblem
    : definitionWords.checked;
}

const Counts = ({ checkup: { problems, warnings } }: Pick<ProblemListProps, 'checkup'>) => (
  <>
    {problems.length > 0 && (
      <StateMark state="failed" word={definitionWords.count.problems(problems.length)} />
    )}
    {warnings.length > 0 && (
      <StateMark state="warning" word={definitionWords.count.warnings(warnings.length)} />
    )}
  </>
);

interface ItemProps extends Pick<ProblemListProps, 'onGo'> {
  readonly fault: Fault;
  readonly state: 'failed' | 'warning';
}

const Item = ({ fault, state, onGo }: ItemProps) => {
  const { glyph, text } = lookOf(state);
  return (
    <li className="relative flex gap-2.5 border-t border-line px-3 py-1.5 two:px-4 hover:bg-hover">
      <span
        className={`mt-0.5 ${text}`}
        role="img"
        aria-label={state === 'failed' ? definitionWords.problem : definitionWords.warning}
      >
        <Glyph name={glyph} />
      </span>
      <span className="min-w-0 flex-1">
        {fault.path !== '' && <span className="mono mr-2 text-ink-3">{fault.path}</span>}
        <span className="wrap-anywhere">{fault.message}</span>{' '}
        <span className="text-ink-2">{fault.hint}</span>
      </span>
      {fault.line !== undefined && fault.line > 0 && (
        <button
          type="button"
          aria-label={`${definitionWords.at(fault.line, fault.column ?? 1)}: ${fault.message}`}
          title={definitionWords.goTo(fault.line)}
          onClick={() => onGo(fault.line ?? 1, fault.column ?? 1)}
          className="row-link flex-none text-xs whitespace-nowrap text-ink-3"
        >
          {definitionWords.at(fault.line, fault.column ?? 1)}
        </button>
      )}
    </li>
  );
};
