import { chosenIn } from './choice';

export const densities = ['compact', 'normal', 'relaxed'] as const;
export type Density = (typeof densities)[number];

/** How high a row is. Pair: src/early.js, which applies it before the first paint. */
export const density = chosenIn('density', densities, 'normal');
