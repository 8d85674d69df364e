import { useMutation } from '@tanstack/react-query';
import { call } from '@/lib/http';

export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: unknown;
}

export interface Accepted {
  readonly id: string;
  readonly position: number;
  readonly runs: readonly string[];
  readonly duplicate: boolean;
}

export const sendEvent = (event: CloudEvent) =>
  call<Accepted>('/v1/events', {
    method: 'POST',
    body: event,
    contentType: 'application/cloudevents+json',
  });

export const useSendEvent = () => useMutation({ mutationFn: sendEvent });
