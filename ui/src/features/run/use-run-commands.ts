import { CircleHelp, Copy, CornerDownRight } from 'lucide-react';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/lib/commands';
import { type KeyBinding, useKeys } from '@/lib/keys';
import type { Run, Step } from '@/lib/api/runs';
import { useLatest } from '@/lib/latest';
import type { RunRow } from '@/lib/run/rows';
import { unknownIn } from '@/lib/run/standing';
import { runWords } from '@/lib/words/run';
import { iconOfAction } from './run-actions';
import type { StepTab } from './tabs';
import { canBeginWith, type Possible, type RunAction } from './what-can-be-done';

interface RunCommands {
  readonly run: Run;
  readonly rows: readonly RunRow[];
  readonly chosen: RunRow;
  readonly possible: readonly Possible[];
  readonly act: (action: RunAction) => void;
  readonly rerunFrom: (step: Step) => void;
  readonly say: (step: Step) => void;
  readonly onLook: (look: { readonly step?: string; readonly tab?: StepTab }) => void;
  /** Undefined where the browser forbids the clipboard. */
  readonly onCopyLink: (() => Promise<void>) | undefined;
}

/** Keys and palette of a run: both say what the buttons say. */
export function useRunCommands(now: RunCommands): void {
  const give = useLatest<Does | KeyOnly>((does) => carryOut(now, does));
  const [unknown] = unknownIn(now.run);
  const may = (action: RunAction) =>
    now.possible.some((it) => it.action === action && it.off === undefined);
  const cancels = may('cancel');
  const reruns = may('rerun');
  const asks = unknown !== undefined;
  const links = now.onCopyLink !== undefined;
  useKeys(
    useMemo(
      () => keysOf(give, { asks, cancels, reruns, links }),
      [give, asks, cancels, reruns, links],
    ),
  );
  // Built anew with every drawing; only what it says matters.
  const said = JSON.stringify(offersOf(now));
  useCommands(useMemo(() => commandsOf(JSON.parse(said) as readonly Offer[], give), [give, said]));
}

interface Has {
  readonly asks: boolean;
  readonly cancels: boolean;
  readonly reruns: boolean;
  readonly links: boolean;
}

type Give = (does: Does | KeyOnly) => void;

function keysOf(give: Give, has: Has): readonly KeyBinding[] {
  const key = (letter: string, says: string, does: Does | KeyOnly): KeyBinding => ({
    keys: [[letter]],
    says,
    does: () => give(does),
  });
  const { keys } = runWords;
  return [
    {
      keys: [['J'], ['K']],
      says: runWords.nextStep,
      does: (which) => give(which === 0 ? 'next' : 'previous'),
    },
    key('I', keys.input, 'input'),
    key('O', keys.output, 'output'),
    key('F', keys.effects, 'effects'),
    ...(has.asks ? [key('U', keys.say, 'say')] : []),
    ...(has.reruns ? [key('R', keys.rerun, 'from here')] : []),
    ...(has.cancels ? [key('Shift+C', keys.cancel, 'cancel')] : []),
    ...(has.links ? [key('L', keys.link, 'link')] : []),
  ];
}

function stepOn({ rows, chosen, onLook }: RunCommands, by: 1 | -1): void {
  const at = rows.findIndex(({ key }) => key === chosen.key);
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
  if (next) onLook({ step: next.key });
}

function sayIt({ run, say }: RunCommands): void {
  const [unknown] = unknownIn(run);
  if (unknown) say(unknown);
}

/** From the chosen step where that can be, else the whole. */
function again({ run, chosen: { step, kind }, act, rerunFrom }: RunCommands): void {
  if (step && kind === 'step' && canBeginWith(run, step)) rerunFrom(step);
  else act('rerun');
}

type Does = RunAction | 'from here' | 'say' | 'link';

/** What only keys do. */
type KeyOnly = 'next' | 'previous' | 'input' | 'output' | 'effects';

interface Offer extends Pick<Command, 'says' | 'about' | 'key' | 'off'> {
  readonly does: Does;
}

function offersOf({
  possible,
  run,
  onCopyLink,
  chosen: { step, kind, name },
}: RunCommands): readonly Offer[] {
  const [unknown] = unknownIn(run);
  const offers: Offer[] = possible.map(({ action, says, off }) => ({
    does: action,
    says,
    ...(off !== undefined && { off }),
  }));
  if (step && kind === 'step' && canBeginWith(run, step))
    offers.push({ does: 'from here', says: runWords.rerunFrom, about: name, key: 'R' });
  if (unknown) offers.push({ does: 'say', says: runWords.say, about: unknown.name, key: 'U' });
  const link: Offer = { does: 'link', says: runWords.copyLink, key: 'L' };
  return [...offers, ...(onCopyLink ? [link] : [])];
}

const iconOf = (does: Does) => {
  switch (does) {
    case 'from here':
      return CornerDownRight;
    case 'say':
      return CircleHelp;
    case 'link':
      return Copy;
    case 'pause':
    case 'resume':
    case 'retry':
    case 'rerun':
    case 'cancel':
      return iconOfAction(does);
  }
};

function carryOut(now: RunCommands, does: Does | KeyOnly): void {
  switch (does) {
    case 'next':
      return stepOn(now, 1);
    case 'previous':
      return stepOn(now, -1);
    case 'input':
    case 'output':
    case 'effects':
      return now.onLook({ step: now.chosen.key, tab: does });
    case 'from here':
      return again(now);
    case 'say':
      return sayIt(now);
    case 'link':
      return void now.onCopyLink?.();
    case 'pause':
    case 'resume':
    case 'retry':
    case 'rerun':
    case 'cancel':
      return now.act(does);
  }
}

const commandsOf = (offers: readonly Offer[], give: Give): readonly Command[] =>
  offers.map(({ does, ...said }) => ({
    ...said,
    id: `run ${does}`,
    group: 'do',
    icon: iconOf(does),
    does: () => give(does),
  }));
