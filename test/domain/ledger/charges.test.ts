import { describe, expect, test } from 'vitest';
import { type FoldedStatement, foldStatements } from '../../../lambdas/domain/consent/fold.ts';
import { chargesOf, platformStopCharges } from '../../../lambdas/domain/ledger/charges.ts';
import { acme } from '../../support/ledger/ledger-bench.ts';

let made = 0;
const said = (of: Partial<FoldedStatement>): FoldedStatement => {
  made += 1;
  return {
    ref: `u.${made}`,
    action: 'granted',
    purposes: ['offers'],
    level: 3,
    saidAt: made * 1000,
    recordedAt: 0,
    source: 'whatsapp-message',
    ...of,
  };
};
/** What the last of these statements charges, all told in order. */
const charged = (...history: FoldedStatement[]) => {
  const last = history.at(-1) ?? said({});
  return chargesOf(foldStatements(history.slice(0, -1)), foldStatements(history), last);
};
const at = (point: string, of: Partial<FoldedStatement> = {}) => said({ point, ...of });
/** What an opt-in counts. */
const yesAt = (point: string) => [
  { point, count: 'confirmed' },
  { point, count: 'optIns' },
];
const stop = { action: 'revoked', purposes: 'all' } as const;

describe('an opt-in', () => {
  test('counts once at its point, whatever its purposes', () => {
    expect(charged(at('pt_a', { purposes: ['offers', 'news'] }))).toEqual(yesAt('pt_a'));
  });
  test('counts nowhere without a point', () => {
    expect(charged(said({}))).toEqual([]);
  });
  test('counts only if it opts somebody in: not when they are, not when a no overrules it', () => {
    expect(charged(at('pt_a'), at('pt_b'))).toEqual([]);
    expect(charged(said(stop), at('pt_a', { level: 2, source: 'paper' }))).toEqual([]);
    expect(charged(at('pt_a'), at('pt_b', { purposes: ['offers', 'news'] }))).toEqual(yesAt('pt_b'));
  });
});

describe('an opt-in that renews one', () => {
  const purposes = [
    { purposeId: 'offers', name: 'Offers', category: 'marketing', validForDays: 30 },
    { purposeId: 'news', name: 'News', category: 'marketing', validForDays: 1 },
  ] as const;
  const first = said({ point: 'pt_a', saidAt: 0, purposes: ['offers', 'news'] });
  const renewed = (day: number, more: Partial<FoldedStatement> = {}) => {
    const again = said({ point: 'pt_b', saidAt: day * 86_400_000, ...more });
    return chargesOf(foldStatements([first]), foldStatements([first, again]), again, purposes);
  };
  test('counts once the one before has expired, and not while it holds', () => {
    expect(renewed(30)).toEqual(yesAt('pt_b'));
    expect(renewed(29)).toEqual([]);
  });
  test('does not count for another purpose that has expired', () => {
    expect(renewed(2)).toEqual([]);
    expect(renewed(2, { purposes: ['news'] })).toEqual(yesAt('pt_b'));
  });
});

describe('a request', () => {
  test('counts as a request and as nothing else', () => {
    expect(charged(at('pt_a', { action: 'requested', level: 2 }))).toEqual([{ point: 'pt_a', count: 'requests' }]);
  });
  test('counts again once it is confirmed, as an opt-in', () => {
    expect(charged(at('pt_a', { action: 'requested', level: 2 }), at('pt_a'))).toEqual(yesAt('pt_a'));
  });
});

describe('the end of an opt-in', () => {
  const both = [at('pt_a'), at('pt_b', { purposes: ['news'] })];
  test('by a stop counts at every point that had brought an opt-in that ends, once each', () => {
    expect(charged(...both, at('pt_a', { purposes: ['orders'] }), said(stop))).toEqual([
      { point: 'pt_a', count: 'stops' },
      { point: 'pt_b', count: 'stops' },
    ]);
  });
  test('by an opt-out or a refusal of one purpose counts where that purpose came from, wherever it is said', () => {
    expect(charged(...both, at('pt_c', { action: 'revoked', purposes: ['news'] }))).toEqual([
      { point: 'pt_b', count: 'optOuts' },
    ]);
    expect(charged(...both, said({ action: 'refused', purposes: ['offers'] }))).toEqual([
      { point: 'pt_a', count: 'optOuts' },
    ]);
  });
  test('counts once: a second stop ends nothing', () => {
    expect(charged(...both, said(stop), said(stop))).toEqual([]);
  });
  test('of somebody who came without a point counts nowhere', () => {
    expect(charged(said({}), said(stop))).toEqual([]);
  });
  test('counts nothing when a later yes stands already', () => {
    expect(charged(at('pt_a'), said({ ...stop, saidAt: 1 }))).toEqual([]);
  });
});

describe("WhatsApp's own stop", () => {
  const registers = foldStatements([at('pt_a'), at('pt_b', { purposes: ['orders'] })]);
  test('counts at the points of marketing opt-ins only, when it begins', () => {
    expect(platformStopCharges(acme, registers, {}, { stoppedAt: 5000 })).toEqual([
      { point: 'pt_a', count: 'platformStops' },
    ]);
  });
  test('counts nothing when it was told before, or when it ends', () => {
    expect(platformStopCharges(acme, registers, { stoppedAt: 5000 }, { stoppedAt: 9000 })).toEqual([]);
    expect(platformStopCharges(acme, registers, { stoppedAt: 5000 }, { stoppedAt: 5000, resumedAt: 9000 })).toEqual([]);
  });
});
