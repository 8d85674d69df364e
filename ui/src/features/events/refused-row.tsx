import { useId, useState } from 'react';
import { ActorText } from '@/components/actor-text';
import { Fact, Facts } from '@/components/facts';
import { StateMark } from '@/components/state-mark';
import { TimeText } from '@/components/ui/time-text';
import type { RefusedDelivery } from '@/lib/api/refused';
import { number } from '@/lib/format';
import { sentence } from '@/lib/words';
import { eventsWords } from '@/lib/words/events';

interface RefusedRowProps {
  readonly delivery: RefusedDelivery;
  readonly isNew: boolean;
}

/** One line each; opened, it says all that is known of the delivery. */
export function RefusedRow({ delivery, isNew }: RefusedRowProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { source, type, status, reason, receivedAt } = delivery;
  return (
    <li className={`border-b border-line ${isNew ? 'animate-arrive' : ''}`}>
      <div
        className={`relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 px-3 py-1.5 two:grid-cols-[116px_minmax(0,26%)_minmax(0,1fr)_128px] two:px-4 ${open ? 'row-chosen' : 'hover:bg-hover'}`}
      >
        <span className="text-ink-3 max-two:order-2">
          <TimeText at={receivedAt} precise />
        </span>
        <div className="min-w-0 max-two:order-1">
          <button
            type="button"
            data-row=""
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
            title={source}
            className="row-link block max-w-full truncate text-left font-medium"
          >
            {source || <Unread />}
          </button>
          <span className="block truncate text-xs text-ink-3" title={type}>
            {type}
          </span>
        </div>
        <span
          className={`min-w-0 text-ink-2 max-two:order-4 max-two:col-span-full ${open ? 'wrap-anywhere' : 'truncate'}`}
        >
          {sentence(reason)}
        </span>
        <span className="max-two:order-3 max-two:col-span-full">
          <StateMark state="failed" word={kindOf(status)} />
        </span>
      </div>
      {open && <Whole id={id} delivery={delivery} />}
    </li>
  );
}

const Unread = () => <span className="font-normal text-ink-3">{eventsWords.refused.unread}</span>;

/** A refusal of a kind that this page does not know is one all the same. */
const kindOf = (status: number) =>
  (eventsWords.refused.kinds as Readonly<Record<number, string>>)[status] ??
  eventsWords.deliveries.refused;

interface WholeProps {
  readonly id: string;
  readonly delivery: RefusedDelivery;
}

const Whole = ({ id, delivery }: WholeProps) => (
  <div id={id} className="bg-canvas px-3 pt-1.5 pb-3 two:pr-4 two:pl-[144px]">
    <Facts>
      <Fact name={eventsWords.source}>{delivery.source || <Unread />}</Fact>
      <Fact name={eventsWords.type}>{delivery.type || <Unread />}</Fact>
      <Fact name={eventsWords.one.sourceId}>
        {delivery.sourceId ? <span className="mono">{delivery.sourceId}</span> : <Unread />}
      </Fact>
      <Fact name={eventsWords.refused.answered}>
        {eventsWords.refused.answer(String(delivery.status), kindOf(delivery.status))}
      </Fact>
      <Fact name={eventsWords.refused.sender}>
        <ActorText actor={delivery.actor} />
      </Fact>
      <Fact name={eventsWords.refused.size}>
        {eventsWords.refused.bytes(number(delivery.bytes))}
      </Fact>
    </Facts>
    <p className="mt-2 text-xs text-ink-3">{eventsWords.refused.notKept}</p>
  </div>
);
