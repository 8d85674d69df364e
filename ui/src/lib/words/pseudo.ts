import { automationWords } from './automation';
import { automationsWords } from './automations';
import type { Catalogue } from './catalogue';
import { eventsWords } from './events';
import { definitionWords } from './definition';
import { homeWords } from './home';
import { jsonWords } from './json';
import { livingWords } from './living';
import { notificationsWords } from './notifications';
import { paletteWords } from './palette';
import { settingsWords } from './settings';
import { recordsWords } from './records';
import { runWords } from './run';
import { runListWords } from './run-list';
import { runLogWords } from './run-log';
import { runsWords } from './runs';
import { sessionWords } from './session';
import { shellWords } from './shell';
import { startWords } from './start';
import { automationSettingsWords, versionsWords } from './versions';
import { welcomeWords } from './welcome';
import { words } from './words';

const bracketed = (text: string) => `⟦${text}${'·'.repeat(Math.ceil(text.length * 0.35))}⟧`;

/** The same with every sentence in brackets, those that are made of parameters too. */
function widened<Part>(part: Part): Part {
  if (typeof part === 'string') return bracketed(part) as Part;
  if (typeof part === 'function')
    return ((...given: readonly unknown[]) => widened(part(...given) as unknown)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(widened) as Part;
  return Object.fromEntries(
    Object.entries(part).map(([name, child]) => [name, widened(child as unknown)]),
  ) as Part;
}

export const pseudo: Catalogue = {
  common: widened({ ...words }),
  shell: widened({ ...shellWords }),
  palette: widened({ ...paletteWords }),
  session: widened({ ...sessionWords }),
  home: widened({ ...homeWords }),
  runs: widened({ ...runsWords }),
  run: widened({ ...runWords }),
  runLog: widened({ ...runLogWords }),
  runList: widened({ ...runListWords }),
  events: widened({ ...eventsWords }),
  records: widened({ ...recordsWords }),
  automation: widened({ ...automationWords }),
  start: widened({ ...startWords }),
  json: widened({ ...jsonWords }),
  automations: widened({ ...automationsWords }),
  definition: widened({ ...definitionWords }),
  versions: widened({ ...versionsWords }),
  automationSettings: widened({ ...automationSettingsWords }),
  notifications: widened({ ...notificationsWords }),
  settings: widened({ ...settingsWords }),
  welcome: widened({ ...welcomeWords }),
  living: widened({ ...livingWords }),
};
