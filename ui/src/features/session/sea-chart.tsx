import { Fragment } from 'react';
import { sessionWords } from '@/lib/words/session';
import chart from './chart.svg';

/** The way of one automation across a chart: where it starts, waits, asks a person, arrives. */
const stations = [
  { x: 120, y: 742, says: 'won' },
  { x: 250, y: 560, says: 'ask', person: true },
  { x: 468, y: 470, says: 'each' },
  { x: 560, y: 318, says: 'wait', before: true },
  { x: 800, y: 250, says: 'welcome' },
] as const;

interface StationOnChart {
  readonly x: number;
  readonly y: number;
  readonly says: keyof typeof sessionWords.chart;
  readonly person?: boolean;
  /** What it says stands on its left, where a narrow chart still shows it. */
  readonly before?: boolean;
}

/** A picture only; it says nothing that the form does not say. */
export const SeaChart = () => (
  <div
    className="relative hidden overflow-hidden border-l border-line bg-canvas two:block"
    aria-hidden="true"
  >
    <svg
      viewBox="0 0 980 900"
      preserveAspectRatio="xMinYMid slice"
      className="absolute inset-[11px] size-[calc(100%-22px)]"
    >
      <use href={`${chart}#depths`} className="fill-none stroke-line-strong stroke-1" />
      <use href={`${chart}#shore`} className="fill-st-draft-tint stroke-ink-3 stroke-[1.4]" />
      <use href={`${chart}#heights`} className="fill-st-draft-tint stroke-control stroke-[0.8]" />
      <use href={`${chart}#soundings`} className="fill-control text-2xs italic" />
      <polyline
        points={stations.map(({ x, y }) => `${x},${y}`).join(' ')}
        className="fill-none stroke-st-person-fill stroke-[1.6] [stroke-dasharray:9_5]"
      />
      {stations.map((station) => (
        <Mark key={station.says} {...station} />
      ))}
    </svg>
    <Border />
  </div>
);

const Mark = ({ x, y, says, person = false, before = false }: StationOnChart) => (
  <g transform={`translate(${x} ${y})`}>
    {person ? <PilotStation /> : <circle r="5" className="fill-surface stroke-ink stroke-2" />}
    <g
      className="stroke-canvas stroke-4 [paint-order:stroke]"
      textAnchor={before ? 'end' : 'start'}
      transform={`translate(${before ? -18 : 18} 0)`}
    >
      <text y="-1" className="fill-ink text-sm font-semibold">
        {sessionWords.chart[says].name}
      </text>
      <text y="14" className="fill-ink-2 text-xs">
        {sessionWords.chart[says].about}
      </text>
    </g>
  </g>
);

const PilotStation = () => (
  <>
    <circle r="9.5" className="fill-canvas stroke-st-person-fill stroke-2" />
    <path d="M0-5.6 5.6 0 0 5.6-5.6 0z" className="fill-st-person-fill" />
  </>
);

const sides = [
  'inset-x-0 top-0 h-1.5 border-b chart-scale',
  'inset-x-0 bottom-0 h-1.5 border-t chart-scale',
  'inset-y-0 left-0 w-1.5 border-r chart-scale-y',
  'inset-y-0 right-0 w-1.5 border-l chart-scale-y',
];

const Border = () => (
  <div className="pointer-events-none absolute inset-1 border border-ink-3 [--u:40px]">
    {sides.map((side) => (
      <Fragment key={side}>
        <i className={`absolute border-ink-3 ${side}`} />
      </Fragment>
    ))}
  </div>
);
