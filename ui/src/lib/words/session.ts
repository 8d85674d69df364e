import { area } from './area';

export const sessionWords = area('session', {
  signIn: {
    title: 'Sign in',
    email: 'Mail address',
    password: 'Password',
    submit: 'Sign in',
    submitting: 'Signing in…',
    firstTime: 'First time here? The login was printed by',
    firstTimeFile: 'and stands in',
    firstTimeEnd: 'of its data folder.',
    wrong: 'Mail address and password do not belong together. Check both and try again.',
    tooMany: 'Too many tries. Your account is fine, it only takes a pause.',
    tooManyFor: (span: string) => `Next try in ${span}.`,
    notReady: 'Pilothouse is not ready yet, so nobody can sign in. Try again in a moment.',
    unreachable: 'Pilothouse does not answer. Your password was not checked. Try again.',
    refused: (reason: string) => `Signing in did not work: ${reason}`,
    mailMissing: 'Your mail address is needed.',
    passwordMissing: 'Your password is needed.',
  },

  password: {
    title: 'Your password',
    lead: 'Signs you in to this house alone. Nobody here can read it, also not an administrator.',
    current: 'Current password',
    next: 'New password',
    nextHint: 'Twelve characters or more. A short sentence is easier to keep than a riddle.',
    submit: 'Change password',
    submitting: 'Changing…',
    done: 'Your password is changed. Use the new one from now on.',
    wrongCurrent: 'This is not your current password.',
    currentMissing: 'Your current password is needed.',
    nextMissing: 'Choose a new password.',
    same: 'This is the password you have. Choose another one.',
    failed: 'Your password is not changed, the old one still holds.',
  },

  /** The picture beside the door: the way of one automation. */
  chart: {
    won: { name: 'A deal is won', about: 'crm.deal.stage_changed' },
    ask: { name: 'Ask Finance', about: 'the pilot comes on board' },
    each: { name: 'For each machine', about: 'plan the installation' },
    wait: { name: 'Wait until 3 December', about: '2 working days before' },
    welcome: { name: 'Welcome', about: 'sent once' },
  },
});
