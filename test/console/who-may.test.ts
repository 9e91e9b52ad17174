import { expect, test } from 'vitest';
import type { Scope } from '../../console/src/session/session.ts';
import { whoMay } from '../../console/src/session/who-may.ts';
import { scopes } from '../../lambdas/contract/routes.ts';
import { type Appointment, rightsOf, roles } from '../../lambdas/domain/operators/roles.ts';

const appointments: readonly (readonly [string, Appointment])[] = [
  ...roles.map((role) => [role, { role, apps: '*' }] as const),
  ['numbers', { role: 'marketer', apps: '*', numbers: true }],
];

/** As the API says what may be done: narrow scopes are in those that hold them. */
const mayBy = ([, appointment]: (typeof appointments)[number], scope: Scope): boolean =>
  rightsOf(appointment, scopes).scopes.some((each) => each === scope || narrower[each] === scope);
const narrower: { readonly [wide: string]: string } = { 'apps:write': 'brand:write', 'exports:read': 'exports:counts' };

test.each(scopes)('whose role has %s is told as the API decides it', (scope) => {
  const held = appointments.filter((each) => mayBy(each, scope as Scope)).map(([name]) => name);
  // Every marketer is named once: who was given numbers is one, too.
  const told = held.filter((name) => name !== 'numbers' || !held.includes('marketer'));
  expect([...whoMay[scope as Scope]].sort()).toEqual(told.sort());
});
