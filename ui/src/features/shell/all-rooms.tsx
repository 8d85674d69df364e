import { Link } from '@tanstack/react-router';
import { Drawer } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { shellWords } from '@/lib/words/shell';
import { useRooms } from './rooms';

/** On a phone: every door, behind the fifth tab. */
export function AllRooms({ onClose }: { readonly onClose: () => void }) {
  return (
    <Drawer open onClose={onClose} title={shellWords.moreOf} side="bottom">
      <ul className="p-2">
        {useRooms().map(({ name, path, icon }) => (
          <li key={name}>
            <Link
              to={path}
              onClick={onClose}
              className="flex h-11 items-center gap-3 rounded-2 px-2 aria-[current]:bg-selected aria-[current]:font-medium"
            >
              <Icon of={icon} size={18} />
              {shellWords.rooms[name]}
            </Link>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
