import { words } from '@/lib/words';

const widths = ['w-32', 'w-44', 'w-24', 'w-40', 'w-36'];

/** Shapes of rows to come. They do not shimmer, and what is quick never shows them. */
export function LoadingRows() {
  return (
    <div className="animate-late" role="status" aria-label={words.loading}>
      {widths.map((width) => (
        <div
          key={width}
          className="flex h-row items-center gap-2.5 border-b border-dashed border-line px-4"
        >
          <span className="size-3.5 rounded-full bg-selected" />
          <span className={`h-[9px] rounded-1 bg-selected ${width}`} />
          <span className="ml-auto h-[9px] w-10 rounded-1 bg-selected" />
        </div>
      ))}
    </div>
  );
}
