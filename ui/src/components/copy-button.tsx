import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { words } from '@/lib/words';
import { Icon } from './icon';

/** Copies an id. Shows nothing where the browser forbids the clipboard, as on plain http. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  if (!('clipboard' in navigator)) return null;
  return (
    <button
      type="button"
      aria-label={copied ? words.run.copied : label}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      className="grid size-6 place-items-center rounded-1 text-ink-3 hover:bg-hover hover:text-ink"
    >
      <Icon of={copied ? Check : Copy} size={14} />
    </button>
  );
}
