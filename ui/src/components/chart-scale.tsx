/** The alternating border of a sea chart, in so many fields: under every time axis. */
export const ChartScale = ({ fields = 10 }: { readonly fields?: number }) => (
  <div
    aria-hidden="true"
    className="chart-scale h-[5px] border border-ink-3 forced-color-adjust-none"
    style={{ ['--u' as string]: `${100 / fields}%` }}
  />
);

interface GaugeProps {
  /** What is measured, for those who do not see it: "Money". */
  readonly label: string;
  /** In words: "€1.84 of €6.00". */
  readonly says: string;
  /** 0 to 1. */
  readonly share: number;
  /** Where somebody is asked. */
  readonly mark?: number;
  readonly tone?: 'plain' | 'warn' | 'person';
}

const tones = { plain: 'bg-ink', warn: 'bg-st-paused-fill', person: 'bg-st-person-fill' };

/** A budget or a countdown on the scale of a chart. */
export const Gauge = ({ label, says, share, mark, tone = 'plain' }: GaugeProps) => (
  <div
    role="meter"
    aria-label={label}
    aria-valuenow={Math.round(share * 100)}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuetext={says}
    className="gauge relative h-1.5 border border-control forced-color-adjust-none"
  >
    <i
      className={`absolute inset-y-0 left-0 ${tones[tone]}`}
      style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }}
    />
    {mark !== undefined && (
      <b
        className="absolute -inset-y-[3px] w-0.5 bg-st-person-fill"
        style={{ left: `${mark * 100}%` }}
      />
    )}
  </div>
);
