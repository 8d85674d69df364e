/** What a role may, beside looking; the server has the last word. */
export type Right = 'start' | 'build' | 'pause' | 'operate' | 'decide';

const roles: Record<Right, readonly string[]> = {
  start: ['admin', 'builder', 'operator', 'reviewer', 'member'],
  build: ['admin', 'builder'],
  pause: ['admin', 'builder', 'operator'],
  operate: ['admin', 'builder', 'operator'],
  decide: ['admin', 'operator', 'reviewer'],
};

export const may = (role: string, right: Right) => roles[right].includes(role.toLowerCase());
