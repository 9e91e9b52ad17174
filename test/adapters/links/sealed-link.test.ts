import { describe, expect, it } from 'vitest';
import { personalLinkSeal } from '../../../lambdas/adapters/links/sealed-link.ts';
import type { LinkedPerson, PersonalLink } from '../../../lambdas/domain/collection/personal-link.ts';
import { oldLink } from '../../support/pages/old-link.ts';

const key = 'test-key-of-the-identifier-hashes-0123456789';
const { seal, open } = personalLinkSeal(key);
const madeAt = Date.UTC(2026, 10, 21, 10);
const link: PersonalLink = {
  kind: 'personal-link',
  pointId: 'pt_pbcdfghjkmnpqrst',
  person: { phone: '525512345678' },
  keyId: 'key_abcdefghyz234567',
  madeAt,
  expiresAt: madeAt + 30 * 24 * 60 * 60 * 1000,
};

describe('a sealed link', () => {
  it.each<[string, LinkedPerson]>([
    ['the shortest number', { phone: '1234567' }],
    ['the longest number', { phone: '999999999999999' }],
    ['a BSUID', { bsuid: 'US.13491208655302741918' }],
    ['the longest BSUID', { bsuid: `US.ENT.${'a'.repeat(128)}` }],
    ['a userId', { userId: 'usr_IGWfkmnAYebTmsdmLoJov251YJGB6g4wu' }],
    ['a userId of other letters', { userId: `usr_${'_-9'.repeat(11)}` }],
  ])('says what it was sealed with: %s', (_, person) => {
    for (const kind of ['personal-link', 'preference-page'] as const) {
      expect(open(seal({ ...link, kind, person }))).toEqual({ ...link, kind, person });
    }
  });

  it.each([
    'key_aaaaaaaaaaaaaaaa',
    'key_7777777777777777',
    'key_a234567bcdefghiz',
    'key_90zzzzzzzzzzzzzz',
    'key_0000000000000000',
    'key_9999999999999999',
  ])('names the key %s', (keyId) => {
    expect(open(seal({ ...link, keyId }))).toEqual({ ...link, keyId });
  });

  it.each([undefined, '', 'key_a', 'key_00000000000000000', 'key_AAAAAAAAAAAAAAAA'])(
    'is not made by nobody: %s',
    (keyId) => {
      const { keyId: _own, ...bare } = link;
      expect(() => seal({ ...bare, ...(keyId !== undefined && { keyId }) })).toThrow('names the key');
    },
  );

  it('from before keys were sealed in opens without one', () => {
    const { keyId: _own, ...bare } = link;
    expect(open(oldLink(key, bare))).toEqual(bare);
  });

  it('from before keys had digits of their own opens as it was', () => {
    const sealed = 'AlZAuqIP_CwwNqZvZq7YNcyVnf1WyKm-oTs7cclYIDhdFdADavLJ7jiQ37_CwfwAMK-6SdRQlBXHi6MxaD8I4XO6l2CkV9Lf';
    expect(open(sealed)).toEqual(link);
  });

  it('is another one each time', () => {
    expect(seal(link)).not.toBe(seal(link));
  });

  it('is short enough for an SMS beside some words, and shows nothing of the number', () => {
    const address = `https://optin.acme.example/me/${seal(link)}`;
    expect(address.length).toBeLessThan(130);
    const bytes = Buffer.from(seal(link), 'base64url').toString('latin1');
    expect(bytes).not.toContain('525512345678');
    expect(Buffer.from(seal(link), 'base64url').toString('hex')).not.toContain((525512345678).toString(16));
  });

  it('does not open with any bit of any byte changed', () => {
    const bytes = Buffer.from(seal(link), 'base64url');
    for (const at of bytes.keys()) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(open(changed.toString('base64url'))).toBeUndefined();
      }
    }
  });

  it('does not open with any character of the address changed, added or left out', () => {
    const sealed = seal(link);
    for (let at = 0; at < sealed.length; at += 1) {
      for (const other of ['A', 'B', '_', '-', '=', '+', '/', ' ', 'é', '']) {
        const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
        if (changed !== sealed) expect(open(changed)).toBeUndefined();
      }
      expect(open(sealed.slice(0, at))).toBeUndefined();
    }
    for (const more of ['A', '=', '==', '\n', ' ', '%00']) expect(open(sealed + more)).toBeUndefined();
  });

  it('has one spelling: spare bits of the last character count', () => {
    const sealed = seal(link);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const opened = [...alphabet].filter((last) => open(sealed.slice(0, -1) + last) !== undefined);
    expect(opened).toEqual([sealed.slice(-1)]);
  });

  it('does not open with another key, nor with the key of another use', () => {
    expect(personalLinkSeal(`${key}0`).open(seal(link))).toBeUndefined();
    expect(open(personalLinkSeal(`${key}0`).seal(link))).toBeUndefined();
  });

  it.each(['', 'A', 'AQ', '..', '%', '😀', 'A'.repeat(83), 'AQ'.repeat(20), 'x'.repeat(100_000)])(
    'is not made of nothing: case %#',
    (text) => {
      expect(open(text)).toBeUndefined();
    },
  );

  it('refuses a key that is a mistake', () => {
    expect(() => personalLinkSeal('short')).toThrow('shorter than 32');
  });
});
