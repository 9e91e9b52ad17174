import type { PlantedFault } from './planted-fault.ts';

const source = 'console/src/session/pool-source.ts';
const pool = 'console/src/session/pool.ts';
const authorization = 'console/src/session/authorization.ts';
const tokens = ['test/adapters/sign-in/pool-source'];
const whoMay = 'console/src/session/who-may.ts';
const consoleFiles = 'lambdas/edge/console/console-routes.ts';
const owner = 'cli/owner/owner-command.ts';
const owners = ['test/cli/owner-command'];

/** Who signs in to the console is let in by their own proof, is never thrown out without need, and is out once they say so. */
export const consolePeopleFaults: readonly PlantedFault[] = [
  {
    name: 'a refresh token is used by two calls at once',
    file: source,
    find: 'renewing ??= renewNow()',
    replace: 'renewing = renewNow()',
    tests: tokens,
  },
  {
    name: 'the refresh token is not replaced',
    file: source,
    find: '(given.refreshToken ?? refresh)',
    replace: '(refresh ?? given.refreshToken)',
    tests: tokens,
  },
  {
    name: 'a token is used to its very end',
    file: source,
    find: 'if (left() > renewedBefore) return',
    replace: 'if (left() > 0) return',
    tests: tokens,
  },
  {
    name: 'a silent pool ends a sign-in',
    file: pool,
    find: 'if (response.status === 400 || response.status === 401) return undefined;',
    replace: 'if (!response.ok) return undefined;',
    tests: tokens,
  },
  {
    name: 'a good token is given up while the pool is silent',
    file: source,
    find: 'if (left() > 0) return current?.accessToken;',
    replace: '',
    tests: tokens,
  },
  {
    name: 'a token that was refused is taken for good',
    file: source,
    find: 'current?.accessToken === refused ? renewed() : current?.accessToken',
    replace: 'current?.accessToken',
    tests: tokens,
  },
  {
    name: 'each refused call takes another token',
    file: source,
    find: 'current?.accessToken === refused ? renewed() : current?.accessToken',
    replace: 'renewed()',
    tests: tokens,
  },
  {
    name: 'who signs out while a token is asked for is signed in again by it',
    file: source,
    find: 'if (refresh === used) take(given);',
    replace: 'if (given !== undefined) take(given);',
    tests: tokens,
  },
  {
    name: 'who signs out stays signed in at the pool',
    file: source,
    find: '  leave(place);\n',
    replace: '',
    tests: tokens,
  },
  {
    name: 'who signs out leaves a refresh token that is good',
    file: source,
    find: 'if (token !== undefined) revoke(place, token);',
    replace: '',
    tests: tokens,
  },
  {
    name: 'the verifier is sent to the page in place of its digest',
    file: authorization,
    find: 'code_challenge: base64url(new Uint8Array(digest)),',
    replace: 'code_challenge: verifier,',
    tests: tokens,
  },
  {
    name: 'a refusal with a code is taken for a sign-in',
    file: authorization,
    find: 'code !== null && error === null && { code }',
    replace: 'code !== null && { code }',
    tests: tokens,
  },
  {
    name: 'a marketer is told that the audit list opens for them',
    file: whoMay,
    find: "'audit:read': ['owner', 'auditor'],",
    replace: "'audit:read': ['owner', 'auditor', 'marketer'],",
    tests: ['test/console/who-may'],
  },
  {
    name: 'the console may ask any address',
    file: consoleFiles,
    find: '[new URL(each).origin]',
    replace: "['https:']",
    tests: ['test/handlers/console.test'],
  },
  {
    name: 'the console may not ask the user pool',
    file: consoleFiles,
    find: '[signInUrl, uploadUrl].flatMap',
    replace: '[uploadUrl].flatMap',
    tests: ['test/handlers/console.test'],
  },
  {
    name: 'the command makes somebody an owner who is here as something else',
    file: owner,
    find: "if (isLive && before.role !== 'owner') {",
    replace: "if (isLive && before.role === 'marketer') {",
    tests: owners,
  },
  {
    name: 'an owner whom the command appointed has no role at the pool',
    file: owner,
    find: "  await pool.setRole(username, 'owner');\n",
    replace: '',
    tests: owners,
  },
  {
    name: 'the command appoints without a line in the audit list',
    file: owner,
    find: '    await kept.close({ status: 201 });\n',
    replace: '',
    tests: owners,
  },
];
