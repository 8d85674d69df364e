import type { Bar } from '@/components/spark';
import type { SegmentKind } from '@/lib/segments';

interface SampleLine {
  readonly name: string;
  readonly parts: readonly (readonly [SegmentKind, number])[];
  readonly tall?: boolean;
}

/** One morning at Harbour & Finch, 60 people who lease and service coffee machines. */
export const lines: readonly SampleLine[] = [
  {
    name: 'straight through',
    parts: [
      ['worked', 2],
      ['worked', 3],
      ['worked', 1],
      ['worked', 4],
    ],
  },
  {
    name: 'over, as a list knows it',
    parts: [
      ['waited', 2],
      ['took', 8],
    ],
  },
  {
    name: 'waits for a person',
    parts: [
      ['worked', 3],
      ['person', 8],
      ['ahead', 4],
      ['ahead', 2],
    ],
  },
  {
    name: 'waits for time, folded',
    parts: [
      ['worked', 2],
      ['time', 600],
      ['worked', 3],
      ['running', 2],
      ['ahead', 3],
    ],
  },
  {
    name: 'retried, then failed',
    parts: [
      ['worked', 3],
      ['retried', 5],
      ['failed', 2],
      ['ahead', 4],
    ],
  },
  {
    name: 'unknown effect',
    parts: [
      ['worked', 4],
      ['unknown', 4],
      ['ahead', 5],
    ],
  },
  {
    name: 'paused, halted',
    parts: [
      ['worked', 3],
      ['paused', 3],
      ['worked', 1],
      ['halted', 3],
      ['ahead', 3],
    ],
  },
  {
    name: 'tall, in the inspector',
    tall: true,
    parts: [
      ['worked', 3],
      ['person', 66],
      ['worked', 2],
      ['unknown', 3],
      ['ahead', 3],
    ],
  },
];

const heights = [
  54, 44, 32, 70, 30, 42, 49, 60, 60, 66, 32, 32, 76, 50, 60, 49, 70, 52, 73, 61, 59, 25, 41, 48,
  45, 66, 20, 28, 68, 81,
];

const odd: Readonly<Record<number, SegmentKind>> = {
  6: 'person',
  12: 'failed',
  17: 'time',
  22: 'unknown',
  25: 'paused',
  29: 'running',
};

export const lastRuns: { readonly name: string; readonly bars: readonly Bar[] } = {
  name: 'last 30 runs',
  bars: heights.map((height, index) => ({ height: height / 100, kind: odd[index] ?? 'worked' })),
};

export const areas = [
  { value: 'finance', name: 'Finance' },
  { value: 'sales', name: 'Sales' },
  { value: 'service', name: 'Service' },
  { value: 'people', name: 'People', about: 'no access', off: true },
] as const;

export const customers = [
  'Alder & Pike',
  'Bramble & Co',
  'Castle Street Clinic',
  'Fenwick Law',
  'Kestrel Architects',
  'Marlow Print',
  'Northlight Dental',
  'Osprey Dental',
].map((name) => ({ value: name, name }));

export const lease = [
  { name: 'Monthly rate', before: '€412.00', after: '€389.00' },
  { name: 'Ends on', before: '31 January 2027', after: '31 January 2030' },
  { name: 'Loyalty discount', before: undefined, after: '5.6%' },
  { name: 'Next review', before: '1 December 2026', after: '1 November 2029' },
];

export const mail = {
  before:
    'Dear Lena, thank you for four good years. From 1 February your three machines cost €412.00 a month. Service stays included.',
  after:
    'Dear Lena, thank you for four good years. From 1 February your three machines cost €389.00 a month, with a new term until 31 January 2030. Service stays included.',
};

export const output = {
  customer: 'Osprey Dental',
  amount: 64,
  currency: 'EUR',
  paid: false,
  note: null,
  lines: [{ machine: 'HF-20913', cups: 1284 }, { machine: 'HF-20914' }],
};
