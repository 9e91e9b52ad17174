export const en = {
  title: 'Sign in',
  lead: 'See who said yes, who said no, and why.',
  key: 'API key',
  keyHint: 'It begins with olk_ and stays in this tab until you close it.',
  signIn: 'Sign in',
  noKey: 'Type the key.',
  over: 'Sign in again',
  overWhy: 'Your session has ended. What you typed is still here: sign in and go on.',
  refused: 'This key opens nothing here.',
  whereFrom:
    'On your own machine, npm start prints a link that signs you in. Elsewhere, whoever runs OptLedger gives you a key.',
};
