const day = 86_400_000;
const words = 'en-GB';

const clock = new Intl.DateTimeFormat(words, { hour: '2-digit', minute: '2-digit', hour12: false });
const clockWithSeconds = new Intl.DateTimeFormat(words, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});
const weekday = new Intl.DateTimeFormat(words, { weekday: 'short' });
const date = new Intl.DateTimeFormat(words, { day: 'numeric', month: 'short' });
const dateWithYear = new Intl.DateTimeFormat(words, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const wholeDate = new Intl.DateTimeFormat(words, {
  dateStyle: 'full',
  timeStyle: 'long',
});
const longDay = new Intl.DateTimeFormat(words, { weekday: 'long', day: 'numeric', month: 'long' });

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** The day as far as it needs saying: nothing for today, "Mon", "3 Nov", "3 Nov 2025". */
function dayOf(at: Date, now: number): string {
  const daysAgo = Math.round((midnight(now) - midnight(at.getTime())) / day);
  if (daysAgo === 0) return '';
  if (daysAgo > 0 && daysAgo < 7) return weekday.format(at);
  const sameYear = at.getFullYear() === new Date(now).getFullYear();
  return (sameYear ? date : dateWithYear).format(at);
}

const isDate = (words: string) => /\d/.test(words);

/** Today "09:58", this week "Mon 09:00", else "3 Nov", other years "3 Nov 2025". */
export function when(iso: string, now: number): string {
  const at = new Date(iso);
  const said = dayOf(at, now);
  return isDate(said) ? said : `${said} ${clock.format(at)}`.trim();
}

/** "09:58:14", "Mon 09:58:14", "3 Nov 09:58:14" */
export function whenToTheSecond(iso: string, now: number): string {
  return `${dayOf(new Date(iso), now)} ${second(iso)}`.trim();
}

export const second = (iso: string) => clockWithSeconds.format(new Date(iso));

export const minute = (at: number) => clock.format(new Date(at));

/** For the title of a time: date, seconds and zone, and the same in UTC. */
export const exactly = (iso: string) =>
  `${wholeDate.format(new Date(iso))}, ${new Date(iso).toISOString()}`;

/** "Friday 20 November, 10:42, Amsterdam" */
export function todayInWords(now: number): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return `${longDay.format(now)}, ${clock.format(now)}, ${place}`;
}

export type Watch = 'night' | 'morning' | 'afternoon' | 'evening';

export function watchAt(now: number): Watch {
  const hour = new Date(now).getHours();
  if (hour < 5 || hour >= 22) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

/** Two units at most: "40 ms", "1.2 s", "31 s", "1 h 7 min", "2 d 4 h". */
export function duration(milliseconds: number): string {
  const span = Math.max(0, milliseconds);
  if (span < 1_000) return `${Math.round(span)} ms`;
  if (span < 10_000) return `${number.format(Math.round(span / 100) / 10)} s`;
  return inUnits(Math.round(span / 1_000));
}

const units = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

function inUnits(seconds: number): string {
  const first = units.findIndex(([, size]) => seconds >= size);
  let rest = seconds;
  const parts = units.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return [count, unit] as const;
  });
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** From a start to an end, or to now while there is no end yet. */
export const spanOf = (from: string, to: string | null, now: number) =>
  (to === null ? now : Date.parse(to)) - Date.parse(from);
