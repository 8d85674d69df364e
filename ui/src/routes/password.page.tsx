import { Here } from '@/components/here';
import { PasswordForm } from '@/features/session/password-form';
import { sessionWords } from '@/lib/words/session';

export const PasswordPage = () => (
  <div className="p-3 two:p-4">
    <Here title={sessionWords.password.title} />
    <h1 className="text-lg">{sessionWords.password.title}</h1>
    <p className="mt-1 mb-4 max-w-[520px] text-ink-2">{sessionWords.password.lead}</p>
    <PasswordForm />
  </div>
);
