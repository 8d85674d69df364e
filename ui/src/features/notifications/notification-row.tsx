import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ActorText } from '@/components/actor-text';
import { Button } from '@/components/ui/button';
import { TimeText } from '@/components/ui/time-text';
import type { Notification } from '@/lib/api/notifications';
import { recordOf } from '@/lib/records-of';
import { notificationsWords } from '@/lib/words/notifications';

interface NotificationRowProps {
  readonly notification: Notification;
  readonly onRead: (id: string) => void;
}

/** What was told; it leads to what it is about, and whoever follows it has read it. */
export function NotificationRow({ notification, onRead }: NotificationRowProps) {
  const { id, text, about, actor, createdAt, readAt } = notification;
  const unread = readAt === null;
  return (
    <li className="relative grid grid-cols-[12px_minmax(0,1fr)_auto] items-start gap-x-2.5 border-b border-line px-3 py-2 hover:bg-hover two:px-4">
      <span className="mt-1.5 size-2">
        {unread && (
          <span className="block size-2 rounded-full bg-ink">
            <span className="sr-only">{notificationsWords.isUnread}</span>
          </span>
        )}
      </span>
      <div className="min-w-0">
        <Leads notification={notification} onFollow={() => unread && onRead(id)}>
          <span className={`wrap-anywhere ${unread ? 'font-medium' : 'text-ink-2'}`}>{text}</span>
        </Leads>
        <p className="flex flex-wrap items-center gap-x-3 text-xs text-ink-3 [&_a]:py-1">
          <TimeText at={createdAt} />
          <ActorText actor={actor} />
          {about && <span className="truncate">{about}</span>}
        </p>
      </div>
      {unread && (
        <Button size="small" look="quiet" className="relative z-1" onClick={() => onRead(id)}>
          {notificationsWords.read}
          <span className="sr-only">{text}</span>
        </Button>
      )}
    </li>
  );
}

interface LeadsProps {
  readonly notification: Notification;
  readonly onFollow: () => void;
  readonly children: ReactNode;
}

/** To the record or the thing it is about, else to the run that told it. */
function Leads({ notification: { about, run }, onFollow, children }: LeadsProps) {
  const record = about === null ? undefined : recordOf(about);
  const link = { 'data-row': '', className: 'row-link block', onClick: onFollow };
  if (record)
    return (
      <Link to="/records/$kind/$id" params={record} {...link}>
        {children}
      </Link>
    );
  if (about)
    return (
      <Link to="/events/about/$" params={{ _splat: about }} {...link}>
        {children}
      </Link>
    );
  if (run)
    return (
      <Link to="/runs/$id" params={{ id: run }} {...link}>
        {children}
      </Link>
    );
  return children;
}
