import {
  createRoute,
  type ErrorComponentProps,
  Outlet,
  redirect,
  useMatches,
  useNavigate,
  useRouter,
} from '@tanstack/react-router';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { Failure } from '@/components/failure';
import { Flag } from '@/components/shell/flag';
import { Frame } from '@/components/shell/frame';
import { Toaster } from '@/components/ui/toaster';
import { Connection } from '@/features/house/connection';
import { useBeingTold } from '@/features/house/told';
import { Watch } from '@/features/house/watch';
import { Bell } from '@/features/notifications/bell';
import { MeButton, MeMenu } from '@/features/session/me-menu';
import { FindButton } from '@/features/shell/find-button';
import { FoldButton, useRailed } from '@/features/shell/fold-button';
import { useHouseCommands } from '@/features/shell/house-commands';
import { useHouseKeys } from '@/features/shell/house-keys';
import { Overlays } from '@/features/shell/overlays';
import { RoomNav, RoomTabs } from '@/features/shell/room-nav';
import { meQuery, useMe } from '@/lib/api/me';
import { readinessEvery } from '@/lib/api/readiness';
import { Refused } from '@/lib/http';
import { useKeptSearches } from '@/lib/last-search';
import { useTwo } from '@/lib/media';
import { words } from '@/lib/words';
import type { RouterContext } from './context';
import { rootRoute } from './root';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** A page with a left pane of its own folds the sidebar to a rail. */
    readonly railed?: boolean;
  }
}

export interface Visit {
  readonly context: RouterContext;
  readonly location: { readonly href: string };
}

/** Who is not signed in is led to the door and back. */
export async function signedIn({ context: { queries }, location }: Visit): Promise<void> {
  try {
    await queries.ensureQueryData(meQuery);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    throw redirect({
      to: '/sign-in',
      search: location.href === '/' ? {} : { from: location.href },
    });
  }
}

/** Everything behind the door. */
export const houseRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'house',
  beforeLoad: signedIn,
  component: House,
  pendingComponent: Opening,
  errorComponent: NobodyThere,
});

function House() {
  const page = useFocusOnNewPage();
  useKeptSearches();
  const navigate = useNavigate();
  const railed = useRailed(
    useMatches({ select: (matches) => matches.at(-1)?.staticData.railed ?? false }),
  );
  const two = useTwo();
  return (
    <>
      <Frame
        house={useMe().tenant.name}
        railed={railed}
        fold={<FoldButton railed={railed} />}
        nav={<RoomNav railed={railed} />}
        tabs={!two && <RoomTabs />}
        me={<MeButton alone={railed} />}
        bar={<Bar />}
        page={page}
      >
        <Outlet />
      </Frame>
      <MeMenu
        // Nothing can be saved any more, so nothing holds the way out.
        onSignedOut={() => void navigate({ to: '/sign-in', ignoreBlocker: true })}
      />
      <Overlays />
      <Toaster />
      <AtHand railed={railed} />
    </>
  );
}

/** Draws nothing, so that what a page says of itself does not draw the whole frame once more. */
function AtHand({ railed }: { readonly railed: boolean }) {
  useHouseKeys();
  useHouseCommands(railed);
  return null;
}

function Bar() {
  const line = useBeingTold();
  return (
    <>
      <FindButton />
      <Connection line={line} />
      <Watch />
      <Bell line={line} />
      <span className="two:hidden">
        <MeButton alone />
      </span>
    </>
  );
}

/** A new page starts for the keyboard and the screen reader where it starts for the eye. */
function useFocusOnNewPage() {
  const page = useRef<HTMLElement>(null);
  const router = useRouter();
  useLayoutEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation !== undefined && pathChanged && !goesOn())
          page.current?.focus({ preventScroll: true });
      }),
    [router],
  );
  return page;
}

/** Whoever goes along tabs, or along a list that stays, is still there, and goes on from there. */
const goesOn = () => Boolean(document.activeElement?.closest('[role=tablist], [data-row]'));

/** Before anything is known of the house there is no frame to stand in. */
function Outside({ children }: { readonly children: ReactNode }) {
  return (
    <main className="grid min-h-full place-content-center bg-surface p-4">
      <div className="flex items-center gap-2 px-5 font-semibold">
        <Flag />
        {words.product}
      </div>
      {children}
    </main>
  );
}

export function Opening() {
  return (
    <Outside>
      <p role="status" className="px-5 pt-2 text-ink-3">
        {words.opening}
      </p>
    </Outside>
  );
}

export function NobodyThere({ error }: ErrorComponentProps) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => void router.invalidate(), readinessEvery);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Outside>
      <Failure whole error={error} onRetry={() => void router.invalidate()} />
    </Outside>
  );
}
