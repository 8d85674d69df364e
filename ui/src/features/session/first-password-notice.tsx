import { Link } from '@tanstack/react-router';
import { buttonStyle } from '@/components/button';
import { Strip } from '@/components/strip';
import { useMe } from '@/lib/api/me';
import { words } from '@/lib/words';

export function FirstPasswordNotice() {
  const { firstPassword } = useMe();
  if (!firstPassword) return null;
  return (
    <Strip
      tone="attention"
      title={words.firstPassword.title}
      action={
        <Link to="/settings/password" className={buttonStyle()}>
          {words.firstPassword.change}
        </Link>
      }
    >
      {words.firstPassword.hint}
    </Strip>
  );
}
