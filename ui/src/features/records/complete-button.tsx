import { Check, RotateCcw } from 'lucide-react';
import { Button, type ButtonProps } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type KeptRecord, nameOf, useChangeRecord, useCompleteTask } from '@/lib/api/records';
import { toast } from '@/lib/toasts';
import { recordsWords } from '@/lib/words/records';
import { isDone } from './task-state';

interface CompleteButtonProps extends Pick<ButtonProps, 'size' | 'look'> {
  readonly task: KeptRecord;
}

const refused = (error: Error) =>
  toast({ tone: 'failed', says: recordsWords.task.failed(error.message) });

/** Done and open again: both are one click, and each undoes the other. */
export function CompleteButton({ task, size, look }: CompleteButtonProps) {
  const complete = useCompleteTask();
  const change = useChangeRecord('tasks');
  const reopen = () =>
    change.mutate(
      { id: task.id, fields: { state: 'open' }, etag: undefined },
      { onError: refused },
    );
  const finish = () =>
    complete.mutate(task.id, {
      onError: refused,
      onSuccess: () =>
        toast({
          tone: 'done',
          says: recordsWords.task.completed(nameOf(task)),
          action: { says: recordsWords.task.undo, does: reopen },
        }),
    });
  const done = isDone(task);
  return (
    <Button
      size={size}
      look={done ? 'quiet' : look}
      busy={complete.isPending || change.isPending}
      onClick={done ? reopen : finish}
      className="relative z-1"
    >
      <Icon of={done ? RotateCcw : Check} size={14} />
      {done ? recordsWords.task.reopen : recordsWords.task.complete}
      <span className="sr-only">{nameOf(task)}</span>
    </Button>
  );
}
