/** Longer than this, and people see that they wait. */
export const moment = 150;

/** Over when what was asked for is there, or has failed, or a moment has passed. */
export async function soon(asked: Promise<unknown>): Promise<void> {
  await Promise.race([
    asked.catch(() => {}),
    new Promise((resolve) => {
      setTimeout(resolve, moment);
    }),
  ]);
}
