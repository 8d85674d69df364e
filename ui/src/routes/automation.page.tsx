import { useSuspenseQuery } from '@tanstack/react-query';
import { type ErrorComponentProps, getRouteApi, useRouter } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect } from 'react';
import { Failure, NotThere } from '@/components/failure';
import { Here } from '@/components/here';
import { AutomationFrame } from '@/features/automation/automation-frame';
import { SettingsTab } from '@/features/automation/settings-tab';
import { StartActions } from '@/features/automation/start-actions';
import { StandingActions } from '@/features/automation/standing-actions';
import { ChainTab } from '@/features/chain/chain-tab';
import { DefinitionTab } from '@/features/definition/definition-tab';
import { PublishCommand } from '@/features/definition/publish-command';
import { AutomationVerdicts } from '@/features/events/automation-verdicts';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { AutomationRuns } from '@/features/runs/automation-runs';
import { CloneCommand } from '@/features/versions/clone-command';
import { VersionsTab } from '@/features/versions/versions-tab';
import { type Automation, automationQuery } from '@/lib/api/automations';
import { useMe } from '@/lib/api/me';
import { Refused } from '@/lib/http';
import { may } from '@/lib/rights';
import { automationWords } from '@/lib/words/automation';
import { automationsWords } from '@/lib/words/automations';
import { type AutomationTab, automationTabs } from './automation';

const route = getRouteApi('/house/automations/$id/$tab');

const way = () => [{ name: automationsWords.title, to: '/automations' }];

export function OneAutomation() {
  const { id, tab } = route.useParams();
  const navigate = route.useNavigate();
  const {
    data: { body: automation },
  } = useSuspenseQuery(automationQuery(id));
  const shown = automationTabs.find((it) => it === tab) ?? 'chain';
  const Shown = panels[shown];
  return (
    <>
      <Here title={automation.name} way={way()} />
      <ConnectionStrip />
      <AutomationFrame
        automation={automation}
        tabs={automationTabs}
        tab={shown}
        onTab={(next) => void navigate({ params: { id, tab: next }, search: {} })}
        actions={<HeadActions id={id} tab={shown} />}
      >
        <Shown id={id} />
      </AutomationFrame>
    </>
  );
}

interface HeadActionsProps {
  readonly id: string;
  readonly tab: AutomationTab;
}

/** What is done in a hurry; the palette offers it on every tab. */
function HeadActions({ id, tab }: HeadActionsProps) {
  const { role } = useMe();
  const { body: automation, etag } = useShown(id);
  const navigate = route.useNavigate();
  const { asked, answered } = useAsked(automation);
  return (
    <>
      <StartActions
        key={id}
        automation={automation}
        role={role}
        asked={asked === 'start'}
        onAnswered={answered}
      />
      <StandingActions
        automation={automation}
        role={role}
        which={['pause', 'resume', 'restore']}
        offered
        asked={asked}
        onAnswered={answered}
      />
      {may(role, 'build') && (
        <>
          {tab !== 'definition' && <PublishCommand key={id} automation={automation} etag={etag} />}
          <CloneCommand
            key={id}
            automation={automation}
            onCloned={(clone) =>
              void navigate({ params: { id: clone, tab: 'definition' }, search: {} })
            }
          />
        </>
      )}
    </>
  );
}

const fitting = { start: 'published', pause: 'published', resume: 'paused' } as const;

/** What the address asks for. What does not fit any more is forgotten, or it would be asked later. */
function useAsked({ state }: Automation) {
  const { ask } = route.useSearch();
  const navigate = route.useNavigate();
  const answered = useCallback(
    () =>
      void navigate({
        search: (before) => ({ ...before, ask: undefined }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const fits = ask !== undefined && fitting[ask] === state;
  const isStale = ask !== undefined && !fits;
  useEffect(() => {
    if (isStale) answered();
  }, [isStale, answered]);
  return { asked: fits ? ask : undefined, answered };
}

interface PanelProps {
  readonly id: string;
}

const useShown = (id: string) => useSuspenseQuery(automationQuery(id)).data;

function Chain({ id }: PanelProps) {
  const { step, of } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ChainTab
      automation={useShown(id).body}
      draft={of === 'draft'}
      onDraft={(draft) =>
        void navigate({
          search: (before) => ({ ...before, of: draft ? 'draft' : undefined }),
          replace: true,
          resetScroll: false,
        })
      }
      step={step}
      onStep={(next) =>
        void navigate({
          search: (before) => ({ ...before, step: next }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}

function Runs({ id }: PanelProps) {
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <AutomationRuns
      automation={id}
      state={state}
      onState={(next) => void navigate({ search: { state: next }, replace: true })}
    />
  );
}

function Definition({ id }: PanelProps) {
  const { at } = route.useSearch();
  return (
    <DefinitionTab key={id} marked={useShown(id)} mayBuild={may(useMe().role, 'build')} at={at} />
  );
}

/** A number is one in the address, too. */
const inAddress = (side: string | undefined) =>
  side === undefined || side === 'draft' ? side : Number(side);

function Versions({ id }: PanelProps) {
  const { from, to } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <VersionsTab
      key={id}
      automation={useShown(id).body}
      mayBuild={may(useMe().role, 'build')}
      sides={{ from: from?.toString(), to: to?.toString() }}
      onSides={(sides) =>
        void navigate({
          search: { from: inAddress(sides.from), to: inAddress(sides.to) },
          replace: true,
          resetScroll: false,
        })
      }
      onCloned={(clone) => void navigate({ params: { id: clone, tab: 'definition' }, search: {} })}
    />
  );
}

const Settings = ({ id }: PanelProps) => (
  <SettingsTab automation={useShown(id).body} role={useMe().role} />
);

function Verdicts({ id }: PanelProps) {
  const { verdict } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <AutomationVerdicts
      automation={id}
      verdict={verdict}
      onVerdict={(next) => void navigate({ search: { verdict: next }, replace: true })}
    />
  );
}

const panels = {
  chain: Chain,
  definition: Definition,
  versions: Versions,
  runs: Runs,
  verdicts: Verdicts,
  settings: Settings,
} satisfies Record<AutomationTab, (props: PanelProps) => ReactNode>;

export function AutomationNotLoaded({ error }: ErrorComponentProps) {
  const router = useRouter();
  if (error instanceof Refused && error.status === 404)
    return (
      <>
        <Here title={automationWords.missing} way={way()} />
        <NotThere whole title={automationWords.missing}>
          {automationWords.missingHint}
        </NotThere>
      </>
    );
  return (
    <>
      <Here title={automationWords.failedToLoad} way={way()} />
      <Failure
        whole
        error={error}
        title={automationWords.failedToLoad}
        onRetry={() => void router.invalidate()}
      />
    </>
  );
}
