import { getRouteApi } from '@tanstack/react-router';
import { Here } from '@/components/here';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { NotificationsPage } from '@/features/notifications/notifications-page';
import { notificationsWords } from '@/lib/words/notifications';

const route = getRouteApi('/house/notifications');

export function Notifications() {
  const { unread } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Here title={notificationsWords.title} heading />
      <ConnectionStrip />
      <NotificationsPage
        unreadOnly={unread ?? false}
        onUnreadOnly={(only) =>
          void navigate({ search: { unread: only || undefined }, replace: true })
        }
      />
    </>
  );
}
