/** One message of a text/event-stream. */
export interface Message {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: string;
}

/**
 * Reads a text/event-stream as it comes, in pieces of any size (WHATWG HTML, 9.2). Comments are only
 * a sign of life.
 */
export class SseReader {
  #rest = '';
  #data: string[] = [];
  #event = '';
  #id: string | undefined;
  /** Where to go on after a loss: the last whole block's, which may have had nothing to say. */
  mark: string | undefined;
  /** What the server asks to wait before coming again, in milliseconds. */
  retry: number | undefined;

  read(piece: string): readonly Message[] {
    const lines = (this.#rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    return lines.map((line) => this.#take(line)).filter((message) => message !== undefined);
  }

  #take(line: string): Message | undefined {
    if (line === '') return this.#close();
    if (line.startsWith(':')) return undefined;
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (field === 'data') this.#data.push(value);
    if (field === 'event') this.#event = value;
    if (field === 'id' && !value.includes('\0')) this.#id = value;
    if (field === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
    return undefined;
  }

  #close(): Message | undefined {
    const [data, event] = [this.#data, this.#event];
    this.#data = [];
    this.#event = '';
    this.mark = this.#id;
    if (data.length === 0) return undefined;
    return { id: this.#id, event: event || 'message', data: data.join('\n') };
  }
}
