import { describe, expect, test } from 'vitest';
import { maySeeAside } from '../../../lambdas/domain/inbound/may-see-aside.ts';

const rights = (...apps: string[]) => ({ scopes: [], apps });
const all = { scopes: [], apps: '*' as const };

describe('given what came to the number of one app', () => {
  const owners = { appIds: ['acme'], isNobodys: false };

  test('whoever has that app sees it there, and nowhere else', () => {
    expect(maySeeAside(rights('acme', 'other'), 'acme', owners)).toBe(true);
    expect(maySeeAside(rights('acme', 'other'), 'other', owners)).toBe(false);
    expect(maySeeAside(all, 'other', owners)).toBe(false);
  });

  test('whoever has another app does not', () => {
    expect(maySeeAside(rights('other'), 'acme', owners)).toBe(false);
  });
});

test('given a number that two apps share, only who has both sees it, in either', () => {
  const owners = { appIds: ['acme', 'other'], isNobodys: false };
  expect(maySeeAside(rights('acme'), 'acme', owners)).toBe(false);
  for (const appId of ['acme', 'other']) expect(maySeeAside(rights('acme', 'other'), appId, owners)).toBe(true);
});

test('given what is nobody’s, only who has all apps sees it, in any app', () => {
  const owners = { appIds: [], isNobodys: true };
  expect(maySeeAside(rights('acme'), 'acme', owners)).toBe(false);
  expect(maySeeAside(all, 'acme', owners)).toBe(true);
});

test('given one number that is an app’s and one that is nobody’s, it is as what is nobody’s', () => {
  const owners = { appIds: ['acme'], isNobodys: true };
  expect(maySeeAside(rights('acme'), 'acme', owners)).toBe(false);
  expect(maySeeAside(all, 'other', owners)).toBe(true);
});
