import { Confirm } from '@/components/ui/confirm';
import { type ApiKey, useWithdrawKey } from '@/lib/api/keys';
import { toast } from '@/lib/toasts';
import { settingsWords } from '@/lib/words/settings';

interface WithdrawKeyProps {
  readonly of: ApiKey;
  readonly onClose: () => void;
}

/** It cannot be undone, and says so before. */
export function WithdrawKey({ of: { id, name }, onClose }: WithdrawKeyProps) {
  const withdraw = useWithdrawKey();
  return (
    <Confirm
      open
      danger
      onClose={onClose}
      title={settingsWords.apiKeys.withdrawTitle(name)}
      about={settingsWords.apiKeys.withdrawAbout}
      does={settingsWords.apiKeys.withdrawDoes}
      busy={withdraw.isPending}
      refused={withdraw.error?.message}
      onConfirm={() =>
        withdraw.mutate(id, {
          onSuccess: () => {
            onClose();
            toast({ tone: 'done', says: settingsWords.apiKeys.gone(name) });
          },
        })
      }
    />
  );
}
