import { createRoute } from '@tanstack/react-router';
import { PasswordForm } from '@/features/session/password-form';
import { words } from '@/lib/words';
import { houseRoute } from './house';

export const passwordRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '/settings/password',
  staticData: { name: words.password.title },
  component: () => (
    <div className="p-3 two:p-4">
      <title>{words.title(words.password.title)}</title>
      <h1 className="text-lg">{words.password.title}</h1>
      <p className="mt-1 mb-4 max-w-[520px] text-ink-2">{words.password.lead}</p>
      <PasswordForm />
    </div>
  ),
});
