import { homeRoute } from './home';
import { houseRoute } from './house';
import { notThereRoute } from './not-there';
import { passwordRoute } from './password';
import { rootRoute } from './root';
import { runRoute } from './run';
import { runsRoute } from './runs';
import { signInRoute } from './sign-in';

/** Every address of the page. */
export const routeTree = rootRoute.addChildren([
  signInRoute,
  houseRoute.addChildren([homeRoute, runsRoute, runRoute, passwordRoute, notThereRoute]),
]);
