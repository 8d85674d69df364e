import { useNavigate } from '@tanstack/react-router';
import {
  Footprints,
  Keyboard,
  KeyRound,
  Moon,
  PanelLeft,
  Rows3,
  SwatchBook,
  Sun,
} from 'lucide-react';
import { useMemo } from 'react';
import { useMe } from '@/lib/api/me';
import { type Command, useCommands } from '@/lib/commands';
import { density } from '@/lib/density';
import { show } from '@/lib/overlay';
import { side } from '@/lib/side';
import { theme } from '@/lib/theme';
import { shellWords } from '@/lib/words/shell';
import { useRooms } from './rooms';

/** Every door, and what a person can set for themselves. */
export function useHouseCommands(railed: boolean): void {
  const navigate = useNavigate();
  const rooms = useRooms();
  const isAdmin = useMe().role === 'admin';
  const isDay = theme.use() === 'day';
  const isCompact = density.use() === 'compact';
  const commands = useMemo<readonly Command[]>(() => {
    const { rooms: names, me, keys, does } = shellWords;
    const go = (path: string) => () => void navigate({ to: path });
    return [
      ...rooms.map(({ name, path, icon, key }) => ({
        id: `room ${name}`,
        says: names[name],
        group: 'go' as const,
        icon,
        ...(key && { about: `G ${key}` }),
        does: go(path),
      })),
      ...(isAdmin
        ? [
            {
              id: 'first steps',
              says: shellWords.firstSteps,
              group: 'go' as const,
              icon: Footprints,
              does: go('/welcome'),
            },
          ]
        : []),
      { id: 'look', says: names.look, group: 'go', icon: SwatchBook, does: go('/ui') },
      {
        id: 'password',
        says: me.password,
        group: 'go',
        icon: KeyRound,
        does: go('/settings/password'),
      },
      {
        id: 'keys',
        says: does.keys,
        group: 'do',
        icon: Keyboard,
        key: '?',
        also: keys.title,
        does: () => show('keys'),
      },
      isDay
        ? {
            id: 'night',
            says: does.night,
            group: 'do',
            icon: Moon,
            also: me.theme,
            does: () => theme.choose('night'),
          }
        : {
            id: 'day',
            says: does.day,
            group: 'do',
            icon: Sun,
            also: me.theme,
            does: () => theme.choose('day'),
          },
      {
        id: 'density',
        says: isCompact ? does.normal : does.compact,
        group: 'do',
        icon: Rows3,
        also: me.density,
        does: () => density.choose(isCompact ? 'normal' : 'compact'),
      },
      {
        id: 'side',
        says: railed ? shellWords.unfold : shellWords.fold,
        group: 'do',
        icon: PanelLeft,
        does: () => side.choose(railed ? 'wide' : 'rail'),
      },
    ];
  }, [navigate, rooms, isAdmin, isDay, isCompact, railed]);
  useCommands(commands);
}
