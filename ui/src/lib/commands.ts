import type { LucideIcon } from 'lucide-react';
import type { Key } from './keys';
import { registry } from './registry';

/** Something that can be done or gone to here and now; the palette lists it. */
export interface Command {
  readonly id: string;
  readonly says: string;
  readonly group: 'do' | 'go';
  /** Quiet, at the right: "21 runs wait". */
  readonly about?: string;
  /** More words by which it is found. */
  readonly also?: string;
  readonly icon?: LucideIcon;
  readonly key?: Key;
  /** Why it cannot be done now; it is shown, and does nothing. */
  readonly off?: string;
  readonly does: () => void;
}

const commands = registry<Command>();

/** Commands of one part of the page; they go when it goes. */
export const useCommands = commands.useOffer;
export const useAllCommands = commands.useAll;

/** Every word that was typed occurs somewhere in what the command says. */
export function fits(command: Command, typed: string): boolean {
  const text = `${command.says} ${command.also ?? ''} ${command.about ?? ''}`.toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
