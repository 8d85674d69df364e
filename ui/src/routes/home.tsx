import { useQuery } from '@tanstack/react-query';
import { createRoute, Link, redirect } from '@tanstack/react-router';
import { Activity } from 'lucide-react';
import { NothingYet } from '@/components/empty';
import { Failure } from '@/components/failure';
import { Here } from '@/components/here';
import { LogLine } from '@/components/log-line';
import { SectionHead } from '@/components/section-head';
import { buttonStyle } from '@/components/ui/button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { Segments } from '@/components/ui/segments';
import { Charts } from '@/features/home/charts';
import { Intake } from '@/features/home/intake';
import { LogBook } from '@/features/home/log-book';
import { Needy } from '@/features/home/needy';
import { Readings } from '@/features/home/readings';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { RunsTable } from '@/features/runs/runs-table';
import { FirstPasswordNotice } from '@/features/session/first-password-notice';
import { isNewHere, meQuery, useMe } from '@/lib/api/me';
import { type Overview, overviewQuery, type Span, spans } from '@/lib/api/overview';
import type { RunSummary } from '@/lib/api/runs';
import { useListKeys } from '@/lib/list-keys';
import { useNow } from '@/lib/now';
import { summaryLine } from '@/lib/run/summary-line';
import { type Reader, searchOf } from '@/lib/search-of';
import { soon } from '@/lib/soon';
import { todayInWords, watchAt } from '@/lib/time';
import { homeWords } from '@/lib/words/home';
import { runsWords } from '@/lib/words/runs';
import { houseRoute, type Visit } from './house';

const usual: Span = 24;

const span: Reader<Span> = (found) =>
  spans.find((hours) => hours !== usual && hours === Number(found));

const search = searchOf({ hours: span });

/** Whoever has a new house in their hands begins with its first steps. */
async function leadIn({ context: { queries } }: Visit): Promise<void> {
  if (isNewHere(await queries.ensureQueryData(meQuery))) throw redirect({ to: '/welcome' });
}

/** The one page that is not lazy: most people begin here, and a file less is a request less. */
export const homeRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/',
  validateSearch: search,
  beforeLoad: leadIn,
  // What is there in a moment is drawn at once; nobody waits for more, and the page says what failed.
  loader: ({ context: { queries }, location }) =>
    soon(queries.ensureQueryData(overviewQuery(search(location.search).hours ?? usual))),
  component: HomePage,
});

function HomePage() {
  const { hours = usual } = homeRoute.useSearch();
  const { data, error, refetch } = useQuery(overviewQuery(hours));
  useListKeys('[data-row]', homeWords.needy.next);
  return (
    <>
      <Here title={homeWords.home.title} />
      <Head hours={hours} />
      <ConnectionStrip />
      <FirstPasswordNotice />
      <div className={`flex flex-1 flex-col ${data && error ? 'grayscale' : ''}`}>
        <Readings overview={data} />
        {data && <Body overview={data} hours={hours} />}
        {!data && !error && <LoadingRows />}
        {!data && error && (
          <Failure
            error={error}
            title={homeWords.home.failed}
            hint={homeWords.home.failedHint}
            onRetry={() => void refetch()}
          />
        )}
      </div>
    </>
  );
}

function Head({ hours }: { readonly hours: Span }) {
  const now = useNow(30_000);
  const navigate = homeRoute.useNavigate();
  return (
    <div className="flex flex-none flex-wrap items-center gap-x-2.5 gap-y-2 px-3 pt-2.5 pb-2 two:px-4">
      <h1 className="text-lg">{homeWords.home.watch[watchAt(now)]}</h1>
      <span className="text-ink-3 max-two:hidden">{todayInWords(now)}</span>
      <span className="ml-auto">
        <Segments
          label={homeWords.home.span}
          value={String(hours)}
          onChange={(chosen) => {
            const wanted = span(chosen);
            void navigate({ search: { hours: wanted }, replace: true });
          }}
          segments={spans.map((each) => ({
            value: String(each),
            name: homeWords.home.spans[each],
          }))}
        />
      </span>
    </div>
  );
}

const Body = ({ overview, hours }: { readonly overview: Overview; readonly hours: Span }) => (
  <>
    <Charts overview={overview} hours={hours} />
    <div className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start two:grid-cols-[minmax(0,1fr)_300px] two:content-stretch three:grid-cols-[minmax(0,1fr)_372px]">
      <div>
        <Needy runs={overview.needy} />
        <UnderWay overview={overview} />
      </div>
      <div className="border-line two:border-l">
        <Intake intake={overview.intake} from={overview.from} span={homeWords.home.spans[hours]} />
        <LogBook entries={overview.entries} />
      </div>
    </div>
  </>
);

const drawn = (now: number) => (run: RunSummary) => <LogLine segments={summaryLine(run, now)} />;

function UnderWay({ overview: { runs } }: { readonly overview: Overview }) {
  const now = useNow(1_000);
  return (
    <section aria-labelledby="under-way">
      <SectionHead id="under-way" title={homeWords.runs.title}>
        {runs.length > 0 && (
          <span className="text-xs text-ink-3 max-two:hidden">{homeWords.runs.also}</span>
        )}
        <Link to="/runs" className="link text-xs text-ink-2">
          {homeWords.runs.all}
        </Link>
      </SectionHead>
      {runs.length === 0 ? (
        <NoRun />
      ) : (
        <RunsTable
          brief
          runs={runs}
          label={runsWords.title}
          lineOf={drawn(now)}
          lineName={homeWords.runs.line}
        />
      )}
    </section>
  );
}

const NoRun = () => (
  <NothingYet
    icon={Activity}
    title={homeWords.runs.none}
    actions={
      useMe().role === 'admin' && (
        <Link to="/welcome" className={buttonStyle()}>
          {homeWords.runs.first}
        </Link>
      )
    }
  >
    {homeWords.runs.noneHint}
  </NothingYet>
);
