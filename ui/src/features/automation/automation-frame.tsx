import { Building2, History, Tag, User } from 'lucide-react';
import type { ReactNode } from 'react';
import { StateBadge } from '@/components/state-mark';
import { Strip } from '@/components/strip';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import { Tabs } from '@/components/ui/tabs';
import { TimeText } from '@/components/ui/time-text';
import type { Automation } from '@/lib/api/automations';
import { restingOf } from '@/lib/glance';
import { automationWords } from '@/lib/words/automation';
import { automationsWords } from '@/lib/words/automations';

interface AutomationFrameProps<Tab extends keyof typeof automationWords.tabs> {
  readonly automation: Automation;
  readonly tabs: readonly Tab[];
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  /** At the right of the head. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Head and tabs of one automation. */
export const AutomationFrame = <Tab extends keyof typeof automationWords.tabs>({
  automation,
  tabs,
  tab,
  onTab,
  actions,
  children,
}: AutomationFrameProps<Tab>) => (
  <>
    <Head automation={automation}>{actions}</Head>
    <StandingStrip automation={automation} />
    <Tabs
      label={automationWords.tabsLabel}
      tabs={tabs.map((value) => ({ value, name: automationWords.tabs[value] }))}
      value={tab}
      onChange={onTab}
    >
      {children}
    </Tabs>
  </>
);

function Head({
  automation,
  children,
}: {
  readonly automation: Automation;
  readonly children: ReactNode;
}) {
  const { state, word } = restingOf(automation);
  return (
    <div className="flex-none px-3 pt-3 pb-1.5 two:px-4">
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
        <StateBadge state={state} word={word} />
        <h1 className="min-w-0 flex-1 basis-48 truncate text-lg" title={automation.name}>
          {automation.name}
        </h1>
        {children}
      </div>
      <Facts automation={automation} />
    </div>
  );
}

const Facts = ({ automation }: { readonly automation: Automation }) => (
  <ul
    aria-label={automationWords.facts}
    className="mt-1 flex flex-wrap gap-x-4.5 gap-y-1 text-ink-2"
  >
    {automation.number !== null && (
      <Fact icon={<Icon of={Tag} size={14} />}>
        {automationsWords.versionOf(automation.number)}
      </Fact>
    )}
    {automation.owner !== '' && <Fact icon={<Icon of={User} size={14} />}>{automation.owner}</Fact>}
    {automation.area !== '' && (
      <Fact icon={<Icon of={Building2} size={14} />}>{automation.area}</Fact>
    )}
    <Fact icon={<Icon of={History} size={14} />}>
      <TimeText at={automation.changedAt} />
      <span>{automationWords.changed(automation.changedByName)}</span>
    </Fact>
    <Fact icon={null}>
      <span className="mono truncate text-ink-3">{automation.id}</span>
      <CopyButton text={automation.id} label={automationWords.copyId} />
    </Fact>
  </ul>
);

const Fact = ({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) => (
  <li className="inline-flex min-h-6 max-w-full min-w-0 items-center gap-1.5">
    {icon}
    {children}
  </li>
);

/** What keeps it from acting stands before all else. */
function StandingStrip({ automation: { state } }: { readonly automation: Automation }) {
  switch (state) {
    case 'published':
    case 'draft':
      return null;
    case 'paused':
      return (
        <Strip state="paused" title={automationWords.pausedStrip}>
          {automationWords.pausedHint}
        </Strip>
      );
    case 'archived':
      return (
        <Strip state="cancelled" title={automationWords.archivedStrip}>
          {automationWords.archivedHint}
        </Strip>
      );
  }
}
