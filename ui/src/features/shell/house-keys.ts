import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useHere } from '@/lib/here';
import { type KeyBinding, useKeys } from '@/lib/keys';
import { searchAt } from '@/lib/last-search';
import { show } from '@/lib/overlay';
import { shellWords } from '@/lib/words/shell';
import { useRooms } from './rooms';

/** What works on every page: the doors by G and a letter, the palette, the way back, this help. */
export function useHouseKeys(): void {
  const navigate = useNavigate();
  const rooms = useRooms();
  const back = useHere().way.findLast(({ beside }) => !beside);
  const keys = useMemo<readonly KeyBinding[]>(
    () => [
      ...(back === undefined
        ? []
        : [
            {
              keys: [['Escape']],
              says: shellWords.keys.back,
              does: () => void navigate({ to: back.to, search: searchAt(back) }),
            } as const,
          ]),
      ...rooms.flatMap(({ name, path, key }) =>
        key === undefined
          ? []
          : [
              {
                keys: [['G', key]],
                says: shellWords.keys.room(shellWords.rooms[name]),
                does: () => void navigate({ to: path }),
                everywhere: true,
              } as const,
            ],
      ),
      {
        keys: [['Mod+K']],
        says: shellWords.keys.palette,
        does: () => show('palette'),
        everywhere: true,
      },
      { keys: [['?']], says: shellWords.keys.all, does: () => show('keys'), everywhere: true },
    ],
    [navigate, rooms, back],
  );
  useKeys(keys);
}
