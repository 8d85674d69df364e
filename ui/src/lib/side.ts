import { chosenIn } from './choice';

/** The sidebar folds by itself where a page has a left pane of its own; a person can pin either. */
export const side = chosenIn('side', ['auto', 'wide', 'rail'], 'auto');
