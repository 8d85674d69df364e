/** The steps of a new house, in their order; each can be left out and taken up again. */
export const firstSteps = ['company', 'password', 'automation', 'run'] as const;

export type FirstStep = (typeof firstSteps)[number];

export type Done = Readonly<Record<FirstStep, boolean>>;

/** The first that is not done, or the last of all. */
export const nextOf = (done: Done): FirstStep => firstSteps.find((step) => !done[step]) ?? 'run';

export const after = (step: FirstStep): FirstStep =>
  firstSteps[firstSteps.indexOf(step) + 1] ?? 'run';
