import { call, callMarked, callText, type Marked, path } from '@/lib/http';
import type { Automation, Source, SourceFormat } from './automations';

/** Something that is wrong with a definition, or likely to be, at its place in the author's text. */
export interface Fault {
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
  /** From 1; left out where there is no place. */
  readonly line?: number;
  readonly column?: number;
  readonly words?: string;
}

export interface Checkup {
  readonly problems: readonly Fault[];
  readonly warnings: readonly Fault[];
}

export interface SavedDraft extends Automation, Checkup {
  readonly savedAt: string;
  readonly savedBy: string;
  readonly savedByName: string;
}

const typeOf = (format: SourceFormat) => `application/${format}`;

const sending = ({ format, text }: Source) => ({ text, contentType: typeOf(format) });

/** A new one, as a draft. */
export const create = (source: Source) =>
  call<{ readonly id: string; readonly name: string }>('/v1/automations', {
    method: 'POST',
    ...sending(source),
  });

export const validate = (id: string, source: Source, signal?: AbortSignal) =>
  call<Checkup & { readonly valid: boolean }>(path`/v1/automations/${id}/validate`, {
    method: 'POST',
    ...sending(source),
    ...(signal && { signal }),
  });

/** Refused with 412 where somebody saved another one since `seen`. */
export const saveDraft = (
  id: string,
  source: Source,
  seen: string | undefined,
): Promise<Marked<SavedDraft>> =>
  callMarked<SavedDraft>(path`/v1/automations/${id}/draft`, {
    method: 'PUT',
    ifMatch: seen,
    ...sending(source),
  });

/** The draft as it is kept, laid out anew; comments stay behind when the format changes. */
export const draftAs = (id: string, format: SourceFormat) =>
  callText(`${path`/v1/automations/${id}/draft`}?format=${format}`, {
    headers: { accept: `${typeOf(format)}, */*` },
  });

export const publish = (id: string, note: string, seen: string | undefined) =>
  call<Automation & { readonly warnings: readonly Fault[] }>(path`/v1/automations/${id}/publish`, {
    method: 'POST',
    body: note === '' ? {} : { note },
    ifMatch: seen,
  });
