import { createRoute } from '@tanstack/react-router';
import { NotThere } from '@/components/failure';
import { words } from '@/lib/words';
import { houseRoute } from './house';

/** Whatever no other route knows; whoever is not signed in is led to the door first. */
export const notThereRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '$',
  staticData: { name: words.failure.missing },
  component: () => (
    <>
      <title>{words.title(words.failure.missing)}</title>
      <NotThere whole />
    </>
  ),
});
