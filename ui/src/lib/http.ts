import { takeEarly } from './early';

/** What the API says when it refuses (RFC 9457), with the fields a form needs. */
export interface ProblemDetails {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  /** The path that was asked. */
  readonly instance?: string;
  readonly errors?: readonly FieldError[];
}

export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** The server answered, and the answer is no. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly at = new Date().toISOString();

  constructor(
    readonly status: number,
    readonly problem: ProblemDetails,
    /** Seconds to wait before the next try, where the server says so. */
    readonly retryAfter: number | undefined,
    /** What was asked, such as "GET /v1/runs". */
    readonly asked: string,
  ) {
    super(problem.detail ?? problem.title ?? `The server answered ${status}.`);
  }

  errorAt(path: string): string | undefined {
    return this.problem.errors?.find((error) => error.path === path)?.message;
  }
}

/** Nobody answered: no connection, or no answer in time. Trying again can help. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** A body that is sent letter by letter, such as a definition with its comments. */
  readonly text?: string | undefined;
  readonly contentType?: string;
  /** The mark of what the person has seen; the server refuses where somebody was quicker (412). */
  readonly ifMatch?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** A line that stays open has no limit of its own. */
  readonly patient?: boolean;
  /** Statuses beyond 2xx whose body is an answer too, such as 503 of /readyz. */
  readonly accept?: readonly number[];
}

const patience = 10_000;

/** One call to our own API; the session travels in its cookie. */
export async function call<T>(path: string, options: Call = {}): Promise<T> {
  return (await callMarked<T>(path, options)).body;
}

/** What was read, with the mark by which a change says what it was made from. */
export interface Marked<T> {
  readonly body: T;
  readonly etag: string | undefined;
}

export async function callMarked<T>(path: string, options: Call = {}): Promise<Marked<T>> {
  const response = await reach(path, options);
  const body = await read(response, options);
  if (response.ok || options.accept?.includes(response.status))
    return { body: body as T, etag: response.headers.get('etag') ?? undefined };
  throw refusalOf(response, body, path, options);
}

/** An answer that is a text, letter by letter. */
export async function callText(path: string, options: Call = {}): Promise<string> {
  const response = await reach(path, options);
  if (response.ok) return arrived(response.text(), options);
  throw refusalOf(response, await read(response, options), path, options);
}

const refusalOf = (response: Response, body: unknown, path: string, { method = 'GET' }: Call) =>
  new Refused(
    response.status,
    (body ?? {}) as ProblemDetails,
    retryAfter(response),
    `${method} ${path}`,
  );

/** Where the call is: the same path with what was asked for behind it, nothing for what was not. */
export function at(
  path: string,
  asked: Readonly<Record<string, string | number | boolean | null | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** A text in a path, such as an id with a slash in it. */
export const path = (strings: TemplateStringsArray, ...ids: readonly string[]) =>
  String.raw({ raw: strings }, ...ids.map(encodeURIComponent));

/** Opens a line that stays open: the answer itself, once the server has said yes. */
export async function open(
  path: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const response = await reach(path, { headers, signal, patient: true });
  if (response.ok && response.body) return response.body;
  throw refusalOf(response, await read(response, { signal }), path, {});
}

function reach(path: string, options: Call): Promise<Response> {
  const early = options.method === undefined ? takeEarly(path) : undefined;
  return arrived(early ?? fetch(path, request(options)), options);
}

/** An answer, and what it holds, may break off at any moment. */
async function arrived<T>(coming: Promise<T>, { signal }: Call): Promise<T> {
  try {
    return await coming;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Unreachable('Pilothouse does not answer.', { cause });
  }
}

function request({
  method = 'GET',
  body,
  text,
  contentType = 'application/json',
  ifMatch,
  headers: more,
  signal,
  patient = false,
}: Call): RequestInit {
  const limit = patient ? undefined : AbortSignal.timeout(patience);
  const headers = new Headers({ accept: 'application/json', ...more });
  if (ifMatch !== undefined) headers.set('if-match', ifMatch);
  // Other sites cannot set this header without our consent, so that a forged write is refused.
  if (method !== 'GET') headers.set('x-pilothouse', 'page');
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  if (sent !== undefined) headers.set('content-type', contentType);
  return {
    method,
    headers,
    credentials: 'same-origin',
    signal: AbortSignal.any([signal, limit].filter((it) => it !== undefined)),
    ...(sent === undefined ? {} : { body: sent }),
  };
}

/** A proxy may answer with a page of its own; that is no JSON and no reason to break. */
async function read(response: Response, options: Call): Promise<unknown> {
  const text = await arrived(response.text(), options);
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    const problem = { title: 'The answer was not JSON.' };
    if (response.ok) throw new Refused(response.status, problem, undefined, response.url);
    return undefined;
  }
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : undefined;
}
