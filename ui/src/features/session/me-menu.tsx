import { Link } from '@tanstack/react-router';
import { KeyRound, LogOut } from 'lucide-react';
import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { Who } from '@/components/ui/who';
import { type Me, useMe } from '@/lib/api/me';
import { useSignOut } from '@/lib/api/session';
import { mayGo } from '@/lib/way-out';
import { shellWords } from '@/lib/words/shell';
import { KeysSwitch } from './keys-switch';
import { DensityChoice, ThemeChoice } from './theme-choice';

const menu = 'me-menu';

/** What people call the role; one this page does not know keeps its own name. */
const roleOf = ({ role }: Me) =>
  (shellWords.kinds as Readonly<Record<string, string>>)[role] ?? role;

/** Who is signed in; opens the menu. Alone, it shows the initials only. */
export function MeButton({ alone }: { readonly alone: boolean }) {
  const me = useMe();
  return (
    <button
      type="button"
      popoverTarget={menu}
      aria-haspopup="dialog"
      className={`flex min-w-0 items-center gap-2 rounded-2 p-1 text-left hover:bg-hover ${alone ? '' : 'w-full'}`}
    >
      <Who name={me.name} />
      <span className={alone ? 'sr-only' : 'min-w-0'}>
        <span className="block truncate font-medium">{me.name}</span>{' '}
        <span className="block truncate text-xs text-ink-3">{roleOf(me)}</span>
        <span className="sr-only">{shellWords.me.opens}</span>
      </span>
    </button>
  );
}

/**
 * A native popover: top layer, Esc, light dismiss and the way back of the focus are the browser's.
 * What is in it is drawn when it opens for the first time.
 */
export function MeMenu({ onSignedOut }: { readonly onSignedOut: () => void }) {
  const [isDrawn, draw] = useState(false);
  return (
    <div
      id={menu}
      popover="auto"
      role="dialog"
      aria-label={shellWords.me.menu}
      onBeforeToggle={() => draw(true)}
      className="menu-place w-72 rounded-3 border border-line-strong bg-raised p-1 text-ink shadow-(--shadow-2)"
    >
      {isDrawn && <Items onSignedOut={onSignedOut} />}
    </div>
  );
}

function Items({ onSignedOut }: { readonly onSignedOut: () => void }) {
  const me = useMe();
  return (
    <>
      <p className="truncate px-2 pt-1.5 pb-2 text-xs text-ink-3">
        {me.email}, {me.tenant.name}
      </p>
      <div className="mx-1 mb-1 grid gap-1.5">
        <ThemeChoice />
        <DensityChoice />
      </div>
      <KeysSwitch />
      <hr className="-mx-1 my-1 border-line" />
      <Link to="/settings/password" className={item} onClick={close}>
        <Icon of={KeyRound} />
        {shellWords.me.password}
      </Link>
      <SignOut onSignedOut={onSignedOut} />
    </>
  );
}

const item =
  'flex h-control w-full items-center gap-2 rounded-2 px-2 text-left whitespace-nowrap text-ink hover:bg-hover';

const close = () => document.getElementById(menu)?.hidePopover();

function SignOut({ onSignedOut }: { readonly onSignedOut: () => void }) {
  const signOut = useSignOut();
  const leave = async () => {
    if (await mayGo()) signOut.mutate(undefined, { onSuccess: onSignedOut });
  };
  return (
    <>
      <button type="button" className={item} onClick={() => void leave()}>
        <Icon of={LogOut} />
        {shellWords.me.signOut}
      </button>
      <p role="alert" className="px-2 text-xs text-st-failed">
        {signOut.isError && shellWords.me.signOutFailed}
      </p>
    </>
  );
}
