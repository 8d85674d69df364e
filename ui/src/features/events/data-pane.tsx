import { SectionHead } from '@/components/section-head';
import { CopyText } from '@/components/ui/copy-button';
import { ValueTree } from '@/components/value-tree';
import type { WholeEntry } from '@/lib/api/journal';
import { number } from '@/lib/format';
import type { Json } from '@/lib/json';
import { writtenJson } from '@/lib/json-text';
import { eventsWords } from '@/lib/words/events';

/** What the event carries, as a tree: it can be searched and copied, and markup in it is text. */
export const DataPane = ({ entry }: { readonly entry: WholeEntry }) => (
  <section aria-labelledby="data" className="min-w-0">
    {entry.dataBase64 === undefined ? (
      <Parsed data={entry.data ?? null} />
    ) : (
      <Bytes base64={entry.dataBase64} type={entry.dataContentType ?? ''} />
    )}
  </section>
);

const Parsed = ({ data }: { readonly data: Json }) => (
  <>
    <SectionHead id="data" title={eventsWords.data.title}>
      <CopyText text={writtenJson(data)} label={eventsWords.data.copy} />
    </SectionHead>
    <div className="p-3 two:px-4">
      <ValueTree value={data} none={eventsWords.data.none} />
    </div>
  </>
);

interface BytesProps {
  readonly base64: string;
  readonly type: string;
}

const Bytes = ({ base64, type }: BytesProps) => (
  <>
    <SectionHead id="data" title={eventsWords.data.title}>
      <CopyText text={base64} label={eventsWords.data.copyBytes} />
    </SectionHead>
    <div className="grid gap-2.5 p-3 two:px-4">
      <p className="text-ink-2">{eventsWords.data.bytes(number(sizeOf(base64)), type)}</p>
      {type.startsWith('text/') && (
        <pre className="mono max-h-96 overflow-auto rounded-2 border border-line bg-sunken p-2.5 wrap-anywhere whitespace-pre-wrap">
          {textOf(base64)}
        </pre>
      )}
    </div>
  </>
);

const sizeOf = (base64: string) =>
  (base64.length / 4) * 3 - (/={1,2}$/.exec(base64)?.[0].length ?? 0);

const textOf = (base64: string) =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0));
