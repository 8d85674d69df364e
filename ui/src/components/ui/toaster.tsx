import { Bell, Check, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { type KeyBinding, useKeys } from '@/lib/keys';
import { dismiss, type Toast, useToasts } from '@/lib/toasts';
import { words } from '@/lib/words';
import { Glyph } from '../glyph';
import { Button } from './button';
import { Icon } from './icon';
import { IconButton } from './icon-button';

/** Always there, so that a screen reader hears what comes; above the tabs on a phone. */
export function Toaster() {
  const toasts = useToasts();
  useToastKeys(toasts);
  return (
    <div
      role="status"
      className="pointer-events-none fixed right-3 bottom-[calc(var(--keys)+12px)] z-40 grid w-[min(360px,calc(100vw-24px))] gap-2 max-two:bottom-16"
    >
      {toasts.map((toast) => (
        <One key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

/** The key that is printed on a toast works while it stands there. */
function useToastKeys(toasts: readonly Toast[]): void {
  const keys = useMemo<readonly KeyBinding[]>(
    () =>
      toasts.flatMap(({ id, action }) =>
        action?.key === undefined
          ? []
          : [{ keys: [[action.key]], says: action.says, does: () => act(id, action) }],
      ),
    [toasts],
  );
  useKeys(keys);
}

function act(id: string, action: NonNullable<Toast['action']>): void {
  action.does();
  dismiss(id);
}

const marks = {
  done: <Icon of={Check} size={14} />,
  told: <Icon of={Bell} size={14} />,
  failed: (
    <span className="text-st-failed">
      <Glyph name="failed" />
    </span>
  ),
  running: (
    <span className="text-st-running">
      <Glyph name="running" />
    </span>
  ),
} satisfies Record<Toast['tone'], ReactNode>;

const One = ({ toast: { id, tone, says, action } }: { readonly toast: Toast }) => (
  <div className="pointer-events-auto flex items-center gap-2.5 rounded-3 border border-line-strong bg-raised py-2 pr-2 pl-3 text-ink shadow-(--shadow-2)">
    {marks[tone]}
    <span className="min-w-0 flex-1 wrap-anywhere">{says}</span>
    {action && (
      <Button size="small" hotkey={action.key} onClick={() => act(id, action)}>
        {action.says}
      </Button>
    )}
    <IconButton icon={X} size="small" label={words.dialog.close} onClick={() => dismiss(id)} />
  </div>
);
