import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Flag } from '@/components/shell/flag';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { landingOf, useKnows } from '@/features/shell/rooms';
import { SeaChart } from '@/features/session/sea-chart';
import { SignInForm } from '@/features/session/sign-in-form';
import { isNewHere, type Me } from '@/lib/api/me';
import { words } from '@/lib/words';
import { sessionWords } from '@/lib/words/session';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { from } = route.useSearch();
  const router = useRouter();
  const knows = useKnows();
  return (
    <>
      <title>{words.title(sessionWords.signIn.title)}</title>
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
              <SignInForm
                onSignedIn={(me) => router.history.push(from ?? firstPageOf(me, knows))}
              />
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

const firstPageOf = (me: Me, knows: (path: string) => boolean) =>
  isNewHere(me) ? '/welcome' : landingOf(me.role, knows);

const Heading = () => (
  <div>
    <h1 className="text-xl tracking-tight">{sessionWords.signIn.title}</h1>
    <p className="mt-1 text-ink-2">{words.tagline}</p>
  </div>
);

const FirstTime = () => (
  <p className="text-xs text-ink-3">
    {sessionWords.signIn.firstTime} <code className="mono text-ink-2">./pilothouse up</code>{' '}
    {sessionWords.signIn.firstTimeFile} <code className="mono text-ink-2">first-login.json</code>{' '}
    {sessionWords.signIn.firstTimeEnd}
  </p>
);
