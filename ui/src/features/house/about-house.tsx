import { Fact, Facts } from '@/components/facts';
import { ExternalLink } from '@/components/ui/external-link';
import { type Readiness, useReadiness } from '@/lib/api/readiness';
import { homeWords } from '@/lib/words/home';

/** Where to look further: version, the API's address, Temporal's own page. */
export function AboutHouse() {
  const { data } = useReadiness();
  return (
    <div className="p-3 two:px-4">
      <Facts>
        <Fact name={homeWords.house.version}>{data?.version ?? homeWords.parts.unknown}</Fact>
        <Fact name={homeWords.house.api}>
          <span className="wrap-anywhere">
            {location.origin}
            <wbr />
            /v1
          </span>
        </Fact>
        <Fact name={homeWords.house.temporal}>
          {data ? <Temporal ui={data.temporalUi} /> : homeWords.parts.unknown}
        </Fact>
      </Facts>
    </div>
  );
}

const Temporal = ({ ui }: { readonly ui: Readiness['temporalUi'] }) =>
  ui ? (
    <ExternalLink href={ui}>{homeWords.house.temporalLink}</ExternalLink>
  ) : (
    homeWords.house.noTemporal
  );
