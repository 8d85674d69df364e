import { getRouteApi } from '@tanstack/react-router';
import { Forbidden } from '@/components/failure';
import { Here } from '@/components/here';
import { Composer } from '@/features/events/composer';
import { draftAgain, emptyDraft } from '@/features/events/draft-event';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { useMe } from '@/lib/api/me';
import { eventsWords } from '@/lib/words/events';

const route = getRouteApi('/house/events/new');

export function NewEvent() {
  const again = route.useLoaderData();
  const { subject } = route.useSearch();
  return (
    <>
      <Here
        title={eventsWords.compose.title}
        way={[{ name: eventsWords.title, to: '/events' }]}
        heading
      />
      <ConnectionStrip />
      {useMe().role === 'viewer' ? (
        <Forbidden whole={false} detail={eventsWords.compose.forbidden} />
      ) : (
        <Composer
          key={again?.id ?? ''}
          from={again?.id ?? subject ?? ''}
          first={again ? draftAgain(again) : emptyDraft(subject)}
          {...(again && { note: eventsWords.compose.repeats(again.subject || again.type) })}
        />
      )}
    </>
  );
}
