import { aboutRoute } from './about';
import { eventRoute } from './event';
import { eventsRoute } from './events';
import { automationRoute, automationTabRoute } from './automation';
import { automationsRoute } from './automations';
import { homeRoute } from './home';
import { houseRoute } from './house';
import { lookRoute } from './look';
import { newEventRoute } from './new-event';
import { notThereRoute } from './not-there';
import { notificationsRoute } from './notifications';
import { passwordRoute } from './password';
import { newRecordRoute, recordRoute } from './record';
import { recordListRoute } from './record-list';
import { recordsRoute } from './records';
import { rootRoute } from './root';
import { runRoute } from './run';
import { runsRoute } from './runs';
import { settingsRoute } from './settings';
import { signInRoute } from './sign-in';
import { welcomeRoute } from './welcome';

/** Every address of the page. */
export const routeTree = rootRoute.addChildren([
  signInRoute,
  welcomeRoute,
  houseRoute.addChildren([
    homeRoute,
    runsRoute,
    runRoute,
    eventsRoute,
    newEventRoute,
    aboutRoute,
    eventRoute,
    recordsRoute,
    recordListRoute,
    newRecordRoute,
    recordRoute,
    automationsRoute,
    automationRoute,
    automationTabRoute,
    notificationsRoute,
    settingsRoute,
    passwordRoute,
    lookRoute,
    notThereRoute,
  ]),
]);
