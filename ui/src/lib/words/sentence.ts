/** What the server says in its own words, closed as a sentence. */
export const sentence = (said: string) => (/[.!?]$/.test(said) ? said : `${said}.`);
