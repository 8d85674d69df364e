import type { ReactNode } from 'react';
import { SectionHead } from '@/components/section-head';
import { type Readiness, useReadiness } from '@/lib/api/readiness';
import { words } from '@/lib/words';

/** Where to look further: version, the API's address, Temporal's own page. */
export function AboutHouse() {
  const { data } = useReadiness();
  return (
    <section aria-labelledby="about-house">
      <SectionHead id="about-house" title={words.house.title} />
      <dl className="grid grid-cols-[84px_minmax(0,1fr)] gap-x-3 gap-y-1 p-3 two:px-4">
        <Fact name={words.house.version}>{data?.version ?? words.parts.unknown}</Fact>
        <Fact name={words.house.api}>
          <span className="mono wrap-anywhere">
            {location.origin}
            <wbr />
            /v1
          </span>
        </Fact>
        <Fact name={words.house.temporal}>
          {data ? <Temporal ui={data.temporalUi} /> : words.parts.unknown}
        </Fact>
      </dl>
    </section>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt className="text-ink-3">{name}</dt>
    <dd>{children}</dd>
  </>
);

const Temporal = ({ ui }: { readonly ui: Readiness['temporalUi'] }) =>
  ui ? (
    <a href={ui} target="_blank" rel="noreferrer" className="link">
      {words.house.temporalLink}
    </a>
  ) : (
    words.house.noTemporal
  );
