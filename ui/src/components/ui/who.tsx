interface WhoProps {
  readonly name: string;
  /** People are round, AI employees are square, everywhere. */
  readonly kind?: 'person' | 'employee';
  readonly size?: 'small' | 'normal';
  /** Is asked, or is here now. */
  readonly asked?: boolean;
}

const kinds = {
  person:
    'rounded-full bg-selected text-ink-2 inset-ring inset-ring-line-strong forced-colors:border',
  employee: 'rounded-1 bg-ink text-on-ink forced-colors:border',
};

const sizes = { small: 'size-5 text-[9.5px] leading-none', normal: 'size-7 text-2xs' };

const asking =
  'ring-[1.5px] ring-surface outline-[1.5px] outline-offset-[1.5px] outline-st-person-fill';

export const Who = ({ name, kind = 'person', size = 'normal', asked = false }: WhoProps) => (
  <span
    aria-hidden="true"
    title={name}
    className={`grid flex-none place-items-center font-semibold tracking-wide select-none ${kinds[kind]} ${sizes[size]} ${asked ? asking : ''}`}
  >
    {initialsOf(name, kind)}
  </span>
);

/** A person's name has two parts, an employee's is one word. */
function initialsOf(name: string, kind: 'person' | 'employee'): string {
  const parts = name.split(/[\s._@-]+/u).filter((part) => part !== '');
  const [first = ''] = parts;
  if (kind === 'employee') return first.slice(0, 2).toUpperCase();
  return parts
    .slice(0, 2)
    .map((part) => part[0]?.toUpperCase() ?? '')
    .join('');
}
