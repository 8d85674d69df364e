import { area } from './area';

/** Where somebody writes JSON. */
export const jsonWords = area('json', {
  broken: (line: number, column: number) => `This is no JSON: line ${line}, column ${column}.`,
  goThere: 'Go there',
  tidy: 'Lay out',
});
