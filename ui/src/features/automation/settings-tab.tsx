import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Fact, Facts } from '@/components/facts';
import { Failure } from '@/components/failure';
import { SectionHead } from '@/components/section-head';
import { LoadingRows } from '@/components/ui/loading-rows';
import { More } from '@/components/ui/more';
import { TimeText } from '@/components/ui/time-text';
import { Who } from '@/components/ui/who';
import type { DraftedAutomation } from '@/lib/api/automations';
import { type HistoryEntry, historyQuery } from '@/lib/api/standing';
import { versionQuery } from '@/lib/api/versions';
import { rowsOf } from '@/lib/paged';
import { may } from '@/lib/rights';
import { settingKeys } from '@/lib/setting-keys';
import { type Setting, settingsOf } from '@/lib/settings-of';
import { automationsWords } from '@/lib/words/automations';
import { automationSettingsWords } from '@/lib/words/versions';
import { StandingActions } from './standing-actions';

interface SettingsTabProps {
  readonly automation: DraftedAutomation;
  readonly role: string;
}

/** What holds for its runs, whether it acts, and what was done to it. */
export const SettingsTab = ({ automation, role }: SettingsTabProps) => (
  <div className="grid h-full grid-cols-[minmax(0,1fr)] content-start three:grid-cols-[minmax(0,1fr)_minmax(0,42%)] three:content-stretch">
    <div>
      <section aria-labelledby="settings-standing">
        <SectionHead id="settings-standing" title={automationSettingsWords.standing} />
        <div className="flex flex-wrap items-center gap-2 px-3 py-3 two:px-4">
          <p className="min-w-0 flex-1 basis-60">
            {automationSettingsWords.standings[automation.state]}
          </p>
          <StandingActions automation={automation} role={role} />
        </div>
      </section>
      <section aria-labelledby="settings-definition" className="border-t border-line">
        <SectionHead id="settings-definition" title={automationSettingsWords.from}>
          <span className="text-xs text-ink-3">
            {automation.number === null
              ? automationSettingsWords.ofDraft
              : automationSettingsWords.ofVersion(automation.number)}
          </span>
        </SectionHead>
        <Definition automation={automation} mayBuild={may(role, 'build')} />
      </section>
    </div>
    <section
      aria-labelledby="settings-history"
      className="border-line max-three:border-t three:border-l"
    >
      <SectionHead id="settings-history" title={automationSettingsWords.history} />
      <History id={automation.id} />
    </section>
  </div>
);

interface DefinitionProps {
  readonly automation: DraftedAutomation;
  readonly mayBuild: boolean;
}

/** Those of the version in force; of the draft before the first publish. */
function Definition({ automation, mayBuild }: DefinitionProps) {
  const { number, id, draft } = automation;
  const version = useQuery({ ...versionQuery(id, String(number)), enabled: number !== null });
  const definition = number === null ? draft : version.data?.definition;
  if (definition === undefined)
    return version.error ? (
      <Failure error={version.error} onRetry={() => void version.refetch()} />
    ) : (
      <LoadingRows />
    );
  return (
    <div className="px-3 py-3 two:px-4">
      <Facts>
        {settingsOf(definition).map(({ name, says }) => (
          <Fact key={name} name={automationSettingsWords.names[name]}>
            {says ?? <span className="text-ink-3">{automationSettingsWords.nothing[name]}</span>}{' '}
            <Written id={id} name={name} mayBuild={mayBuild} />
          </Fact>
        ))}
      </Facts>
      <p className="mt-3 text-ink-3">
        {automationSettingsWords.fromHint}{' '}
        <Link
          to="/automations/$id/$tab"
          params={{ id, tab: 'definition' }}
          className="link text-ink-2"
        >
          {automationSettingsWords.edit}
        </Link>
      </p>
    </div>
  );
}

interface WrittenProps {
  readonly id: string;
  readonly name: Setting['name'];
  readonly mayBuild: boolean;
}

/** To its line in the draft. */
const Written = ({ id, name, mayBuild }: WrittenProps) => (
  <Link
    to="/automations/$id/$tab"
    params={{ id, tab: 'definition' }}
    search={{ at: settingKeys[name] }}
    className="link text-xs whitespace-nowrap text-ink-3"
  >
    {mayBuild ? automationSettingsWords.editThere : automationSettingsWords.seeThere}
    <span className="sr-only">
      {automationSettingsWords.there(automationSettingsWords.names[name])}
    </span>
  </Link>
);

function History({ id }: { readonly id: string }): ReactNode {
  const list = useInfiniteQuery(historyQuery(id));
  const entries = rowsOf(list.data);
  if (!list.data)
    return list.error ? (
      <Failure
        error={list.error}
        title={automationSettingsWords.historyFailed}
        onRetry={() => void list.refetch()}
      />
    ) : (
      <LoadingRows />
    );
  if (entries.length === 0)
    return <p className="p-4 text-ink-3">{automationSettingsWords.noHistory}</p>;
  return (
    <>
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.epoch} entry={entry} />
        ))}
      </ol>
      {list.hasNextPage && <More list={list} />}
    </>
  );
}

const Entry = ({ entry }: { readonly entry: HistoryEntry }) => (
  <li className="flex gap-2.5 border-b border-line px-3 py-2 two:px-4">
    <Who name={entry.byName} size="small" />
    <span className="min-w-0 flex-1">
      <b className="font-medium">{entry.byName}</b> {changeSaid(entry)}
      {entry.note !== '' && <span className="block wrap-anywhere text-ink-2">“{entry.note}”</span>}
    </span>
    <span className="flex-none text-ink-3">
      <TimeText at={entry.at} />
    </span>
  </li>
);

const changeSaid = ({ change, number }: HistoryEntry) =>
  automationSettingsWords.changes[change](
    number === null ? automationSettingsWords.noVersion : automationsWords.versionOf(number),
  );
