import { Glyph } from '@/components/glyph';
import { useNamed } from '@/lib/api/actors';
import type { Seen, TriggerLook, Verdict } from '@/lib/api/verdicts';
import { eventsWords } from '@/lib/words/events';

/** The condition that was not met: the whole of it, the part that failed, and what that part saw. */
export const Conditions = ({ verdict: { verdict, triggers } }: { readonly verdict: Verdict }) =>
  verdict !== 'not_met'
    ? null
    : triggers?.map((trigger, index) => (
        // The triggers of one version are told in their order.
        // oxlint-disable-next-line react/no-array-index-key
        <Condition key={index} trigger={trigger} />
      ));

const Condition = ({ trigger: { when, part, saw } }: { readonly trigger: TriggerLook }) =>
  when ? (
    <div className="mt-2 overflow-hidden rounded-3 border border-line bg-surface two:ml-[140px]">
      {part && part !== when && <p className="mono px-3 py-1.5 text-ink-2 wrap-anywhere">{when}</p>}
      <div className="flex gap-2.5 bg-st-failed-tint px-3 py-1.5">
        <span className="mt-0.5 text-st-failed">
          <Glyph name="failed" />
        </span>
        <div className="grid min-w-0 gap-0.5">
          <span className="mono wrap-anywhere">{part ?? when}</span>
          {saw?.map((seen) => (
            <Saw key={seen.path} seen={seen} />
          ))}
        </div>
      </div>
    </div>
  ) : null;

const Saw = ({ seen }: { readonly seen: Seen }) => (
  <span className="wrap-anywhere text-ink-2">
    <span className="mono">{seen.path}</span> {eventsWords.verdicts.saw}{' '}
    <b className="font-medium text-ink">{valueOf(seen)}</b>, {useNamed(seen.from)}
  </span>
);

const valueOf = ({ missing, preview, value }: Seen) =>
  missing ? eventsWords.verdicts.missing : (preview ?? JSON.stringify(value));
