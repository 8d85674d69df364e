import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { at, call, Refused } from '@/lib/http';
import { randomId } from '@/lib/ids';
import type { Json } from '@/lib/json';
import type { PageOf } from '@/lib/paged';
import type { Automation } from './automations';
import { companyQuery } from './company';
import { create, publish } from './definitions';
import { type Accepted, type CloudEvent, sendEvent } from './events';

/** An automation to begin with: it works at once, on this house alone. */
export interface Starter {
  readonly key: string;
  /** In YAML. */
  readonly text: string;
  readonly definition: StarterDefinition;
  readonly event: StarterEvent;
}

export interface StarterDefinition {
  readonly name: string;
  readonly description: string;
  readonly [more: string]: Json;
}

/** An event that shows it at work. */
export interface StarterEvent {
  readonly type: string;
  readonly subject: string;
  /** How long before it is sent it happened: what waits for days has waited already. */
  readonly secondsAgo: number;
  readonly data: Json;
}

export const startersQuery = queryOptions({
  queryKey: ['starters'],
  queryFn: ({ signal }) => call<{ readonly items: readonly Starter[] }>('/v1/starters', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
  select: ({ items }) => items,
});

/** What was begun: the automation, and the entry of its event. */
export interface Begun {
  readonly automation: string;
  readonly event: string;
}

/** Publishes it and sends its event. Whoever took it before gets the same automation again. */
export function useBegin() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (starter: Starter): Promise<Begun> => {
      const automation = await made(starter);
      await publish(automation, '', undefined);
      return { automation, event: (await sendEvent(eventOf(starter))).id };
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: companyQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ['automations'] }),
      ]),
  });
}

/** As a draft, to be looked at. */
export async function made({ text, definition: { name } }: Starter): Promise<string> {
  try {
    return (await create({ format: 'yaml', text })).id;
  } catch (error) {
    const known = isTaken(error) ? await named(name) : undefined;
    if (known === undefined) throw error;
    return known;
  }
}

const isTaken = (error: unknown) => error instanceof Refused && error.status === 409;

async function named(wanted: string): Promise<string | undefined> {
  const { items } = await call<PageOf<Automation>>(at('/v1/automations', { q: wanted }));
  return items.find(({ name }) => name === wanted)?.id;
}

export function eventOf({ event: { type, subject, secondsAgo, data } }: Starter): CloudEvent {
  return {
    specversion: '1.0',
    id: randomId(),
    source: '/pilothouse/first-steps',
    type,
    subject,
    time: new Date(Date.now() - secondsAgo * 1_000).toISOString(),
    datacontenttype: 'application/json',
    data,
  };
}

export const useSendAgain = () =>
  useMutation({ mutationFn: (starter: Starter): Promise<Accepted> => sendEvent(eventOf(starter)) });
