import { useEffect, useState } from 'react';
import { open, Refused } from './http';
import { type Message, SseReader } from './sse';

/** How a line to the server stands; the page shows it, so that nobody trusts old news. */
export type LineState =
  | { readonly is: 'connecting' }
  | { readonly is: 'live' }
  | { readonly is: 'reconnecting'; readonly since: number; readonly again: number }
  /** The server said no, and will say so again: signed out, or not allowed. */
  | { readonly is: 'closed'; readonly status: number };

export interface Listener {
  readonly onMessage: (message: Message) => void;
  readonly onState: (state: LineState) => void;
}

const firstPause = 500;
/** A house that was restarted is heard of soon. */
const longestPause = 4_000;
/** The server gives a sign of life every 15 seconds: after this long the line is dead. */
const silence = 40_000;
/** A page nobody looks at hangs up after a while: browsers open few lines to one host. */
const unseen = 30_000;

const never = new Set([400, 401, 403, 404]);

/**
 * A line that comes back by itself: after a loss it asks from the last mark on, so that nothing is
 * missed, sooner at first and later the longer it lasts. It is on `fetch`, not on EventSource, which
 * tells neither why it failed nor when it tries again, and gives up at the first 503.
 */
export class Line {
  readonly #path: string;
  readonly #listener: Listener;
  #last: string | undefined;
  #tries = 0;
  #lostAt: number | undefined;
  #attempt: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hangUp: ReturnType<typeof setTimeout> | undefined;

  constructor(path: string, listener: Listener) {
    this.#path = path;
    this.#listener = listener;
  }

  /** Opens it; the answer closes it for good. */
  start(): () => void {
    this.#listener.onState({ is: 'connecting' });
    document.addEventListener('visibilitychange', this.#seen);
    addEventListener('online', this.#now);
    void this.#connect();
    return () => {
      document.removeEventListener('visibilitychange', this.#seen);
      removeEventListener('online', this.#now);
      clearTimeout(this.#hangUp);
      this.#stop();
    };
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#attempt?.abort();
    this.#attempt = undefined;
  }

  readonly #now = (): void => {
    if (this.#lostAt !== undefined) void this.#connect();
  };

  readonly #seen = (): void => {
    clearTimeout(this.#hangUp);
    if (document.hidden) this.#hangUp = setTimeout(() => this.#stop(), unseen);
    else if (this.#attempt === undefined) void this.#connect();
  };

  async #connect(): Promise<void> {
    // Whoever looks at the page again during a pause does not wait for its end: it must not come then too.
    this.#stop();
    const attempt = new AbortController();
    this.#attempt = attempt;
    try {
      const headers = {
        accept: 'text/event-stream',
        ...(this.#last && { 'last-event-id': this.#last }),
      };
      await this.#listen(await open(this.#path, headers, attempt.signal), attempt);
      // The server ends a line after some minutes; coming again soon is no loss.
      if (this.#attempt === attempt) this.#again(firstPause);
    } catch (error) {
      if (this.#attempt === attempt) this.#lost(error);
    }
  }

  async #listen(body: ReadableStream<Uint8Array>, attempt: AbortController): Promise<void> {
    this.#tries = 0;
    this.#lostAt = undefined;
    this.#listener.onState({ is: 'live' });
    const reader = new SseReader();
    const pieces = body.getReader();
    const text = new TextDecoder();
    for (;;) {
      // Piece after piece, as it is said.
      // oxlint-disable-next-line eslint/no-await-in-loop
      const { value, done } = await withinReason(pieces.read(), attempt);
      if (done) return;
      const messages = reader.read(text.decode(value, { stream: true }));
      this.#last = reader.mark ?? this.#last;
      for (const message of messages) this.#listener.onMessage(message);
    }
  }

  #lost(error: unknown): void {
    if (error instanceof Refused && never.has(error.status)) {
      this.#attempt = undefined;
      this.#listener.onState({ is: 'closed', status: error.status });
      return;
    }
    this.#lostAt ??= Date.now();
    const pause = pauseAfter(this.#tries, error instanceof Refused ? error.retryAfter : undefined);
    this.#tries += 1;
    this.#listener.onState({
      is: 'reconnecting',
      since: this.#lostAt,
      again: Date.now() + pause,
    });
    this.#again(pause);
  }

  #again(pause: number): void {
    this.#attempt = undefined;
    this.#timer = setTimeout(() => void this.#connect(), pause);
  }
}

/** Doubling, up to some seconds, each a little different so that a house full of pages does not come at once. */
export function pauseAfter(
  tries: number,
  asked: number | undefined,
  random = Math.random(),
): number {
  const doubled = Math.min(longestPause, firstPause * 2 ** tries);
  return Math.max((asked ?? 0) * 1_000, Math.round(doubled * (0.75 + random / 2)));
}

async function withinReason<T>(read: Promise<T>, attempt: AbortController): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silent = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      attempt.abort();
      reject(new Error('The line fell silent.'));
    }, silence);
  });
  try {
    return await Promise.race([read, silent]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * One line while a part of the page is on screen, and while there is something to hear. Pass a
 * function that keeps its identity.
 */
export function useLine(
  path: string | undefined,
  onMessage: (message: Message) => void,
): LineState {
  const [state, setState] = useState<LineState>({ is: 'connecting' });
  useEffect(
    () =>
      path === undefined ? undefined : new Line(path, { onMessage, onState: setState }).start(),
    [path, onMessage],
  );
  return state;
}

/**
 * What happened before a line first stood it does not tell: that is read when it stands. After a loss
 * it goes on from where it was. Pass a function that keeps its identity.
 */
export function useWhenFirstLive({ is }: LineState, read: () => void): void {
  const [stood, setStood] = useState(false);
  if (is === 'live' && !stood) setStood(true);
  useEffect(() => {
    if (stood) read();
  }, [stood, read]);
}
