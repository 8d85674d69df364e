import { Fact, Facts } from '@/components/facts';
import { CopyButton } from '@/components/ui/copy-button';
import { ChangeList, FieldDiff, TextDiff } from '@/components/ui/diff';
import { ExternalLink } from '@/components/ui/external-link';
import { JsonTree } from '@/components/ui/json-tree';
import { SpanText } from '@/components/ui/span-text';
import { TimeText } from '@/components/ui/time-text';
import { listed, money, number, percent } from '@/lib/format';
import { livingWords } from '@/lib/words/living';
import { lease, mail, output } from './samples';
import { Section } from './section';

export const DiffShow = () => (
  <Section title={livingWords.diffs}>
    <div className="grid gap-3">
      <FieldDiff label="Lease 518" changes={lease} same={9} />
      <ChangeList changes={lease} />
      <div className="rounded-3 border border-line bg-surface px-3 py-2.5 text-md">
        <TextDiff before={mail.before} after={mail.after} />
      </div>
    </div>
  </Section>
);

export const DataShow = () => (
  <Section title={livingWords.data}>
    <div className="grid gap-3 two:grid-cols-2">
      <JsonTree value={output} />
      <Facts>
        <Fact name="Class">
          <b className="font-medium">once</b>, cannot be undone
        </Fact>
        <Fact name="Id">
          <span className="mono text-ink-3">run/0193-7c4e-2291</span>
          <CopyButton text="run/0193-7c4e-2291" label="Copy the id" />
        </Fact>
        <Fact name="Elsewhere">
          <ExternalLink href="https://temporal.io">Temporal</ExternalLink>
        </Fact>
      </Facts>
    </div>
  </Section>
);

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

export const TimeShow = () => (
  <Section title={livingWords.times}>
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      <li>
        <TimeText at={ago(44)} />
      </li>
      <li>
        <TimeText at={ago(44)} precise />
      </li>
      <li>
        <TimeText at={ago(60 * 24 * 3)} />
      </li>
      <li>
        <TimeText at={ago(60 * 24 * 400)} />
      </li>
      <li>
        <SpanText from={ago(60 * 52)} to={ago(0)} />
      </li>
      <li>{number(412_906)}</li>
      <li>{money(1284, 'EUR')}</li>
      <li>{percent(0.002)}</li>
      <li>{listed(['ledger', 'mail', 'lease'])}</li>
    </ul>
  </Section>
);
