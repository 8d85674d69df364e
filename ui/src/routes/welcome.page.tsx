import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Flag } from '@/components/shell/flag';
import { Toaster } from '@/components/ui/toaster';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { PasswordForm } from '@/features/session/password-form';
import { SeaChart } from '@/features/session/sea-chart';
import { AutomationStep } from '@/features/welcome/automation-step';
import { CompanyStep } from '@/features/welcome/company-step';
import { Leave } from '@/features/welcome/leave';
import { PasswordStep } from '@/features/welcome/password-step';
import { RunStep } from '@/features/welcome/run-step';
import { StepLine } from '@/features/welcome/step-line';
import { lastRunQuery } from '@/lib/api/automation-runs';
import { type Company, companyQuery } from '@/lib/api/company';
import { useMe } from '@/lib/api/me';
import { after, type Done, type FirstStep, nextOf } from '@/lib/first-steps';
import { words } from '@/lib/words';
import { welcomeWords } from '@/lib/words/welcome';

const route = getRouteApi('/welcome');

/** From the first sign-in to the first finished run, in one line with four stations. */
export function WelcomePage() {
  const { step: asked } = route.useSearch();
  const { data: company } = useSuspenseQuery(companyQuery);
  const done = useDone(company);
  // What is done meanwhile moves nobody on: the step says so first, and leads on by its button.
  const [first] = useState(() => nextOf(done));
  const step = asked ?? first;
  return (
    <>
      <title>{words.title(welcomeWords.title)}</title>
      <div className="grid min-h-full grid-rows-[auto_minmax(0,1fr)] bg-surface two:h-full">
        <header className="flex h-bar items-center gap-3 border-b border-line px-3 two:px-5">
          <span className="flex items-center gap-2 font-semibold">
            <Flag />
            {words.product}
          </span>
          <Leave done={done.run} />
        </header>
        <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)] two:grid-cols-[252px_minmax(0,1fr)] two:grid-rows-[minmax(0,1fr)]">
          <StepLine done={done} chosen={step} company={company} />
          <div className="flex min-h-0 min-w-0 flex-col border-line two:border-l">
            <ConnectionStrip />
            <Shown key={step} step={step} company={company} />
          </div>
        </div>
      </div>
      <Toaster />
    </>
  );
}

function useDone(company: Company): Done {
  const { firstPassword } = useMe();
  const { firstAutomation } = company;
  const { data: run } = useQuery({
    ...lastRunQuery(firstAutomation ?? ''),
    enabled: firstAutomation !== null,
  });
  return {
    company: company.named,
    password: !firstPassword,
    automation: firstAutomation !== null,
    run: run?.state === 'finished',
  };
}

interface ShownProps {
  readonly step: FirstStep;
  readonly company: Company;
}

function Shown({ step, company }: ShownProps) {
  const { starter, event } = route.useSearch();
  const navigate = useNavigate();
  const go = (search: {
    readonly step: FirstStep;
    readonly starter?: string | undefined;
    readonly event?: string | undefined;
  }) => void navigate({ to: '/welcome', search });
  const next = () => go({ step: after(step) });
  switch (step) {
    case 'company':
      return <CompanyStep company={company} beside={<SeaChart />} onNext={next} />;
    case 'password':
      return (
        <PasswordStep beside={<SeaChart />} onNext={next}>
          <PasswordForm />
        </PasswordStep>
      );
    case 'automation':
      return (
        <AutomationStep
          chosen={starter}
          onChoose={(key) =>
            void navigate({ to: '/welcome', search: { step, starter: key }, replace: true })
          }
          onBegun={(begun) => go({ step: 'run', event: begun.event })}
          onDrafted={(id) => void navigate({ to: '/automations/$id', params: { id } })}
          onSkip={next}
        />
      );
    case 'run':
      return (
        <RunStep
          automation={company.firstAutomation}
          event={event}
          onSent={(sent) => go({ step, event: sent })}
          onBack={() => go({ step: 'automation' })}
        />
      );
  }
}
