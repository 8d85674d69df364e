import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell as Drawing } from 'lucide-react';
import { buttonStyle } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { unreadQuery } from '@/lib/api/notifications';
import type { LineState } from '@/lib/stream';
import { notificationsWords } from '@/lib/words/notifications';

/** In the bar of every page: how much the person was told and has not read. */
export function Bell({ line }: { readonly line: LineState }) {
  // Of what came before it stands the line says nothing: all is read once, when it does.
  const enabled = line.is !== 'connecting';
  const unread = useQuery({ ...unreadQuery, enabled }).data?.unread ?? 0;
  const says = notificationsWords.bell(unread);
  return (
    <Link
      to="/notifications"
      aria-label={says}
      title={says}
      className={`${buttonStyle({ look: 'quiet' })} relative w-(--control-h) px-0!`}
    >
      <Icon of={Drawing} />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0 right-0 min-w-3.5 rounded-full bg-ink px-1 text-center text-2xs leading-[14px] font-semibold text-on-ink forced-colors:border"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
