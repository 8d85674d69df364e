import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { meQuery } from '@/lib/api/me';
import { type Notification, notificationsLine, unreadQuery } from '@/lib/api/notifications';
import { overviewKey } from '@/lib/api/overview';
import { path } from '@/lib/http';
import { type LineState, useLine, useWhenFirstLive } from '@/lib/stream';
import { toast } from '@/lib/toasts';
import { words } from '@/lib/words';

/** What the person is told from now on, at the edge of whatever page they are on. */
export function useBeingTold(): LineState {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const hear = useCallback(
    ({ data }: { readonly data: string }) => {
      const { id, text, run } = JSON.parse(data) as Notification;
      void queries.invalidateQueries({ queryKey: unreadQuery.queryKey.slice(0, 1) });
      // Whatever somebody is told of has changed how the house stands.
      void queries.invalidateQueries({ queryKey: overviewKey });
      toast({
        id,
        tone: 'told',
        says: text,
        ...(run && {
          action: { says: words.open, does: () => void navigate({ to: path`/runs/${run}` }) },
        }),
      });
    },
    [queries, navigate],
  );
  const line = useLine(notificationsLine, hear);
  // Only where something is known from before it stood, on a line that came late.
  const readAgain = useCallback(() => {
    if (queries.getQueryData(unreadQuery.queryKey) !== undefined)
      void queries.invalidateQueries({ queryKey: unreadQuery.queryKey.slice(0, 1) });
  }, [queries]);
  useWhenFirstLive(line, readAgain);
  const refused = line.is === 'closed' && line.status === 401;
  useEffect(() => {
    // The session has ended: whoever asks who is here finds the door.
    if (refused) void queries.invalidateQueries({ queryKey: meQuery.queryKey });
  }, [queries, refused]);
  return line;
}
