import { createRoute } from '@tanstack/react-router';
import { NotThere } from '@/components/failure';
import { Here } from '@/components/here';
import { words } from '@/lib/words';
import { houseRoute } from './house';

/** Whatever no other route knows; whoever is not signed in is led to the door first. */
export const notThereRoute = createRoute({
  getParentRoute: () => houseRoute,
  path: '$',
  component: () => (
    <>
      <Here title={words.failure.missing} />
      <NotThere whole />
    </>
  ),
});
