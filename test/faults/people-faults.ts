import type { PlantedFault } from './planted-fault.ts';

const tokens = 'lambdas/adapters/sign-in/access-tokens.ts';
const tokenTests = ['test/adapters/sign-in/access-tokens'];
const signedIn = ['test/handlers/signed-in'];
const people = ['test/handlers/people'];
const audit = ['test/handlers/audit'];
const store = 'lambdas/adapters/dynamodb/admin/operator-store.ts';

/** Nobody does more than their role, nobody who was removed does anything, and what was done is on record. */
export const peopleFaults: readonly PlantedFault[] = [
  {
    name: 'an ID token signs in',
    file: tokens,
    find: "if (use !== 'access') return { refused: 'not-an-access-token' };",
    replace: '',
    tests: tokenTests,
  },
  {
    name: 'a token of another client of the pool signs in',
    file: tokens,
    find: "if (client !== clientId) return { refused: 'wrong-client' };",
    replace: '',
    tests: tokenTests,
  },
  {
    name: 'a token of another pool signs in',
    file: tokens,
    find: '          issuer,\n',
    replace: '',
    tests: tokenTests,
  },
  {
    name: 'a token that never ends signs in',
    file: tokens,
    find: "requiredClaims: ['sub', 'exp', 'client_id', 'token_use'],",
    replace: '',
    tests: tokenTests,
  },
  {
    name: 'tokens run out by the clock of the machine',
    file: tokens,
    find: '          currentDate: new Date(at),\n',
    replace: '',
    tests: tokenTests,
  },
  {
    name: 'the key set is asked for every made-up key',
    file: 'lambdas/adapters/sign-in/key-set.ts',
    find: 'if (now() < current.at + askedAgainAfter) throw error;',
    replace: '',
    tests: tokenTests,
  },
  {
    name: 'a key that was taken away is good for ever',
    file: 'lambdas/adapters/sign-in/key-set.ts',
    find: 'known !== undefined && now() < known.at + keptFor',
    replace: 'known !== undefined',
    tests: tokenTests,
  },
  {
    name: 'somebody who was removed signs in with a token from before',
    file: 'lambdas/use-cases/operators/who-signed-in.ts',
    find: 'operator.removedAt !== undefined || ',
    replace: '',
    tests: people,
  },
  {
    name: 'a role counts that the token does not have',
    file: 'lambdas/use-cases/operators/who-signed-in.ts',
    find: ' || !read.groups.includes(operator.role)',
    replace: '',
    tests: signedIn,
  },
  {
    name: 'a token is good for as long as the authorizer is remembered',
    file: 'lambdas/edge/http/caller.ts',
    find: 'event.requestContext.timeEpoch >= Number(context.until)',
    replace: 'false',
    tests: signedIn,
  },
  {
    name: 'a silent pool is told as a bad sign-in',
    file: 'lambdas/edge/http/caller.ts',
    find: "if (refused === 'unavailable') {",
    replace: "if (refused === ('never' as string)) {",
    tests: signedIn,
  },
  {
    name: 'a removed owner appoints somebody in the minute of the authorizer',
    file: 'lambdas/edge/http/live-caller.ts',
    find: 'operator === undefined || operator.removedAt !== undefined',
    replace: 'operator === undefined',
    tests: people,
  },
  {
    name: 'somebody who is no owner any more appoints in that minute',
    file: 'lambdas/edge/http/live-caller.ts',
    find: 'if (!caller.scopes.every((scope) => rights.scopes.includes(scope))) {',
    replace: 'if (false as boolean) {',
    tests: people,
  },
  {
    name: 'the last owner is removed',
    file: store,
    find: ' AND size(owners) > :one',
    replace: '',
    tests: people,
  },
  {
    name: 'a key appoints who may do more than it',
    file: 'lambdas/use-cases/operators/manage-operators.ts',
    find: '  mustCover(asking, rightsOf(given, everything));\n',
    replace: '',
    tests: people,
  },
  {
    name: 'a marketer downloads audiences',
    file: 'lambdas/edge/api/exports/export-routes.ts',
    find: "holds(caller, 'exports:read')",
    replace: 'true',
    tests: ['test/handlers/exports'],
  },
  {
    name: 'a marketer changes any setting of an app',
    file: 'lambdas/edge/api/apps/app-routes.ts',
    find: "if (Object.keys(json()).some((field) => field !== 'brand')) mustHold(caller, 'apps:write');",
    replace: '',
    tests: signedIn,
  },
  {
    name: 'somebody who signed in writes another name under a yes',
    file: 'lambdas/edge/api/consent/own-name.ts',
    find: 'operator !== keyId && isYes',
    replace: 'false',
    tests: signedIn,
  },
  {
    name: 'an act is kept after it was done',
    file: 'lambdas/edge/http/kept-in-audit.ts',
    find: '  const kept = await log.open(note);\n  let answer: HttpResponse;\n  try {\n    answer = await act();',
    replace:
      '  let answer: HttpResponse;\n  const early = await act();\n  const kept = await log.open(note);\n  try {\n    answer = early;',
    tests: audit,
  },
  {
    name: 'links to an audience are handed out unseen',
    file: 'lambdas/edge/http/kept-in-audit.ts',
    find: "if (!isHead && ('links' in fields || 'secret' in fields)) await log.open(note, { status: answer.status });",
    replace: '',
    tests: audit,
  },
  {
    name: 'the audit list keeps whatever stands in a path',
    file: 'lambdas/edge/http/kept-in-audit.ts',
    find: "typeof value === 'string' && form.test(value) ? value : undefined",
    replace: "typeof value === 'string' ? value : undefined",
    tests: audit,
  },
  {
    name: 'an auditor of one app sees what was done to the stage',
    file: 'lambdas/edge/api/audit/audit-routes.ts',
    find: "caller.apps === '*'",
    replace: 'true',
    tests: audit,
  },
];
