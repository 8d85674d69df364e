import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '@/components/failure';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Confirm } from '@/components/ui/confirm';
import { LoadingRows } from '@/components/ui/loading-rows';
import { TimeText } from '@/components/ui/time-text';
import {
  type OwnSession,
  ownSessionsQuery,
  useEndOtherSessions,
  useEndSession,
} from '@/lib/api/own-sessions';
import { browserOf } from '@/lib/browser-of';
import { toast } from '@/lib/toasts';
import { settingsWords } from '@/lib/words/settings';

/** Where the person is signed in; each place but this one can be ended from here. */
export function OwnSessions() {
  const { data, error, refetch } = useQuery(ownSessionsQuery);
  if (data)
    return (
      <>
        <ul className="border-t border-line">
          {data.items.map((session) => (
            <One key={session.id} session={session} />
          ))}
        </ul>
        <EndOthers count={data.items.filter(({ current }) => !current).length} />
      </>
    );
  if (!error) return <LoadingRows />;
  return (
    <Failure error={error} title={settingsWords.sessions.failed} onRetry={() => void refetch()} />
  );
}

function nameOf({ device }: OwnSession): string {
  const known = browserOf(device);
  if (known) return settingsWords.sessions.on(known.browser, known.system);
  return device === '' ? settingsWords.sessions.unknown : device;
}

function One({ session }: { readonly session: OwnSession }) {
  const end = useEndSession();
  const name = nameOf(session);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2 two:px-4">
      <div className="min-w-0 flex-1 basis-56">
        <span className="flex items-center gap-2">
          <span className="truncate font-medium" title={session.device}>
            {name}
          </span>
          {session.current && <Chip filled>{settingsWords.sessions.current}</Chip>}
        </span>
        <span className="text-xs text-ink-3">
          {settingsWords.sessions.opened} <TimeText at={session.openedAt} />,{' '}
          {settingsWords.sessions.ends} <TimeText at={session.endsAt} />
        </span>
      </div>
      {!session.current && (
        <Button
          size="small"
          busy={end.isPending}
          onClick={() =>
            end.mutate(session.id, {
              onSuccess: () => toast({ tone: 'done', says: settingsWords.sessions.ended(1) }),
              onError: ({ message }) =>
                toast({ tone: 'failed', says: settingsWords.sessions.notEnded(message) }),
            })
          }
        >
          {settingsWords.sessions.end}
          <span className="sr-only">{name}</span>
        </Button>
      )}
    </li>
  );
}

function EndOthers({ count }: { readonly count: number }) {
  const [asked, setAsked] = useState(false);
  const end = useEndOtherSessions();
  if (count === 0) return null;
  return (
    <div className="px-3 py-2.5 two:px-4">
      <Button onClick={() => setAsked(true)}>{settingsWords.sessions.endOthers(count)}</Button>
      <Confirm
        open={asked}
        onClose={() => setAsked(false)}
        title={settingsWords.sessions.endOthersTitle}
        about={settingsWords.sessions.endOthersAbout}
        does={settingsWords.sessions.endOthersDoes}
        busy={end.isPending}
        refused={end.error?.message}
        onConfirm={() =>
          end.mutate(undefined, {
            onSuccess: ({ ended }) => {
              setAsked(false);
              toast({ tone: 'done', says: settingsWords.sessions.ended(ended) });
            },
          })
        }
      />
    </div>
  );
}
