/** What a definition calls what it says of its runs as a whole. */
export const settingKeys = {
  description: 'description',
  owner: 'owner',
  area: 'area',
  concurrency: 'concurrency',
  throttle: 'throttle',
  dedupe: 'dedupe',
  deadline: 'deadline',
  onFailure: 'on_failure',
} as const;
