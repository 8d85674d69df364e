import { useInfiniteQuery } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { useRef } from 'react';
import { AllDone, NothingYet } from '@/components/empty';
import { Failure } from '@/components/failure';
import { Arrived } from '@/components/ui/arrived';
import { Button } from '@/components/ui/button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { More } from '@/components/ui/more';
import { Segments } from '@/components/ui/segments';
import { notificationsQuery, useRead } from '@/lib/api/notifications';
import { useArrivals, useHeld } from '@/lib/arrivals';
import { useListKeys } from '@/lib/list-keys';
import { rowsOf } from '@/lib/paged';
import { toast } from '@/lib/toasts';
import { notificationsWords } from '@/lib/words/notifications';
import { NotificationRow } from './notification-row';

interface NotificationsPageProps {
  readonly unreadOnly: boolean;
  readonly onUnreadOnly: (unreadOnly: boolean) => void;
}

export function NotificationsPage({ unreadOnly, onUnreadOnly }: NotificationsPageProps) {
  const { mutate, isPending } = useRead();
  const read = (id?: string) =>
    mutate(id, {
      onError: ({ message }) =>
        toast({ tone: 'failed', says: notificationsWords.notRead(message) }),
    });
  return (
    <>
      <div className="flex flex-none flex-wrap items-center gap-2 border-b border-line px-3 py-2 two:px-4">
        <Segments
          label={notificationsWords.which}
          value={unreadOnly ? 'unread' : 'all'}
          onChange={(which) => onUnreadOnly(which === 'unread')}
          segments={[
            { value: 'all', name: notificationsWords.all },
            { value: 'unread', name: notificationsWords.unread },
          ]}
        />
        <Button look="quiet" busy={isPending} onClick={() => read()} className="ml-auto">
          {notificationsWords.readAll}
        </Button>
      </div>
      <List key={String(unreadOnly)} unreadOnly={unreadOnly} onRead={read} />
    </>
  );
}

interface ListProps {
  readonly unreadOnly: boolean;
  readonly onRead: (id: string) => void;
}

function List({ unreadOnly, onRead }: ListProps) {
  useListKeys('[data-row]', notificationsWords.next);
  const self = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery(notificationsQuery(unreadOnly));
  const { rows, waiting, release } = useArrivals(rowsOf(list.data), useHeld(self));
  return (
    <div ref={self}>
      <Arrived count={waiting} onShow={release} />
      <ul aria-label={notificationsWords.title}>
        {rows.map((notification) => (
          <NotificationRow key={notification.id} notification={notification} onRead={onRead} />
        ))}
      </ul>
      {list.data && rows.length > 0 && <More list={list} says={notificationsWords.older} />}
      {list.data && rows.length === 0 && <None unreadOnly={unreadOnly} />}
      {list.isPending && <LoadingRows />}
      {list.error && !list.data && (
        <Failure
          error={list.error}
          title={notificationsWords.failed}
          hint={notificationsWords.failedHint}
          onRetry={() => void list.refetch()}
        />
      )}
    </div>
  );
}

const None = ({ unreadOnly }: { readonly unreadOnly: boolean }) =>
  unreadOnly ? (
    <AllDone title={notificationsWords.noneUnread}>{notificationsWords.noneUnreadHint}</AllDone>
  ) : (
    <NothingYet icon={Bell} title={notificationsWords.none}>
      {notificationsWords.noneHint}
    </NothingYet>
  );
