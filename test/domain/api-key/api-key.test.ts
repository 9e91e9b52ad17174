import { describe, expect, it } from 'vitest';
import {
  type ApiKey,
  covers,
  formatToken,
  isLive,
  parseToken,
  reaches,
} from '../../../lambdas/domain/api-key/api-key.ts';

const secret = 'q3fW8kJm0vZlX2cYdN4tBhS7uEoRgPiA1wTyQzK-_nM';

describe('parseToken', () => {
  it('takes apart what formatToken made, also with underscores in the secret', () => {
    const underscores = '_'.repeat(43);
    expect(parseToken(formatToken('key_abcdefgh234567zz', secret))).toEqual({ keyId: 'key_abcdefgh234567zz', secret });
    expect(parseToken(formatToken('key_abcdefgh234567zz', underscores))?.secret).toBe(underscores);
  });

  it.each([
    '',
    'olk_',
    `key_abcdefgh234567zz_${secret}`,
    `olk_key_abc_${secret}`,
    `olk_key_abcdefgh234567zz_${secret}x`,
    `olk_key_abcdefgh234567zz_${secret}\n`,
  ])('refuses "%s"', (token) => expect(parseToken(token)).toBeUndefined());
});

describe('rights', () => {
  const all = { scopes: ['a', 'b'], apps: '*' as const };
  const some = { scopes: ['a', 'b'], apps: ['acme', 'beta'] };

  it('reach an app by its whole name only', () => {
    expect(reaches(all, 'anything')).toBe(true);
    expect(reaches(some, 'acme')).toBe(true);
    for (const other of ['acm', 'acme2', 'ACME', '', '*', 'gamma']) expect(reaches(some, other)).toBe(false);
  });

  it.each([
    [all, all, true],
    [all, some, true],
    [some, some, true],
    [some, all, false],
    [some, { scopes: ['a'], apps: ['beta'] }, true],
    [some, { scopes: ['a', 'c'], apps: ['beta'] }, false],
    [some, { scopes: ['a'], apps: ['beta', 'gamma'] }, false],
    [{ scopes: [], apps: [] }, { scopes: ['a'], apps: [] }, false],
  ])('%j covers %j: %s', (own, other, expected) => expect(covers(own, other)).toBe(expected));
});

describe('isLive', () => {
  const key: ApiKey = { keyId: 'key_a', name: 'n', scopes: [], apps: '*', createdAt: 0 };

  it('ends at the moment of expiry, and with a revocation', () => {
    expect(isLive(key, 5000)).toBe(true);
    expect(isLive({ ...key, expiresAt: 5000 }, 4999)).toBe(true);
    expect(isLive({ ...key, expiresAt: 5000 }, 5000)).toBe(false);
    expect(isLive({ ...key, revokedAt: 5000 }, 1)).toBe(false);
  });
});
