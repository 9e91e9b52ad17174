/** Why an access token lets nobody in, each with what the caller is told. */
export const signInRefusals = {
  malformed: 'This is neither an API key nor an access token.',
  'wrong-algorithm': 'This token is not signed with RS256.',
  'unknown-key': 'This token is signed with a key that the user pool of this stage does not have.',
  'wrong-signature': 'The signature of this token is not right.',
  'wrong-issuer': 'This token is of another user pool than that of this stage.',
  'wrong-client': 'This token is of another client of the user pool than ours.',
  'not-an-access-token': 'This is not an access token. Send the access token, not the ID token.',
  expired: 'The sign-in has run out. Renew it with the refresh token, or sign in again.',
  'no-role':
    'This account has no role in this stage, was removed, or has another role since it signed in. Sign in again.',
} as const;
export type SignInRefusal = keyof typeof signInRefusals;
