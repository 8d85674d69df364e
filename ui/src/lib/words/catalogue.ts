import type { settingsWords } from './settings';
import type { notificationsWords } from './notifications';
import type { paletteWords } from './palette';
import type { recordsWords } from './records';
import type { eventsWords } from './events';
import type { automationWords } from './automation';
import type { automationsWords } from './automations';
import type { jsonWords } from './json';
import type { livingWords } from './living';
import type { definitionWords } from './definition';
import type { homeWords } from './home';
import type { runWords } from './run';
import type { runListWords } from './run-list';
import type { runLogWords } from './run-log';
import type { runsWords } from './runs';
import type { sessionWords } from './session';
import type { shellWords } from './shell';
import type { startWords } from './start';
import type { automationSettingsWords, versionsWords } from './versions';
import type { welcomeWords } from './welcome';
import type { words } from './words';

/** All that the page can say. A second language is one file that holds one of these. */
export interface Catalogue {
  readonly common: typeof words;
  readonly shell: typeof shellWords;
  readonly palette: typeof paletteWords;
  readonly session: typeof sessionWords;
  readonly home: typeof homeWords;
  readonly runs: typeof runsWords;
  readonly run: typeof runWords;
  readonly runLog: typeof runLogWords;
  readonly runList: typeof runListWords;
  readonly events: typeof eventsWords;
  readonly records: typeof recordsWords;
  readonly automation: typeof automationWords;
  readonly start: typeof startWords;
  readonly json: typeof jsonWords;
  readonly automations: typeof automationsWords;
  readonly definition: typeof definitionWords;
  readonly versions: typeof versionsWords;
  readonly automationSettings: typeof automationSettingsWords;
  readonly notifications: typeof notificationsWords;
  readonly settings: typeof settingsWords;
  readonly welcome: typeof welcomeWords;
  readonly living: typeof livingWords;
}
