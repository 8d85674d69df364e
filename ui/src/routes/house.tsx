import {
  createRoute,
  type ErrorComponentProps,
  Link,
  Outlet,
  redirect,
  useMatches,
  useNavigate,
  useRouter,
  useRouterState,
} from '@tanstack/react-router';
import { Activity, Gauge } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { Crumbs } from '@/components/crumbs';
import { Failure } from '@/components/failure';
import { Flag } from '@/components/flag';
import { Frame } from '@/components/frame';
import { NavGroup, NavLink, TabBar, TabLink } from '@/components/nav';
import { Connection } from '@/features/house/connection';
import { MeButton, MeMenu } from '@/features/session/me-menu';
import { meQuery, useMe } from '@/lib/api/me';
import { readinessEvery } from '@/lib/api/readiness';
import { Refused } from '@/lib/http';
import { type KeyBinding, useKeys } from '@/lib/keys';
import { words } from '@/lib/words';
import { rootRoute } from './root';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** A page with a left pane of its own folds the sidebar to a rail. */
    readonly railed?: boolean;
    /** How the page is called in the bar. */
    readonly name?: string;
  }
}

/** Everything behind the door: who is not signed in is led to it and back. */
export const houseRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'house',
  beforeLoad: async ({ context: { queries }, location }) => {
    try {
      await queries.ensureQueryData(meQuery);
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 401) throw error;
      throw redirect({
        to: '/sign-in',
        search: location.href === '/' ? {} : { from: location.href },
      });
    }
  },
  component: House,
  pendingComponent: Opening,
  errorComponent: NobodyThere,
});

function House() {
  const me = useMe();
  const page = useFocusOnNewPage();
  const navigate = useNavigate();
  const here = useMatches().at(-1);
  const railed = here?.staticData.railed ?? false;
  useHouseKeys();
  return (
    <>
      <Frame
        house={me.tenant.name}
        railed={railed}
        nav={<Nav railed={railed} />}
        tabs={<Tabs />}
        me={<MeButton alone={railed} />}
        meInBar={<MeButton alone />}
        crumbs={<Way />}
        watch={<Connection />}
        page={page}
      >
        <Outlet />
      </Frame>
      <MeMenu onSignedOut={() => void navigate({ to: '/sign-in' })} />
    </>
  );
}

/** A new page starts for the keyboard and the screen reader where it starts for the eye. */
function useFocusOnNewPage() {
  const page = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const seen = useRef(path);
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== path)
      page.current?.focus({ preventScroll: true });
    seen.current = path;
  }, [path]);
  return page;
}

function useHouseKeys(): void {
  const navigate = useNavigate();
  const keys = useMemo<readonly KeyBinding[]>(
    () => [
      { keys: [['G', 'H']], says: words.keys.home, does: () => void navigate({ to: '/' }) },
      { keys: [['G', 'R']], says: words.keys.runs, does: () => void navigate({ to: '/runs' }) },
    ],
    [navigate],
  );
  useKeys(keys);
}

const Nav = ({ railed }: { readonly railed: boolean }) => (
  <>
    <NavGroup label={words.nav.main} railed={railed}>
      <NavLink to="/" icon={Gauge} name={words.nav.home} railed={railed} />
    </NavGroup>
    <NavGroup label={words.nav.log} railed={railed} headed>
      <NavLink to="/runs" icon={Activity} name={words.nav.runs} railed={railed} />
    </NavGroup>
  </>
);

const Tabs = () => (
  <TabBar>
    <TabLink to="/" icon={Gauge} name={words.nav.home} />
    <TabLink to="/runs" icon={Activity} name={words.nav.runs} />
  </TabBar>
);

function Way() {
  const here = useMatches().at(-1);
  const params = here?.params as { id?: string } | undefined;
  const way = params?.id
    ? [
        <Link key="runs" to="/runs" className="hover:underline">
          {words.nav.runs}
        </Link>,
      ]
    : [];
  return <Crumbs way={way} here={params?.id ?? here?.staticData.name ?? words.nav.home} />;
}

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

function Opening() {
  return (
    <Outside>
      <p role="status" className="px-5 pt-2 text-ink-3">
        {words.opening}
      </p>
    </Outside>
  );
}

function NobodyThere({ error }: ErrorComponentProps) {
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
