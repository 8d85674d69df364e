import { ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { StateGlyph } from '@/components/state-mark';
import { Station } from '@/components/station';
import { Icon } from '@/components/ui/icon';
import { useNamed } from '@/lib/api/actors';
import type { Run } from '@/lib/api/runs';
import { eventKey, type RunRow } from '@/lib/run/rows';
import type { Stretch } from '@/lib/run/scale';
import { stepSaid } from '@/lib/chain/said';
import { duration, second, spanOf, spoken } from '@/lib/time';
import { words } from '@/lib/words';
import { runWords } from '@/lib/words/run';
import { Bars } from './bars';
import type { Placed } from './placed';

interface ChainRowProps {
  readonly run: Run;
  readonly placed: Placed;
  readonly top: number;
  readonly height: number;
  readonly scale: readonly Stretch[];
  readonly now: number;
  readonly chosen: boolean;
  /** One row of the tree is reached by Tab, the others by the arrows. */
  readonly reachable: boolean;
  readonly onChoose: (key: string) => void;
  readonly onToggle: (key: string, open: boolean) => void;
}

/** Drawn anew only when something of it changes: a scroll draws the rows that come into sight. */
export const ChainRow = memo(function ChainRow({
  placed,
  top,
  height,
  chosen,
  reachable,
  ...rest
}: ChainRowProps) {
  const { row, first, last, at } = placed;
  const { run, now, onChoose, onToggle } = rest;
  const about = useNamed(aboutOf(run, row, now));
  return (
    <div
      role="treeitem"
      aria-level={row.level}
      aria-selected={chosen}
      aria-expanded={row.open}
      aria-posinset={placed.position}
      aria-setsize={placed.size}
      aria-label={labelOf(row, about, now)}
      tabIndex={reachable ? 0 : -1}
      data-step={row.key}
      onClick={() => onChoose(row.key)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(row.key);
      }}
      className={`chain-grid absolute inset-x-0 cursor-default border-b border-line -outline-offset-2 ${chosen ? 'bg-selected forced-colors:outline' : 'hover:bg-hover'}`}
      style={{ top, height }}
    >
      <Station
        first={first}
        last={last}
        at={at}
        depth={row.level - 1}
        through={placed.through}
        chosen={chosen}
        mark={<StateGlyph state={row.state} />}
        name={<Name row={row} onToggle={onToggle} />}
        about={about}
        end={tookOf(run, row, now)}
      />
      <Bars run={run} row={row} scale={rest.scale} now={now} chosen={chosen} />
    </div>
  );
});

interface NameProps {
  readonly row: RunRow;
  readonly onToggle: (key: string, open: boolean) => void;
}

/** The drawing is for the pointer: the keyboard opens and closes by the arrows. */
const Name = ({ row: { key, name, open, counted }, onToggle }: NameProps) => (
  <span className="flex min-w-0 items-center gap-1">
    <span className="truncate" title={name}>
      {name}
    </span>
    {counted && <span className="flex-none text-xs font-normal text-ink-3">{counted}</span>}
    {open !== undefined && (
      <span
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onToggle(key, !open);
        }}
        className={`grid size-5 flex-none place-items-center rounded-1 text-ink-3 hover:bg-selected hover:text-ink ${open ? 'rotate-90' : ''}`}
      >
        <Icon of={ChevronRight} size={14} />
      </span>
    )}
  </span>
);

function aboutOf(run: Run, row: RunRow, now: number): string {
  const { step, written } = row;
  if (row.key === eventKey) return run.event.subject || runWords.by(run.event.source);
  if (row.kind !== 'step') return '';
  if (step?.keptFrom) return runWords.kept;
  if (step?.error) return step.error.message;
  if (step?.reason) return spoken(step.reason, now);
  if (step?.waits) return spoken(step.waits.reason, now);
  if (row.took !== undefined) return runWords.tookWay(row.took);
  const does = written ? stepSaid(written).about || (step?.kind ?? '') : (step?.kind ?? '');
  return step?.effect ? `${step.kind}, ${runWords.classes[step.effect.class]}` : does;
}

function tookOf({ queuedAt, startedAt }: Run, { key, kind, step }: RunRow, now: number) {
  if (key === eventKey) return startedAt && duration(spanOf(queuedAt, startedAt, now));
  if (!step || kind !== 'step' || step.keptFrom) return undefined;
  return duration(spanOf(step.startedAt, step.finishedAt, now));
}

/** All that the row and its bar show, for those who hear it. */
function labelOf(row: RunRow, about: string, now: number): string {
  const { step } = row;
  const state = row.state === 'queued' ? runWords.notReachedYet : words.states[row.state];
  const parts = [row.name, row.state === 'skipped' && !step ? runWords.notReached : state];
  if (row.counted) parts.push(row.counted);
  if (step && row.kind === 'step') {
    parts.push(runWords.began(second(step.startedAt)));
    parts.push(runWords.lasted(duration(spanOf(step.startedAt, step.finishedAt, now))));
  }
  if (about) parts.push(about);
  return parts.join(', ');
}
