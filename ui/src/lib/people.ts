/** Four kinds of people use the house; a role belongs to one of them. */
export type Kind = 'admin' | 'operations' | 'reviewer' | 'employee';

const kinds: Readonly<Record<string, Kind>> = {
  admin: 'admin',
  builder: 'admin',
  operator: 'operations',
  reviewer: 'reviewer',
  member: 'employee',
  viewer: 'employee',
};

/** Whoever has a role that this page does not know is shown what everybody may see. */
export const kindOf = (role: string): Kind => kinds[role.toLowerCase()] ?? 'employee';
