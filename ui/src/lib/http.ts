/** What the API says when it refuses (RFC 9457), with the fields a form needs. */
export interface ProblemDetails {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** The server answered, and the answer is no. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    readonly problem: ProblemDetails,
    /** Seconds to wait before the next try, where the server says so. */
    readonly retryAfter: number | undefined,
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
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly contentType?: string;
  readonly signal?: AbortSignal;
  /** Statuses beyond 2xx whose body is an answer too, such as 503 of /readyz. */
  readonly accept?: readonly number[];
}

const patience = 10_000;

/** One call to our own API; the session travels in its cookie. */
export async function call<T>(path: string, options: Call = {}): Promise<T> {
  const response = await reach(path, options);
  const body = await read(response);
  if (response.ok || options.accept?.includes(response.status)) return body as T;
  throw new Refused(response.status, (body ?? {}) as ProblemDetails, retryAfter(response));
}

async function reach(path: string, options: Call): Promise<Response> {
  try {
    return await fetch(path, request(options));
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new Unreachable('Pilothouse does not answer.', { cause });
  }
}

function request({
  method = 'GET',
  body,
  contentType = 'application/json',
  signal,
}: Call): RequestInit {
  const limit = AbortSignal.timeout(patience);
  const headers = new Headers({ accept: 'application/json' });
  // Other sites cannot set this header without our consent, so that a forged write is refused.
  if (method !== 'GET') headers.set('x-pilothouse', 'page');
  if (body !== undefined) headers.set('content-type', contentType);
  return {
    method,
    headers,
    credentials: 'same-origin',
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** A proxy may answer with a page of its own; that is no JSON and no reason to break. */
async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    if (response.ok)
      throw new Refused(response.status, { title: 'The answer was not JSON.' }, undefined);
    return undefined;
  }
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : undefined;
}
