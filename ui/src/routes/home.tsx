import { createRoute } from '@tanstack/react-router';
import { TestEventPane } from '@/features/events/test-event-pane';
import { useTestEvent } from '@/features/events/test-event';
import { AboutHouse } from '@/features/house/about-house';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { PartsStrip } from '@/features/house/parts-strip';
import { NewestRuns } from '@/features/runs/newest-runs';
import { FirstPasswordNotice } from '@/features/session/first-password-notice';
import { useMe } from '@/lib/api/me';
import { useNow } from '@/lib/now';
import { todayInWords, watchAt } from '@/lib/time';
import { words } from '@/lib/words';
import { houseRoute } from './house';

export const homeRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/',
  staticData: { name: words.nav.home },
  component: HomePage,
});

function HomePage() {
  const event = useTestEvent(useMe().email);
  return (
    <>
      <title>{words.title(words.home.title)}</title>
      <div className="flex min-h-full flex-col">
        <Head />
        <ConnectionStrip />
        <FirstPasswordNotice />
        <PartsStrip />
        <div className={panes}>
          <div className="two:col-start-2 two:border-l two:border-line">
            <TestEventPane event={event} />
          </div>
          <div className="two:col-start-1 two:row-span-2 two:row-start-1">
            <NewestRuns onSend={event.send} />
          </div>
          <div className="two:col-start-2 two:border-l two:border-line">
            <AboutHouse />
          </div>
        </div>
      </div>
    </>
  );
}

/** Runs at the left, what one can do beside them; on a phone the doing comes first. */
const panes =
  'grid flex-1 grid-cols-[minmax(0,1fr)] content-start two:grid-cols-[minmax(0,1fr)_300px] ' +
  'two:grid-rows-[auto_1fr] three:grid-cols-[minmax(0,1fr)_372px]';

function Head() {
  const now = useNow(30_000);
  return (
    <div className="flex flex-none flex-wrap items-baseline gap-x-2.5 px-3 pt-3 pb-2.5 two:px-4">
      <h1 className="text-lg">{words.home.watch[watchAt(now)]}</h1>
      <span className="text-ink-3">{todayInWords(now)}</span>
    </div>
  );
}
