import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, path } from '@/lib/http';
import { pagedQuery } from '@/lib/paged';

/** What a person was told within the house; everyone sees their own alone. */
export interface Notification {
  readonly id: string;
  readonly text: string;
  readonly to: string;
  /** What it leads to, such as deal/42. */
  readonly about: string | null;
  readonly run: string | null;
  readonly actor: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}

export interface Unread {
  readonly unread: number;
}

export const notificationsLine = '/v1/notifications/stream';

export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: ({ signal }) => call<Unread>('/v1/notifications/unread', { signal }),
});

/** What the person was told, the newest first; what is told meanwhile is read again (`useBeingTold`). */
export const notificationsQuery = (unread: boolean) =>
  pagedQuery<Notification>({
    key: ['notifications', 'list'],
    path: '/v1/notifications',
    asked: { unread: unread || undefined },
  });

const aboutMe = ['notifications'];

/** Notes that one was read, or all where none is named. */
export function useRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string | undefined) =>
      call<unknown>(
        id === undefined ? '/v1/notifications/read' : path`/v1/notifications/${id}/read`,
        {
          method: 'POST',
        },
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: aboutMe }),
  });
}
