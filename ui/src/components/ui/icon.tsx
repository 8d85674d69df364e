import type { LucideIcon } from 'lucide-react';

/** Icons of actions and things; states have glyphs of their own. */
export function Icon({
  of: Drawing,
  size = 16,
}: {
  readonly of: LucideIcon;
  readonly size?: number;
}) {
  return <Drawing size={size} strokeWidth={1.6} className="block flex-none" aria-hidden="true" />;
}
