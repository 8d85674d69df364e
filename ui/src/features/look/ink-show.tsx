import { Flag } from '@/components/shell/flag';
import { Who } from '@/components/ui/who';
import { livingWords } from '@/lib/words/living';
import { Section } from './section';

export const PeopleShow = () => (
  <Section title={livingWords.people}>
    <ul className="flex flex-wrap gap-x-4 gap-y-2">
      <li className="flex items-center gap-1.5">
        <Who name="Maya Okonjo" /> Maya, a person is round
      </li>
      <li className="flex items-center gap-1.5">
        <Who name="Wren" kind="employee" /> Wren, an AI employee is square
      </li>
      <li className="flex items-center gap-1.5">
        <Who name="Tomas Lindqvist" size="small" asked /> asked, or here now
      </li>
      <li className="flex items-center gap-1.5">
        <Flag /> the house
      </li>
    </ul>
  </Section>
);

/** Written out: only what stands in a source becomes a utility. */
const colours = {
  canvas: 'bg-canvas',
  surface: 'bg-surface',
  raised: 'bg-raised',
  sunken: 'bg-sunken',
  hover: 'bg-hover',
  selected: 'bg-selected',
  line: 'bg-line',
  'line-strong': 'bg-line-strong',
  control: 'bg-control',
  'ink-3': 'bg-ink-3',
  'ink-2': 'bg-ink-2',
  ink: 'bg-ink',
  running: 'bg-st-running-fill',
  person: 'bg-st-person-fill',
  time: 'bg-st-time-fill',
  finished: 'bg-st-finished-fill',
  failed: 'bg-st-failed-fill',
  unknown: 'bg-st-unknown-fill',
  paused: 'bg-st-paused-fill',
  halted: 'bg-st-halted-fill',
  draft: 'bg-st-draft-fill',
  'diff-del': 'bg-diff-del',
  'diff-add': 'bg-diff-add',
  focus: 'bg-focus',
};

export const ColourShow = () => (
  <Section title={livingWords.colours}>
    <ul className="grid grid-cols-3 gap-1.5 two:grid-cols-6">
      {Object.entries(colours).map(([name, colour]) => (
        <li key={name} className="min-w-0">
          <i
            className={`block h-[26px] rounded-1 inset-ring inset-ring-line-strong forced-color-adjust-none ${colour}`}
          />
          <span className="mono block truncate text-[11px] leading-[15px] text-ink-3">{name}</span>
        </li>
      ))}
    </ul>
  </Section>
);

const sizes = [
  ['26/30 medium', 'text-2xl font-medium', '412,906'],
  ['20/26 bold', 'text-xl font-semibold', 'Lower the lease to €389.00 a month'],
  ['16/22 bold', 'text-lg font-semibold', 'Northlight Dental, RF-2291'],
  ['14/21', 'text-md', 'Reading: a message, the reason, help that takes two lines.'],
  ['13/18', '', 'Base: rows, fields, buttons. 0 O, 1 l I stay apart.'],
  ['12/16', 'text-xs', 'Meta: who, when, how many.'],
  ['11/14 narrow', 'label', 'Column heads, axes, key caps'],
  ['mono 12', 'mono', 'data.value.amount >= 10000'],
] as const;

export const TypeShow = () => (
  <Section title={livingWords.type}>
    <dl className="grid grid-cols-[96px_minmax(0,1fr)] items-baseline gap-x-2.5 gap-y-1">
      {sizes.map(([name, style, sample]) => (
        <div key={name} className="contents">
          <dt className="label">{name}</dt>
          <dd className={style}>{sample}</dd>
        </div>
      ))}
    </dl>
  </Section>
);
