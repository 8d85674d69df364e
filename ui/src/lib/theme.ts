import { chosenIn } from './choice';

export const themes = ['system', 'day', 'night'] as const;
export type Theme = (typeof themes)[number];

/** Pair: src/early.js, which applies it before the first paint. */
export const theme = chosenIn('theme', themes, 'system');
