import { Pause, Play, X } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { StateMark } from '@/components/state-mark';
import type { Automation } from '@/lib/api/automations';
import { type KeyBinding, useKeys } from '@/lib/keys';
import type { StateName } from '@/lib/states';
import { automationsWords } from '@/lib/words/automations';
import { answered, type Bulk, type BulkItem, type BulkOrder, canFollow } from './bulk';

export type OnOrder = (what: BulkOrder, chosen: readonly Automation[], reason: string) => void;

interface BulkBarProps {
  readonly chosen: readonly Automation[];
  readonly onNone: () => void;
  readonly onOrder: OnOrder;
}

/** What can be done with those that are selected. */
export function BulkBar({ chosen, onNone, onOrder }: BulkBarProps) {
  const [asked, ask] = useState<BulkOrder>();
  return (
    <>
      {chosen.length > 0 && <Bar chosen={chosen} onAsk={ask} onNone={onNone} />}
      {asked && (
        <Ask
          what={asked}
          chosen={chosen}
          onClose={() => ask(undefined)}
          onConfirm={(reason) => {
            ask(undefined);
            onOrder(asked, chosen, reason);
          }}
        />
      )}
    </>
  );
}

const floats =
  'sticky bottom-3 z-3 mx-auto mt-auto flex w-fit max-w-[calc(100%-24px)] flex-none flex-wrap items-center gap-2 rounded-3 border border-line-strong bg-raised px-3 py-2 shadow-(--shadow-2)';

interface BarProps extends Omit<BulkBarProps, 'onOrder'> {
  readonly onAsk: (what: BulkOrder) => void;
}

function Bar({ chosen, onAsk, onNone }: BarProps) {
  const canPause = chosen.some((automation) => canFollow('pause', automation));
  const keys = useMemo<readonly KeyBinding[]>(
    () =>
      canPause
        ? [{ keys: [['P']], says: automationsWords.bulk.done.pause, does: () => onAsk('pause') }]
        : [],
    [canPause, onAsk],
  );
  useKeys(keys);
  return (
    <section aria-label={automationsWords.bulk.label} className={floats}>
      <b className="pr-1 font-semibold" role="status">
        {automationsWords.bulk.selected(chosen.length)}
      </b>
      <BulkButton what="pause" chosen={chosen} onAsk={onAsk} hotkey="P">
        <Icon of={Pause} size={14} />
        {automationsWords.bulk.pause}
      </BulkButton>
      <BulkButton what="resume" chosen={chosen} onAsk={onAsk}>
        <Icon of={Play} size={14} />
        {automationsWords.bulk.resume}
      </BulkButton>
      <IconButton icon={X} label={automationsWords.bulk.clear} onClick={onNone} />
    </section>
  );
}

interface BulkButtonProps extends Pick<BarProps, 'chosen' | 'onAsk'> {
  readonly what: BulkOrder;
  readonly hotkey?: string;
  readonly children: ReactNode;
}

const needed = { pause: 'live', resume: 'paused' } as const;

const BulkButton = ({ what, chosen, onAsk, hotkey, children }: BulkButtonProps) => (
  <Button
    hotkey={hotkey}
    off={
      chosen.some((automation) => canFollow(what, automation))
        ? undefined
        : automationsWords.bulk.needsOne(automationsWords.bulk[needed[what]])
    }
    onClick={() => onAsk(what)}
  >
    {children}
  </Button>
);

interface AskProps {
  readonly what: BulkOrder;
  readonly chosen: readonly Automation[];
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}

function Ask({ what, chosen, onClose, onConfirm }: AskProps) {
  const { bulk } = automationsWords;
  const count = chosen.filter((automation) => canFollow(what, automation)).length;
  return (
    <Confirm
      open
      onClose={onClose}
      title={what === 'pause' ? bulk.pauseTitle(count) : bulk.resumeTitle(count)}
      about={what === 'pause' ? bulk.pauseAbout : bulk.resumeAbout}
      does={what === 'pause' ? bulk.pauseDoes : bulk.resumeDoes}
      why={what === 'pause' ? 'needed' : 'asked'}
      onConfirm={onConfirm}
    />
  );
}

const marks = {
  waits: 'queued',
  under: 'running',
  done: 'finished',
  refused: 'failed',
  leftOut: 'skipped',
} satisfies Record<BulkItem['state'], StateName>;

interface BulkResultsProps {
  readonly bulk: Bulk;
  readonly onClose: () => void;
}

/** What became of each. */
export const BulkResults = ({ bulk, onClose }: BulkResultsProps) => (
  <Dialog
    open
    onClose={onClose}
    title={automationsWords.bulk.results}
    about={<span role="status">{automationsWords.bulk.at(answered(bulk), bulk.items.length)}</span>}
    width="normal"
    actions={<Button onClick={onClose}>{automationsWords.bulk.close}</Button>}
  >
    <ul>
      {bulk.items.map((item) => (
        <li
          key={item.automation.id}
          className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-3 border-b border-line py-1.5 last:border-b-0"
        >
          <span className="wrap-anywhere">{item.automation.name}</span>
          <span className="min-w-0 wrap-anywhere">
            <StateMark state={marks[item.state]} word={wordOf(item, bulk.what)} />
            {item.says && <span className="block text-xs text-ink-2">{item.says}</span>}
          </span>
        </li>
      ))}
    </ul>
  </Dialog>
);

function wordOf({ state, automation }: BulkItem, what: BulkOrder): string {
  const { bulk } = automationsWords;
  switch (state) {
    case 'waits':
      return bulk.waits;
    case 'under':
      return bulk.under;
    case 'done':
      return bulk.done[what];
    case 'refused':
      return bulk.refused;
    case 'leftOut':
      return bulk.leftOut(stateWord(automation));
  }
}

const stateWord = ({ state }: Automation) => automationsWords.shares[state].toLocaleLowerCase();
