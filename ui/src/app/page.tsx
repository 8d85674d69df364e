import { CSPProvider } from '@base-ui/react/csp-provider';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRouter, type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { Failure } from '@/components/failure';
import { meQuery } from '@/lib/api/me';
import { Refused } from '@/lib/http';
import { moment } from '@/lib/soon';
import { dismissAll } from '@/lib/toasts';
import { routeTree } from '@/routes/tree';

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: ReturnType<typeof pageOf>['router'];
  }
}

/** Router and cache of one page; a test makes its own with a history in memory. */
export function pageOf(history?: RouterHistory) {
  const onError = (error: Error) => {
    if (isSignedOut(error) && forget(queries)) void router.invalidate();
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    // Always: this page may stand on the same machine as its server, with no network at all.
    // No retries: what is live asks again anyway, and a failure is to be seen at once.
    defaultOptions: {
      queries: { networkMode: 'always', retry: false },
      mutations: { networkMode: 'always' },
    },
  });
  const router = createRouter({
    routeTree,
    context: { queries },
    defaultPreload: false,
    // Every list keeps its place on the way back; a new page begins at its top.
    scrollRestoration: true,
    scrollToTopSelectors: ['#page'],
    defaultPendingMs: moment,
    // What has come is shown; nobody waits for a "Loading" to have been read.
    defaultPendingMinMs: 0,
    defaultErrorComponent: ({ error }) => (
      <Failure whole error={error} onRetry={() => void router.invalidate()} />
    ),
    ...(history && { history }),
  });
  return { router, queries };
}

const isSignedOut = (error: Error) => error instanceof Refused && error.status === 401;

/** True once per session: several calls may learn at the same time that it has ended. */
function forget(queries: QueryClient): boolean {
  const known = queries.getQueryData(meQuery.queryKey) !== undefined;
  queries.removeQueries({ queryKey: meQuery.queryKey });
  dismissAll();
  return known;
}

export function Page({ router, queries }: ReturnType<typeof pageOf>) {
  return (
    // The page's policy refuses style elements: what is drawn stands in our own styles.
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </CSPProvider>
  );
}
