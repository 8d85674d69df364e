import { shellWords } from '@/lib/words/shell';

/** What people call a role; one this page does not know keeps its own name. */
export const roleName = (role: string): string =>
  (shellWords.kinds as Readonly<Record<string, string>>)[role] ?? role;
