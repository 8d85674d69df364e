import { number } from './format';
import { forWords } from './locale';

const day = 86_400_000;

/** Times are written as on a watch, from 00:00 to 23:59; everything else as the person's region does. */
const dates = (name: string, options: Intl.DateTimeFormatOptions) => (at: number | Date) =>
  forWords(name, (locale) => new Intl.DateTimeFormat(locale, options)).format(at);

const clock = dates('clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const clockWithSeconds = dates('seconds', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const weekday = dates('weekday', { weekday: 'short' });
const date = dates('date', { day: 'numeric', month: 'short' });
const dateWithYear = dates('date with year', { day: 'numeric', month: 'short', year: 'numeric' });
const dateAndSeconds = dates('exactly', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
});
const longDay = dates('long day', { weekday: 'long', day: 'numeric', month: 'long' });

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** The day as far as it needs saying: nothing for today, "Mon", "3 Nov", "3 Nov 2025". */
function dayOf(at: Date, now: number): string {
  const daysAgo = Math.round((midnight(now) - midnight(at.getTime())) / day);
  if (daysAgo === 0) return '';
  if (daysAgo > 0 && daysAgo < 7) return weekday(at);
  const sameYear = at.getFullYear() === new Date(now).getFullYear();
  return (sameYear ? date : dateWithYear)(at);
}

const isDate = (words: string) => /\d/.test(words);

/** Anybody may have written what looks like a moment; what is none is left as it stands. */
const isMoment = (text: string) => !Number.isNaN(Date.parse(text));

/** Today "09:58", this week "Mon 09:00", else "3 Nov", other years "3 Nov 2025". */
export function when(iso: string, now: number): string {
  if (!isMoment(iso)) return iso;
  const at = new Date(iso);
  const said = dayOf(at, now);
  return isDate(said) ? said : `${said} ${clock(at)}`.trim();
}

/** "09:58:14", "Mon 09:58:14", "3 Nov 09:58:14" */
export function whenToTheSecond(iso: string, now: number): string {
  if (!isMoment(iso)) return iso;
  return `${dayOf(new Date(iso), now)} ${second(iso)}`.trim();
}

const instants = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** A sentence of the server's, with its moments as people here say them. */
export const spoken = (said: string, now: number) =>
  said.replace(instants, (iso) => whenToTheSecond(iso, now));

export const second = (iso: string) => (isMoment(iso) ? clockWithSeconds(new Date(iso)) : iso);

export const minute = (at: number) => clock(at);

/** For the title of a time: date, seconds and zone, and the same in UTC. */
export const exactly = (iso: string) =>
  isMoment(iso)
    ? `${dateAndSeconds(new Date(iso))}, ${new Date(iso).toISOString().slice(11, 19)} UTC`
    : iso;

const zoneOf = () =>
  forWords('zone', (locale) => new Intl.DateTimeFormat(locale).resolvedOptions().timeZone);

/** "Friday 20 November, 10:42, Amsterdam" */
export function todayInWords(now: number): string {
  const zone = zoneOf();
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return `${longDay(now)}, ${clock(now)}, ${place}`;
}

/** "2026-12-15" as "15 Dec 2026": a day of the calendar, without a zone. */
export function dayInWords(day: string): string {
  const at = new Date(`${day}T12:00:00`);
  return Number.isNaN(at.getTime()) ? day : dateWithYear(at);
}

export type Watch = 'night' | 'morning' | 'afternoon' | 'evening';

export function watchAt(now: number): Watch {
  const hour = new Date(now).getHours();
  if (hour < 5 || hour >= 22) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** Two units at most: "40 ms", "1.2 s", "31 s", "1 h 7 min", "2 d 4 h". */
export function duration(milliseconds: number): string {
  const span = Math.max(0, milliseconds);
  if (span < 1_000) return `${Math.round(span)} ms`;
  if (span < 10_000) return `${number(Math.round(span / 100) / 10)} s`;
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
