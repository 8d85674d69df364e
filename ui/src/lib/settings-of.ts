import type { Json } from './json';
import { automationSettingsWords } from './words/versions';

type Name = keyof typeof automationSettingsWords.names;

export interface Setting {
  readonly name: Name;
  /** In words; undefined where the definition says nothing of it. */
  readonly says: string | undefined;
}

type Fields = { readonly [key: string]: Json };

const fieldsOf = (value: Json | undefined): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const text = (value: Json | undefined) =>
  (typeof value === 'string' && value !== '') || typeof value === 'number'
    ? String(value)
    : undefined;

/** What a definition says of its runs as a whole. */
export function settingsOf(definition: Json): readonly Setting[] {
  const fields = fieldsOf(definition);
  return [
    { name: 'description', says: text(fields['description']) },
    { name: 'owner', says: text(fields['owner']) },
    { name: 'area', says: text(fields['area']) },
    { name: 'concurrency', says: concurrency(fieldsOf(fields['concurrency'])) },
    { name: 'throttle', says: throttle(fieldsOf(fields['throttle'])) },
    { name: 'dedupe', says: dedupe(fieldsOf(fields['dedupe'])) },
    { name: 'deadline', says: text(fields['deadline']) },
    { name: 'onFailure', says: text(fieldsOf(fields['on_failure'])['notify']) },
  ];
}

function concurrency({ key, mode }: Fields): string | undefined {
  const by = text(key);
  if (by === undefined) return undefined;
  const { modes } = automationSettingsWords;
  const how = text(mode) ?? 'queue';
  return automationSettingsWords.concurrency(
    how in modes ? modes[how as keyof typeof modes] : how,
    by,
  );
}

function throttle({ limit, per, key }: Fields): string | undefined {
  const [most, span, by] = [text(limit), text(per), text(key)];
  if (most === undefined || span === undefined) return undefined;
  return by === undefined
    ? automationSettingsWords.throttle(most, span)
    : automationSettingsWords.throttleBy(most, span, by);
}

function dedupe({ key, window }: Fields): string | undefined {
  const [by, span] = [text(key), text(window)];
  return by === undefined || span === undefined
    ? undefined
    : automationSettingsWords.dedupe(by, span);
}
