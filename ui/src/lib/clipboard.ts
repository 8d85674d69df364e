/** Browsers have none on plain http, but for their own machine. */
export const canCopy = () => 'clipboard' in navigator && navigator.clipboard !== undefined;

/** Whether it lies there now: a browser may refuse although it has a clipboard. */
export async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
