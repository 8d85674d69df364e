import { useId } from 'react';

export interface Bar {
  /** From the foot to the top; each in its own colour, the first is what is normal. */
  readonly parts: readonly { readonly value: number; readonly tone: keyof typeof tones }[];
  /** Its time is not over yet. */
  readonly open: boolean;
}

const tones = {
  normal: 'fill-selected',
  failed: 'fill-st-failed-fill',
  unknown: 'fill-st-unknown-fill',
};

interface BarsProps {
  readonly bars: readonly Bar[];
  /** What the highest bar stands for. */
  readonly most: number;
  readonly says: string;
  readonly height: number;
}

/** Bars over a chart scale, as wide as their place. What is not normal is at least two pixels high. */
export function Bars({ bars, most, says, height }: BarsProps) {
  const hatch = useId();
  const width = 100 / bars.length;
  return (
    <svg
      role="img"
      aria-label={says}
      width="100%"
      height={height}
      className="block overflow-visible forced-color-adjust-none"
    >
      <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse">
        <path d="M-1 5 5-1" className="stroke-st-neutral-fill" />
      </pattern>
      {bars.map((bar, place) => (
        // Time goes on and bars move along: the place is the identity.
        // oxlint-disable-next-line react/no-array-index-key
        <g key={place}>
          {stacked(bar, most, height).map(({ tone, top, high }) => (
            <rect
              key={tone}
              x={`${place * width}%`}
              y={top}
              width={`${width}%`}
              height={high}
              className={bar.open && tone === 'normal' ? '' : tones[tone]}
              {...(bar.open && tone === 'normal' && { fill: `url(#${hatch})` })}
            />
          ))}
          <Top
            bar={bar}
            from={place * width}
            to={(place + 1) * width}
            y={topOf(bar, most, height)}
          />
        </g>
      ))}
      {bars.map((_, place) => (
        <line
          // oxlint-disable-next-line react/no-array-index-key
          key={place}
          x1={`${(place + 1) * width}%`}
          x2={`${(place + 1) * width}%`}
          y1="-2"
          y2={height}
          strokeWidth="2"
          className="stroke-surface"
        />
      ))}
    </svg>
  );
}

interface TopProps {
  readonly bar: Bar;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** The ink line on a bar: by it the eye reads the height. */
const Top = ({ bar, from, to, y }: TopProps) =>
  bar.parts.every(({ value }) => value === 0) ? null : (
    <line x1={`${from}%`} x2={`${to}%`} y1={y} y2={y} strokeWidth="2" className="stroke-ink-2" />
  );

const highOf = (value: number, most: number, height: number) =>
  value === 0 ? 0 : Math.max(2, Math.round((value / most) * height));

const topOf = ({ parts }: Bar, most: number, height: number) =>
  height - parts.reduce((high, { value }) => high + highOf(value, most, height), 0);

function stacked(bar: Bar, most: number, height: number) {
  let top = height;
  return bar.parts
    .filter(({ value }) => value > 0)
    .map(({ value, tone }) => {
      const high = highOf(value, most, height);
      top -= high;
      return { tone, top, high };
    });
}
