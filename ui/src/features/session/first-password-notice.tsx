import { Link } from '@tanstack/react-router';
import { buttonStyle } from '@/components/ui/button';
import { Strip } from '@/components/strip';
import { useMe } from '@/lib/api/me';
import { homeWords } from '@/lib/words/home';

export function FirstPasswordNotice() {
  const { firstPassword } = useMe();
  if (!firstPassword) return null;
  return (
    <Strip
      state="warning"
      title={homeWords.firstPassword.title}
      action={
        <Link to="/settings/password" className={buttonStyle()}>
          {homeWords.firstPassword.change}
        </Link>
      }
    >
      {homeWords.firstPassword.hint}
    </Strip>
  );
}
