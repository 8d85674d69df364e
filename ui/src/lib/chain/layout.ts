import { type Box, Canvas, type Layout } from './canvas';
import type { Chain, ChainStep, Trigger } from './model';

export const card = { width: 262, height: 44, spine: 22 };

const gap = 20;
const columnGap = 36;
const fork = { down: 14, label: 24, into: 14, out: 16 };
const loop = { pad: 14, foot: 12 };
const asideGap = 30;
const margin = 24;

/** A part of the picture, around its own spine at x = 0 and from y = 0. */
interface Part {
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** Nothing comes behind it. */
  readonly ends: boolean;
  readonly draw: (canvas: Canvas, x: number, y: number) => void;
}

export function layoutOf(chain: Chain): Layout {
  const triggers = triggersPart(chain.triggers);
  const steps = sequence(chain.steps, { level: 1, within: undefined, aside: false });
  const parts = [triggers, steps, ...(steps.ends ? [] : [endPart])].filter(
    ({ height }) => height > 0,
  );
  const whole = stacked(parts);
  const canvas = new Canvas();
  whole.draw(canvas, margin + whole.left, margin);
  return {
    width: whole.left + whole.right + 2 * margin,
    height: whole.height + 2 * margin,
    ...canvas,
  };
}

const own = { left: card.spine, right: card.width - card.spine };

/** What starts it, one under the other: any of them is enough. */
const triggersPart = (triggers: readonly Trigger[]): Part => ({
  ...own,
  height: triggers.length * (card.height + 6) - (triggers.length > 0 ? 6 : 0),
  ends: false,
  draw: (canvas, x, y) => {
    for (const [index, trigger] of triggers.entries())
      canvas.cards.push({
        kind: 'trigger',
        trigger,
        index,
        ...boxAt(x, y + index * (card.height + 6)),
      });
  },
});

const endHeight = 28;

const endPart: Part = {
  ...own,
  height: endHeight,
  ends: true,
  draw: (canvas, x, y) =>
    canvas.cards.push({
      kind: 'end',
      x: x - card.spine,
      y,
      width: 2 * card.spine,
      height: endHeight,
    }),
};

const boxAt = (x: number, y: number): Box => ({
  x: x - card.spine,
  y,
  width: card.width,
  height: card.height,
});

/** One under the other, with the way between them. */
function stacked(parts: readonly Part[]): Part {
  const last = parts.at(-1);
  return {
    left: Math.max(0, ...parts.map(({ left }) => left)),
    right: Math.max(0, ...parts.map(({ right }) => right)),
    height:
      parts.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, parts.length - 1),
    ends: last?.ends ?? false,
    draw: (canvas, x, y) => {
      let top = y;
      for (const [index, part] of parts.entries()) {
        part.draw(canvas, x, top);
        const bottom = top + part.height;
        if (index < parts.length - 1 && !part.ends) canvas.way([x, bottom], [x, bottom + gap]);
        top = bottom + gap;
      }
    },
  };
}

interface Place {
  readonly level: number;
  readonly within: string | undefined;
  readonly aside: boolean;
}

const sequence = (steps: readonly ChainStep[], place: Place): Part =>
  stacked(steps.map((step) => beside(stepPart(step, place), step, place)));

function stepPart(step: ChainStep, place: Place): Part {
  if (step.kind === 'for_each') return loopPart(step, place);
  return step.branches.length > 0 ? forkPart(step, place) : single(step, place);
}

const put = (canvas: Canvas, step: ChainStep, { level, within, aside }: Place, box: Box) =>
  canvas.cards.push({ kind: 'step', step, level, within, aside, ...box });

const single = (step: ChainStep, place: Place): Part => ({
  ...own,
  height: card.height,
  ends: step.kind === 'stop',
  draw: (canvas, x, y) => put(canvas, step, place, boxAt(x, y)),
});

const inside = (step: ChainStep, place: Place): Place => ({
  level: place.level + 1,
  within: step.id,
  aside: false,
});

/** Columns side by side, the way forks in the middle and joins again below the longest. */
function forkPart(step: ChainStep, place: Place): Part {
  const columns = step.branches.map(({ steps }) => sequence(steps, inside(step, place)));
  const spines = spinesOf(columns);
  const first = spines[0] ?? 0;
  const last = spines.at(-1) ?? 0;
  const middle = (first + last) / 2;
  const top = card.height + fork.down + fork.label + fork.into;
  const deepest = Math.max(0, ...columns.map(({ height }) => height));
  const joins = columns.some(({ ends, height }) => !ends || height === 0);
  return {
    left: Math.max(card.spine, middle - first + (columns[0]?.left ?? 0)),
    right: Math.max(own.right, last - middle + (columns.at(-1)?.right ?? 0), labelWidth),
    height: top + deepest + (joins ? fork.out : 0),
    ends: !joins,
    draw: (canvas, x, y) => {
      put(canvas, step, place, boxAt(x, y));
      const bar = y + card.height + fork.down;
      const join = y + top + deepest + fork.out;
      for (const [branch, column] of columns.entries()) {
        const at = x + (spines[branch] ?? 0) - middle;
        const begins = y + top;
        canvas.way([x, y + card.height], [x, bar], [at, bar], [at, begins]);
        canvas.labels.push({ x: at, y: bar + fork.label / 2, of: step, branch });
        column.draw(canvas, at, begins);
        if (column.ends && column.height > 0) continue;
        const out = join - fork.out / 2;
        canvas.way([at, begins + column.height], [at, out], [x, out], [x, join]);
      }
    },
  };
}

const labelWidth = 120;

/** Where each column's spine stands, the first at 0: none touches its neighbour. */
function spinesOf(columns: readonly Part[]): readonly number[] {
  const spines: number[] = [];
  for (const [index, column] of columns.entries()) {
    const before = columns[index - 1];
    const at = spines[index - 1];
    spines.push(
      before === undefined || at === undefined
        ? 0
        : at + Math.max(before.right, labelWidth) + columnGap + Math.max(column.left, card.spine),
    );
  }
  return spines;
}

/** The loop is the head of a frame, what it does for each stands in it. */
function loopPart(step: ChainStep, place: Place): Part {
  const body = sequence(step.body, inside(step, place));
  const left = Math.max(card.spine, body.left) + loop.pad;
  const right = Math.max(own.right, body.right) + loop.pad;
  const height = card.height + (body.height > 0 ? gap + body.height : 0) + loop.foot;
  return {
    left,
    right,
    height,
    ends: false,
    draw: (canvas, x, y) => {
      canvas.frames.push({ id: step.id, x: x - left, y, width: left + right, height });
      put(canvas, step, place, { ...boxAt(x, y), x: x - left, width: left + right });
      if (body.height === 0) return;
      const top = y + card.height + gap;
      canvas.way([x, y + card.height], [x, top]);
      body.draw(canvas, x, top);
    },
  };
}

/** What is done on failure stands at the right of it, with a way of its own. */
function beside(part: Part, step: ChainStep, place: Place): Part {
  if (step.onError.length === 0) return part;
  const recovery = sequence(step.onError, { ...inside(step, place), aside: true });
  const at = part.right + asideGap + recovery.left;
  return {
    left: part.left,
    right: at + recovery.right,
    height: Math.max(part.height, recovery.height),
    ends: part.ends,
    draw: (canvas, x, y) => {
      part.draw(canvas, x, y);
      recovery.draw(canvas, x + at, y);
      const line = y + card.height / 2;
      const from = step.kind === 'for_each' ? part.right : own.right;
      canvas.error([x + from, line], [x + at - card.spine, line]);
      if (recovery.height > part.height) canvas.way([x, y + part.height], [x, y + recovery.height]);
    },
  };
}
