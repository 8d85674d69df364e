/**
 * 96 random bits as hex. `crypto.randomUUID` exists on https and localhost only; this page also
 * stands on plain addresses inside a company.
 */
export const randomId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
