import { StateMark } from '@/components/state-mark';
import { useHold } from '@/lib/api/hold';
import { useMe } from '@/lib/api/me';
import { useRunCounts } from '@/lib/api/runs';
import { number } from '@/lib/format';
import { kindOf } from '@/lib/people';
import { shellWords } from '@/lib/words/shell';

/** What operations keep an eye on, on every page: how much runs, and whether anything is stopped. */
export function Watch() {
  const watches = kindOf(useMe().role) === 'operations';
  const running = useRunCounts()?.running;
  const hold = useHold(watches);
  if (!watches || running === undefined) return null;
  return (
    <span className="hidden flex-none items-center gap-3 text-xs whitespace-nowrap text-ink-2 two:flex">
      <span>
        <b className="font-semibold text-ink">{number(running)}</b> {shellWords.running}
      </span>
      {hold && (
        <span className="max-three:hidden">
          {hold.held ? <StateMark state="halted" word={shellWords.held} /> : shellWords.noHalt}
        </span>
      )}
    </span>
  );
}
