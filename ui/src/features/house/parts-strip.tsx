import { StateMark } from '@/components/state-mark';
import { type Part, useReadiness } from '@/lib/api/readiness';
import { homeWords } from '@/lib/words/home';
import { nameOf, sentenceOf } from './parts';

const expected = ['database', 'temporal', 'workers', 'sweep'];

/** One instrument for each part: is it there, and if not, why not. */
export function PartsStrip() {
  const { data, isError } = useReadiness();
  const parts = data ? Object.entries(data.parts) : [];
  return (
    <section
      aria-label={homeWords.parts.title}
      className={`flex-none overflow-hidden border-y border-line ${isError ? 'grayscale' : ''}`}
    >
      <ul className="-mt-px -ml-px grid grid-cols-2 two:grid-cols-[repeat(auto-fit,minmax(170px,1fr))]">
        {parts.map(([name, part]) => (
          <Reading key={name} name={name} part={part} />
        ))}
        {!data && expected.map((name) => <NotAsked key={name} name={name} />)}
      </ul>
    </section>
  );
}

const cell = 'min-w-0 border-t border-l border-line px-3 pt-2 pb-2 two:px-4';

function Reading({ name, part }: { readonly name: string; readonly part: Part }) {
  const sentence = sentenceOf(name, part);
  return (
    <li className={`${cell} ${part.state === 'up' ? '' : 'max-two:col-span-full'}`}>
      <span className="label">{nameOf(name)}</span>
      <div className="text-lg font-medium">
        <StateMark state={part.state === 'up' ? 'up' : 'away'} />
      </div>
      <div
        className={`text-xs ${part.state === 'up' ? 'truncate text-ink-3' : 'line-clamp-3 text-ink-2'}`}
        title={sentence}
      >
        {sentence}
      </div>
    </li>
  );
}

const NotAsked = ({ name }: { readonly name: string }) => (
  <li className={cell}>
    <span className="label">{nameOf(name)}</span>
    <div className="text-lg font-medium text-ink-3">{homeWords.parts.unknown}</div>
    <div className="text-xs text-ink-3">{homeWords.parts.asked}</div>
  </li>
);
