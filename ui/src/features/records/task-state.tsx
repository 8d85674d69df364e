import { StateMark } from '@/components/state-mark';
import { type KeptRecord, textOf } from '@/lib/api/records';
import { useNow } from '@/lib/now';
import { recordsWords } from '@/lib/words/records';

export const isDone = (task: KeptRecord) => textOf(task, 'state') === 'done';

/** Open, overdue or done. */
export function TaskState({ task }: { readonly task: KeptRecord }) {
  const now = useNow(60_000);
  if (isDone(task)) return <StateMark state="finished" word={recordsWords.task.done} />;
  const isLate = textOf(task, 'due') !== '' && Date.parse(textOf(task, 'due')) < now;
  return isLate ? (
    <StateMark state="warning" word={recordsWords.task.overdue} />
  ) : (
    <StateMark state="queued" word={recordsWords.task.open} />
  );
}
