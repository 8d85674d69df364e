import type { NavCount } from '@/components/shell/nav';
import { useRunCounts } from '@/lib/api/runs';
import { shellWords } from '@/lib/words/shell';
import type { Room } from './rooms';

/** What stands beside a door: how much there asks for somebody. */
export function useRoomCounts(): Partial<Record<Room['name'], NavCount>> {
  const needed = useRunCounts()?.needs_person ?? 0;
  if (needed === 0) return {};
  return { runs: { count: needed, says: shellWords.unknown(needed), tone: 'alarm' } };
}
