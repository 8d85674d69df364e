import { Link } from '@tanstack/react-router';
import { buttonStyle } from '@/components/ui/button';
import { Strip } from '@/components/strip';
import { useMe } from '@/lib/api/me';
import { sessionWords } from '@/lib/words/session';

export function FirstPasswordNotice() {
  const { firstPassword } = useMe();
  if (!firstPassword) return null;
  return (
    <Strip
      state="warning"
      title={sessionWords.firstPassword.title}
      action={
        <Link to="/settings/password" className={buttonStyle()}>
          {sessionWords.firstPassword.change}
        </Link>
      }
    >
      {sessionWords.firstPassword.hint}
    </Strip>
  );
}
