import { Menu } from 'lucide-react';
import { NavGroup, NavLink, TabBar, TabButton, TabLink } from '@/components/shell/nav';
import { show } from '@/lib/overlay';
import { shellWords } from '@/lib/words/shell';
import { useRoomCounts } from './room-counts';
import { type Group, type Room, useRooms } from './rooms';

const groups: readonly Group[] = ['first', 'build', 'log', 'house'];

/** The doors, in groups; a group without a door is not shown. */
export function RoomNav({ railed }: { readonly railed: boolean }) {
  const rooms = useRooms();
  const counts = useRoomCounts();
  return groups
    .map((group) => ({ group, inside: rooms.filter((room) => room.group === group) }))
    .filter(({ inside }) => inside.length > 0)
    .map(({ group, inside }) => (
      <NavGroup
        key={group}
        label={shellWords.groups[group]}
        railed={railed}
        headed={group !== 'first'}
      >
        {inside.map(({ name, path, icon }) => (
          <NavLink
            key={name}
            to={path}
            icon={icon}
            name={shellWords.rooms[name]}
            count={counts[name]}
            railed={railed}
          />
        ))}
      </NavGroup>
    ));
}

const atTheFoot = 4;

const byThumb = (one: Room, other: Room) => (one.thumb ?? 99) - (other.thumb ?? 99);

/** Four doors and all the others behind the fifth. */
export function RoomTabs() {
  const rooms = useRooms();
  const counts = useRoomCounts();
  const near = rooms.toSorted(byThumb).slice(0, atTheFoot);
  return (
    <TabBar>
      {near.map(({ name, path, icon }) => (
        <TabLink
          key={name}
          to={path}
          icon={icon}
          name={shellWords.rooms[name]}
          count={counts[name]}
        />
      ))}
      <TabButton icon={Menu} name={shellWords.more} onClick={() => show('rooms')} />
    </TabBar>
  );
}
