import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { canCopy, toClipboard } from '@/lib/clipboard';
import { words } from '@/lib/words';
import { Button } from './button';
import { Icon } from './icon';
import { IconButton } from './icon-button';

interface CopyProps {
  readonly text: string;
  readonly label: string;
}

/** Copies an id. Shows nothing where the browser forbids the clipboard, as on plain http. */
export function CopyButton({ text, label }: CopyProps) {
  const { copied, copy, can } = useCopy(text);
  if (!can) return null;
  return (
    <IconButton
      icon={copied ? Check : Copy}
      size="small"
      label={copied ? words.copied : label}
      onClick={copy}
      className="align-middle"
    />
  );
}

/** The same with its name beside it. */
export function CopyText({ text, label }: CopyProps) {
  const { copied, copy, can } = useCopy(text);
  if (!can) return null;
  return (
    <Button look="quiet" onClick={copy}>
      <Icon of={copied ? Check : Copy} size={14} />
      {copied ? words.copied : label}
    </Button>
  );
}

function useCopy(text: string) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => void toClipboard(text).then(setCopied);
  return { copied, copy, can: canCopy() };
}
