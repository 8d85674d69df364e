import { createRoute, useRouter } from '@tanstack/react-router';
import { Flag } from '@/components/flag';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { SeaChart } from '@/features/session/sea-chart';
import { SignInForm } from '@/features/session/sign-in-form';
import { words } from '@/lib/words';
import { rootRoute } from './root';

interface SignInSearch {
  /** Where the person wanted to go; a path of this page and nothing else. */
  readonly from?: string | undefined;
}

const isOwnPath = (path: unknown): path is string =>
  typeof path === 'string' && /^\/(?![/\\])/.test(path);

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  // Said outright, also when refused: what is left out would come through as it was in the address.
  validateSearch: ({ from }): SignInSearch => ({ from: isOwnPath(from) ? from : undefined }),
  component: SignInPage,
});

function SignInPage() {
  const { from } = signInRoute.useSearch();
  const router = useRouter();
  return (
    <>
      <title>{words.title(words.signIn.title)}</title>
      <div className="grid min-h-full bg-surface two:grid-cols-[400px_minmax(0,1fr)] three:grid-cols-[460px_minmax(0,1fr)]">
        <main className="flex flex-col">
          <ConnectionStrip />
          <div className="flex flex-1 flex-col px-6 py-7 two:px-10 three:px-14">
            <div className="flex items-center gap-2 font-semibold">
              <Flag />
              {words.product}
            </div>
            <div className="my-auto grid gap-3.5 py-8">
              <Heading />
              <SignInForm onSignedIn={() => router.history.push(from ?? '/')} />
              <FirstTime />
            </div>
            <p className="text-xs text-ink-3">{words.flag}</p>
          </div>
        </main>
        <SeaChart />
      </div>
    </>
  );
}

const Heading = () => (
  <div>
    <h1 className="text-xl tracking-tight">{words.signIn.title}</h1>
    <p className="mt-1 text-ink-2">{words.tagline}</p>
  </div>
);

const FirstTime = () => (
  <p className="text-xs text-ink-3">
    {words.signIn.firstTime} <code className="mono text-ink-2">./pilothouse up</code>{' '}
    {words.signIn.firstTimeFile} <code className="mono text-ink-2">first-login.json</code>{' '}
    {words.signIn.firstTimeEnd}
  </p>
);
