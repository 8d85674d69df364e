/** Between what the API keeps, an instant, and what a field for date and time holds. */
const two = (part: number) => String(part).padStart(2, '0');

export function toField(iso: string | undefined): string {
  const at = new Date(iso ?? '');
  if (Number.isNaN(at.getTime())) return '';
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function fromField(written: string): string | undefined {
  const at = new Date(written);
  return written === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
