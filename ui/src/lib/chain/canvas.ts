import type { ChainStep, Trigger } from './model';

/** Where things stand, in pixels from the upper left. Pure: the same chain gives the same picture. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly Card[];
  readonly frames: readonly Frame[];
  readonly labels: readonly Label[];
  readonly lines: readonly Line[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Card = Box &
  (
    | { readonly kind: 'trigger'; readonly trigger: Trigger; readonly index: number }
    | {
        readonly kind: 'step';
        readonly step: ChainStep;
        /** Depth in the tree, from 1, for those who hear it. */
        readonly level: number;
        /** The id of the step around it. */
        readonly within: string | undefined;
        /** Stands aside: done when the step at its left has failed. */
        readonly aside: boolean;
      }
    | { readonly kind: 'end' }
  );

/** Around what a loop does; the card of the loop is its head. */
export interface Frame extends Box {
  readonly id: string;
}

/** On the way into a branch. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly of: ChainStep;
  readonly branch: number;
}

export interface Line {
  readonly kind: 'way' | 'error';
  /** A path of SVG. */
  readonly path: string;
  readonly top: number;
  readonly bottom: number;
}

const corner = 6;

/** What is drawn gathers here. */
export class Canvas {
  readonly cards: Card[] = [];
  readonly frames: Frame[] = [];
  readonly labels: Label[] = [];
  readonly lines: Line[] = [];

  way(...points: readonly (readonly [number, number])[]): void {
    this.#line('way', points);
  }

  error(...points: readonly (readonly [number, number])[]): void {
    this.#line('error', points);
  }

  #line(kind: Line['kind'], points: readonly (readonly [number, number])[]): void {
    const ys = points.map(([, y]) => y);
    this.lines.push({
      kind,
      path: pathOf(points),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    });
  }
}

/** Straight from point to point, each corner a little round. */
export function pathOf(points: readonly (readonly [number, number])[]): string {
  return points
    .map(([x, y], index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${x} ${y}`;
      if (!after) return `L${x} ${y}`;
      const [inX, inY] = towards([x, y], before);
      const [outX, outY] = towards([x, y], after);
      return `L${inX} ${inY}Q${x} ${y} ${outX} ${outY}`;
    })
    .join('');
}

/** A little way from one point to another, at most half of it. */
function towards(
  [x, y]: readonly [number, number],
  [toX, toY]: readonly [number, number],
): readonly [number, number] {
  const distance = Math.hypot(toX - x, toY - y);
  if (distance === 0) return [x, y];
  const part = Math.min(corner, distance / 2) / distance;
  return [round(x + (toX - x) * part), round(y + (toY - y) * part)];
}

const round = (value: number) => Math.round(value * 100) / 100;
