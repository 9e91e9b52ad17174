import { describe, expect, test } from 'vitest';
import { consentState } from '../../../lambdas/domain/consent/consent-state.ts';
import type { Mark, Registers } from '../../../lambdas/domain/consent/registers.ts';

const noon = Date.UTC(2026, 10, 20, 12);
const hour = 3_600_000;
const day = 24 * hour;
const mark = (at: number, ref: string, source: Mark['source'] = 'web-form'): Mark => ({ at: at / 1000, ref, source });
const state = (registers: Registers, now: number) =>
  consentState(registers, { purposeId: 'offers', category: 'marketing' }, now);

describe('a request that waits for the phone', () => {
  const asked: Registers = { offers: { Q: mark(noon, 'u.1') } };

  test('is pending for 24 hours, and says until when', () => {
    expect(state(asked, noon + day - 1)).toEqual({
      state: 'pending',
      since: noon,
      ref: 'u.1',
      source: 'web-form',
      expiresAt: noon + day,
    });
  });

  test('has expired after 24 hours, and is not taken for an opt-in that expired', () => {
    expect(state(asked, noon + day)).toEqual({
      state: 'expired',
      since: noon,
      ref: 'u.1',
      source: 'web-form',
      expiresAt: noon + day,
      unconfirmed: true,
    });
  });

  test('uncovers the no before it when it lapses', () => {
    const stopped: Registers = { ...asked, '*': { R3: mark(noon - hour, 'u.0', 'whatsapp-message') } };
    expect(state(stopped, noon + day - 1)).toMatchObject({ state: 'pending', ref: 'u.1' });
    expect(state(stopped, noon + day)).toEqual({
      state: 'opted-out',
      since: noon - hour,
      ref: 'u.0',
      source: 'whatsapp-message',
    });
    const erased: Registers = { offers: { Q: mark(noon, 'u.1'), E: mark(noon - hour, 'u.0', 'erasure') } };
    expect(state(erased, noon + day)).toMatchObject({ state: 'erased' });
  });

  test('does not matter to somebody who is opted in', () => {
    const granted: Registers = { offers: { Q: mark(noon, 'u.2'), G3: mark(noon - hour, 'u.1', 'whatsapp-message') } };
    for (const now of [noon + 1, noon + 2 * day]) expect(state(granted, now)).toMatchObject({ state: 'opted-in' });
  });

  test('may be confirmed late: a yes is a yes', () => {
    const late: Registers = { offers: { Q: mark(noon, 'u.1'), G3: mark(noon + 2 * day, 'u.2', 'whatsapp-button') } };
    expect(state(late, noon + 2 * day)).toMatchObject({ state: 'opted-in', ref: 'u.2' });
  });

  test('may be asked anew', () => {
    expect(state({ offers: { Q: mark(noon + day, 'u.2') } }, noon + day)).toMatchObject({ state: 'pending' });
  });
});
