import { expect, test } from 'vitest';
import { packRegisters, unpackRegisters } from '../../../../lambdas/adapters/dynamodb/places/registers-codec.ts';
import { packRun, unpackConsent } from '../../../../lambdas/adapters/dynamodb/places/stop-run-codec.ts';
import { foldConsent } from '../../../../lambdas/domain/consent/fold.ts';
import type { FoldedConsent } from '../../../../lambdas/domain/consent/folded-consent.ts';
import type { FoldedStatement } from '../../../../lambdas/domain/consent/statement.ts';
import { oneByOne } from '../../../model/one-by-one.ts';
import { isMarketing, randomSaid, seededRandom, shuffled, toStatement } from '../../../model/random-history.ts';

/** Through the state item and back. */
function kept(folded: FoldedConsent): FoldedConsent {
  const packed = JSON.parse(JSON.stringify({ ...packRun(folded), c: packRegisters(folded.registers, 's') }));
  return unpackConsent(packed, unpackRegisters(packed.c, 's'), folded.latestStart);
}

test('what START needs comes back from the table as it was, whatever was said in whatever order', () => {
  let known = 0;
  for (let n = 0; n < 1_000; n += 1) {
    const random = seededRandom(n);
    const history = Array.from({ length: 15 }, () => randomSaid(random, 20)).map((said) => toStatement(said, 0));
    const statements = history.map((said, index) => ({ ...said, ref: `s.${index}` }));
    const folded = oneByOne(random() < 0.5 ? statements : shuffled(random, statements), isMarketing);
    expect(kept(folded), `seed ${n}`).toEqual(folded);
    if (typeof folded.stopRun === 'object') known += 1;
  }
  expect(known).toBeGreaterThan(500);
});

test('a purpose may be called like a thing that every object has', () => {
  const at = (second: number, more: Partial<FoldedStatement>): FoldedStatement => ({
    ...{ ref: `s.${second}`, action: 'granted', purposes: ['__proto__', 'constructor', 'toString'], level: 3 },
    ...{ saidAt: second * 1000, recordedAt: 0, source: 'whatsapp-message' },
    ...more,
  });
  const stopped = foldConsent([at(1, {}), at(2, { action: 'revoked', purposes: 'all' })], isMarketing);
  expect(kept(stopped)).toEqual(stopped);
  const again = foldConsent([at(1, {}), at(2, { action: 'revoked', purposes: 'all' }), at(3, {})], isMarketing);
  expect(kept(again)).toEqual(again);
});

test('six purposes with notices and points stay under one kilobyte, also while a stop stands and after START', () => {
  const purposes = ['offers', 'orders', 'news', 'surveys', 'reminders', 'deliveries'];
  const said = (second: number, n: number, more: Partial<FoldedStatement>): FoldedStatement => ({
    ...{ ref: `kPxmm7RX375.${n}`, action: 'granted', purposes, level: 3 },
    ...{ saidAt: (1_795_600_000 + second) * 1000, recordedAt: 0, source: 'whatsapp-message' },
    ...more,
  });
  const evidence = { notice: 'spring-campaign@12', point: 'pt_abcdefghijklmnop' };
  const history = [
    said(0, 1, { level: 2, source: 'paper', ...evidence }),
    said(10, 2, { action: 'revoked', purposes: 'marketing', source: 'whatsapp-button', rule: 'stop.en.stop-messages' }),
    said(20, 3, { action: 'revoked', purposes: 'all', rule: 'stop.en.stop' }),
    said(30, 4, { action: 'resumed', purposes: 'all', rule: 'start.en.start' }),
    said(40, 5, { action: 'revoked', purposes: 'all', rule: 'stop.en.stop' }),
  ];
  for (let length = 1; length <= history.length; length += 1) {
    const folded = foldConsent(history.slice(0, length), (purpose) => purpose === 'offers');
    const item = { ...packRun(folded), c: packRegisters(folded.registers, 'kPxmm7RX375') };
    // The keys, numbers, hash and head of the item are about 300 bytes.
    expect(sizeOf(item), `after ${length}`).toBeLessThan(1024 - 300);
  }
});

/** As DynamoDB counts it: names and texts, one byte an element and three a map. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  return Object.entries(value as object).reduce((sum, [name, of]) => sum + name.length + sizeOf(of) + 1, 3);
}
