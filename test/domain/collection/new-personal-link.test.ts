import { describe, expect, it } from 'vitest';
import {
  type AskedLink,
  linkPointFaults,
  newPersonalLink,
} from '../../../lambdas/domain/collection/new-personal-link.ts';
import { InvalidInputError } from '../../../lambdas/domain/errors.ts';
import { testPoint } from '../../support/pages/collection.ts';

const now = Date.UTC(2026, 10, 21, 10, 0, 0, 700);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const phone = { phone: '525512345678' };

function made(asked: Partial<AskedLink>) {
  try {
    const link = newPersonalLink(
      { kind: 'personal-link', pointId: 'pt_1', person: phone, keyId: 'key_1', ...asked },
      now,
    );
    return link.expiresAt;
  } catch (error) {
    return error instanceof InvalidInputError ? error.faults.map(({ pointer, code }) => [pointer, code]) : error;
  }
}
const seconds = (time: number) => Math.floor(time / 1000) * 1000;

describe('how long a link lives', () => {
  it.each([
    ['an opt-in link', 'personal-link', 30 * day, hour, 180 * day],
    ['a preference link', 'preference-page', 400 * day, 60 * day, 730 * day],
  ] as const)('%s', (_name, kind, usual, least, most) => {
    expect(made({ kind })).toBe(seconds(now + usual));
    expect(made({ kind, validForHours: least / hour })).toBe(seconds(now + least));
    expect(made({ kind, validForHours: most / hour })).toBe(seconds(now + most));
    expect(made({ kind, validForHours: most / hour + 1 })).toEqual([['/validForHours', 'too-late']]);
    expect(made({ kind, validForHours: least / hour - 1 })).toEqual([['/validForHours', 'too-early']]);
    // A clock that is a minute ahead of ours or behind.
    expect(made({ kind, expiresAt: now + least - minute })).toBe(seconds(now + least - minute));
    expect(made({ kind, expiresAt: now + least - minute - 1 })).toEqual([['/expiresAt', 'too-early']]);
    expect(made({ kind, expiresAt: now + most + minute })).toBe(seconds(now + most + minute));
    expect(made({ kind, expiresAt: now + most + minute + 1 })).toEqual([['/expiresAt', 'too-late']]);
  });

  it('is said once', () => {
    expect(made({ expiresAt: now + day, validForHours: 24 })).toEqual([['/validForHours', 'said-twice']]);
  });
});

describe('whom a link is for', () => {
  it.each([
    ['personal-link', { bsuid: 'MX.1' }, '/user', 'phone-required'],
    ['personal-link', { ...phone, bsuid: 'MX.1' }, '/user', 'several-names'],
    ['preference-page', { ...phone, userId: `usr_${'x'.repeat(33)}` }, '/user', 'several-names'],
    ['preference-page', { userId: 'usr_short' }, '/user/userId', 'not-a-user-id'],
  ] as const)('a %s is not for %j', (kind, person, pointer, code) => {
    expect(made({ kind, person })).toEqual([[pointer, code]]);
  });

  it('says all that is wrong at once', () => {
    expect(made({ person: { bsuid: 'MX.1' }, validForHours: 100_000 })).toEqual([
      ['/user', 'phone-required'],
      ['/validForHours', 'too-late'],
    ]);
  });
});

describe('the point of a link', () => {
  it.each([
    ['link', {}, 'wrong-kind-of-point'],
    ['personal-link', { expiresAt: now }, 'point-expired'],
    ['personal-link', { expiresAt: now + 1 }, undefined],
    // The way to stop works as long as the link does.
    ['preference-page', { expiresAt: now }, undefined],
  ] as const)('of the kind %s with %j', (kind, more, code) => {
    expect(linkPointFaults(testPoint(1, { kind, ...more }), now).map((fault) => fault.code)).toEqual(
      code === undefined ? [] : [code],
    );
  });

  it('must be there', () => {
    expect(linkPointFaults(undefined, now)).toMatchObject([{ pointer: '/pointId', code: 'unknown-point' }]);
  });
});
