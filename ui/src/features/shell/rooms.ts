import { useRouter } from '@tanstack/react-router';
import {
  Activity,
  Bot,
  Gauge,
  Inbox,
  Library,
  type LucideIcon,
  MessageSquare,
  OctagonMinus,
  Plug,
  Settings,
  Table2,
  Users,
  Waves,
  Workflow,
} from 'lucide-react';
import { useMemo } from 'react';
import { useMe } from '@/lib/api/me';
import { type Kind, kindOf } from '@/lib/people';
import type { shellWords } from '@/lib/words/shell';

export type Group = keyof typeof shellWords.groups;

export interface Room {
  readonly name: keyof typeof shellWords.rooms;
  readonly path: string;
  readonly group: Group;
  readonly icon: LucideIcon;
  /** Who sees the door; everybody where nothing is said. */
  readonly seenBy?: readonly Kind[];
  /** After G. */
  readonly key?: string;
  /** Among the four at the foot of a phone, the lowest first. */
  readonly thumb?: number;
}

const builders: readonly Kind[] = ['admin', 'operations'];

/**
 * Every room of the house, in the one order that all people see. A door shows where the router has a
 * page for its path and the person may see it: whoever builds a room adds its route, and it is there.
 */
export const rooms: readonly Room[] = [
  { name: 'home', path: '/', group: 'first', icon: Gauge, key: 'H', thumb: 1 },
  { name: 'inbox', path: '/inbox', group: 'first', icon: Inbox, key: 'I', thumb: 2 },
  { name: 'chat', path: '/chat', group: 'first', icon: MessageSquare, key: 'C', thumb: 3 },
  {
    name: 'automations',
    path: '/automations',
    group: 'build',
    icon: Workflow,
    key: 'A',
    seenBy: builders,
    thumb: 5,
  },
  { name: 'employees', path: '/employees', group: 'build', icon: Bot, key: 'E', thumb: 6 },
  { name: 'templates', path: '/templates', group: 'build', icon: Library, seenBy: builders },
  { name: 'connections', path: '/connections', group: 'build', icon: Plug, seenBy: builders },
  { name: 'runs', path: '/runs', group: 'log', icon: Activity, key: 'R', thumb: 4 },
  { name: 'events', path: '/events', group: 'log', icon: Waves, key: 'V', thumb: 7 },
  { name: 'records', path: '/records', group: 'log', icon: Table2, key: 'D', thumb: 8 },
  {
    name: 'people',
    path: '/people',
    group: 'house',
    icon: Users,
    seenBy: ['admin', 'operations', 'reviewer'],
  },
  { name: 'halts', path: '/halts', group: 'house', icon: OctagonMinus, seenBy: builders },
  { name: 'settings', path: '/settings', group: 'house', icon: Settings },
];

const landings: Readonly<Record<Kind, Room['name']>> = {
  operations: 'home',
  admin: 'automations',
  reviewer: 'inbox',
  employee: 'chat',
};

export const openTo = (kind: Kind, { seenBy }: Room) =>
  seenBy === undefined || seenBy.includes(kind);

/** Whether this page has a room at all. */
export function useKnows(): (path: string) => boolean {
  const router = useRouter();
  return useMemo(() => {
    const paths: Readonly<Record<string, unknown>> = router.routesByPath;
    return (path) => path in paths;
  }, [router]);
}

/** The doors this person sees. */
export function useRooms(): readonly Room[] {
  const kind = kindOf(useMe().role);
  const knows = useKnows();
  return useMemo(
    () => rooms.filter((room) => knows(room.path) && openTo(kind, room)),
    [kind, knows],
  );
}

/** Where somebody of this role begins: at home, until the room is built. */
export function landingOf(role: string, knows: (path: string) => boolean): string {
  const room = rooms.find(({ name }) => name === landings[kindOf(role)]);
  return room && knows(room.path) ? room.path : '/';
}
