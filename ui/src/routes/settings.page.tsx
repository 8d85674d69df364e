import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Here } from '@/components/here';
import { SectionHead } from '@/components/section-head';
import { CompanyForm } from '@/features/company/company-form';
import { AboutHouse } from '@/features/house/about-house';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { PartsStrip } from '@/features/house/parts-strip';
import { KeysList } from '@/features/keys/keys-list';
import { NewKey } from '@/features/keys/new-key';
import { KeysSwitch } from '@/features/session/keys-switch';
import { OwnSessions } from '@/features/session/own-sessions';
import { PasswordForm } from '@/features/session/password-form';
import { DensityChoice, ThemeChoice } from '@/features/session/theme-choice';
import { useMe } from '@/lib/api/me';
import { sessionWords } from '@/lib/words/session';
import { settingsWords } from '@/lib/words/settings';

/** What concerns the person first, then what concerns the house. */
export function Settings() {
  const { role, tenant } = useMe();
  const isAdmin = role === 'admin';
  return (
    <>
      <Here title={settingsWords.title} heading />
      <ConnectionStrip />
      <div className="w-full max-w-[860px] pb-8">
        <Part id="look" title={settingsWords.look} lead={settingsWords.lookLead}>
          <div className="grid max-w-[420px] gap-2 px-3 pb-3 two:px-4">
            <Named name={settingsWords.theme}>
              <ThemeChoice />
            </Named>
            <Named name={settingsWords.density}>
              <DensityChoice />
            </Named>
            <div className="-mx-2">
              <KeysSwitch />
            </div>
          </div>
        </Part>
        <Part id="password" title={settingsWords.password} lead={sessionWords.password.lead}>
          <div className="px-3 pb-3 two:px-4">
            <PasswordForm />
          </div>
        </Part>
        <Part id="sessions" title={settingsWords.sessions.title} lead={settingsWords.sessions.lead}>
          <OwnSessions />
        </Part>
        <Part id="company" title={settingsWords.company.title} lead={settingsWords.company.lead}>
          <div className="grid justify-items-start gap-3 px-3 pb-3 two:px-4">
            {isAdmin ? <CompanyForm name={tenant.name} /> : <b>{tenant.name}</b>}
            {isAdmin && (
              <Link to="/welcome" search={{ step: 'company' }} className="link text-ink-2">
                {settingsWords.company.firstSteps}
              </Link>
            )}
          </div>
        </Part>
        {isAdmin && (
          <Part
            id="keys"
            title={settingsWords.apiKeys.title}
            lead={settingsWords.apiKeys.lead}
            aside={<NewKey />}
          >
            <KeysList />
          </Part>
        )}
        <Part id="house" title={settingsWords.house.title} lead={settingsWords.house.lead}>
          <PartsStrip />
          <AboutHouse />
        </Part>
      </div>
    </>
  );
}

/** The choice tells its name to those who do not see it. */
const Named = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="grid gap-1">
    <span aria-hidden="true" className="font-medium">
      {name}
    </span>
    {children}
  </div>
);

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

const Part = ({ id, title, lead, aside, children }: PartProps) => (
  <section aria-labelledby={id} className="border-line not-first:border-t">
    <SectionHead id={id} title={title}>
      {aside}
    </SectionHead>
    <p className="max-w-[64ch] px-3 py-2.5 text-ink-2 two:px-4">{lead}</p>
    {children}
  </section>
);
