import { getRouteApi } from '@tanstack/react-router';
import { Here } from '@/components/here';
import { AboutPage } from '@/features/events/about-page';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { eventsWords } from '@/lib/words/events';

const route = getRouteApi('/house/events/about/$');

export function About() {
  const { _splat: subject = '' } = route.useParams();
  return (
    <>
      <Here title={subject} way={[{ name: eventsWords.title, to: '/events' }]} />
      <ConnectionStrip />
      <AboutPage subject={subject} />
    </>
  );
}
