/** With a blank sheet, or with one of the automations that the house hands out. */
export type Begin = 'blank' | 'starter';

export const blank = `on:
  - event: crm.deal.won
steps: []
`;

/** A name in quotation marks of JSON is one in YAML too, whatever stands in it. */
export const named = (text: string, name: string) =>
  `name: ${JSON.stringify(name)}\n${text.replace(/^name:.*\n/, '')}`;
