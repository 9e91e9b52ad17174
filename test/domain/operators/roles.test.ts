import { describe, expect, it } from 'vitest';
import { routes, scopes } from '../../../lambdas/contract/routes.ts';
import { holds } from '../../../lambdas/domain/api-key/api-key.ts';
import { rightsOf, roles } from '../../../lambdas/domain/operators/roles.ts';

const of = (role: (typeof roles)[number], numbers?: boolean) =>
  rightsOf({ role, apps: ['acme'], ...(numbers !== undefined && { numbers }) }, scopes);
const may = (role: (typeof roles)[number], numbers?: boolean) =>
  scopes.filter((scope) => holds(of(role, numbers), scope));

/** What shows people's numbers, or hands them out. */
const ofPeople = ['users:read', 'exports:read', 'links:write', 'consent:write'];
/** What says who may do what. */
const ofPower = ['keys:write', 'people:write', 'apps:write'];

describe('roles', () => {
  it.each(roles)('%s has scopes that exist', (role) => {
    for (const scope of of(role).scopes) expect(scopes).toContain(scope);
  });

  it('an owner may everything, in every app', () => {
    expect(may('owner')).toEqual([...scopes]);
    expect(of('owner').apps).toBe('*');
  });

  it.each(['marketer', 'support', 'auditor'] as const)(
    '%s gives nobody anything, and has the apps that were named',
    (role) => {
      expect(may(role).filter((scope) => ofPower.includes(scope))).toEqual([]);
      expect(of(role).apps).toEqual(['acme']);
    },
  );

  it('a marketer sees nobody, unless numbers were given', () => {
    expect(may('marketer').filter((scope) => ofPeople.includes(scope))).toEqual([]);
    expect(may('marketer', false)).toEqual(may('marketer'));
    expect(may('marketer', true).filter((scope) => ofPeople.includes(scope))).toEqual([
      'users:read',
      'exports:read',
      'links:write',
    ]);
  });

  it('what was told of people to a callback is seen by those alone who see people', () => {
    const body = routes.find(({ path }) => path.endsWith('/deliveries/{deliveryId}'));
    expect(body && may('marketer').filter((scope) => scope === body.scope)).toEqual([]);
    expect(body && may('marketer', true).filter((scope) => scope === body.scope)).toHaveLength(1);
  });

  it('numbers are given to nobody else', () => {
    for (const role of ['support', 'auditor'] as const) expect(may(role, true)).toEqual(may(role));
  });

  it('an auditor writes nothing, and downloads no audience', () => {
    expect(may('auditor').filter((scope) => scope.endsWith(':write') || scope === 'exports:read')).toEqual([]);
    expect(may('auditor')).toContain('audit:read');
  });

  it('support records and looks up people, and sees neither audiences nor the audit list', () => {
    expect(may('support')).toEqual([
      'apps:read',
      'consent:write',
      'users:read',
      'eligibility:read',
      'collection:read',
      'links:write',
    ]);
  });
});

describe('scopes that were split off', () => {
  it('are held by keys from before', () => {
    expect(holds({ scopes: ['apps:write'], apps: '*' }, 'brand:write')).toBe(true);
    expect(holds({ scopes: ['exports:read'], apps: '*' }, 'exports:counts')).toBe(true);
  });

  it('hold nothing wider', () => {
    expect(holds({ scopes: ['brand:write'], apps: '*' }, 'apps:write')).toBe(false);
    expect(holds({ scopes: ['exports:counts'], apps: '*' }, 'exports:read')).toBe(false);
    expect(holds({ scopes: ['exports:read'], apps: '*' }, 'brand:write')).toBe(false);
  });
});
