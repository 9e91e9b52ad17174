import { expect, test } from 'vitest';
import type { Source } from '../../../lambdas/domain/consent/statement.ts';
import type { LedgerEntry } from '../../../lambdas/domain/ledger/ledger-entry.ts';
import { pairProofs } from '../../../lambdas/domain/ledger/pair-proofs.ts';

const [phone, bsuid] = ['14155550132', 'US.1'];
const both = { waId: phone, bsuid };

function entry(saidAt: number, identifiers: object | undefined, source: Source = 'whatsapp-message'): LedgerEntry {
  const act = { kind: 'chat' } as const;
  return {
    ref: `a.${saidAt}`,
    header: { sequence: 1, previousHash: '', act, saidAt, recordedAt: saidAt, source, bodyHash: '' },
    body: identifiers && { salt: '', evidence: { identifiers } },
  };
}

test('a payload of the provider that shows both proves the pair, when it was said', () => {
  const entries = [entry(300, both), entry(100, both, 'whatsapp-button'), entry(200, both, 'whatsapp-platform')];
  expect(pairProofs(entries, phone, bsuid)).toEqual([300, 100, 200]);
});

test.each<[string, LedgerEntry]>([
  ['a caller named both', entry(1, both, 'web-form')],
  ['a payload shows the number alone', entry(1, { waId: phone })],
  ['a payload shows the BSUID alone', entry(1, { bsuid })],
  ['a payload shows it with another number', entry(1, { ...both, waId: '14155550199' })],
  ['a payload shows the number with another BSUID', entry(1, { ...both, bsuid: 'US.2' })],
  ['what is no number', entry(1, { ...both, waId: 'x' })],
  ['the body was erased', entry(1, undefined)],
])('nothing proves it: %s', (_, found) => expect(pairProofs([found], phone, bsuid)).toEqual([]));

test.each([
  ['with a +', { phone: '+14155550132', bsuid }, phone],
  ['by today’s key of a line that had another', { waId: '2290197123456', bsuid }, '22997123456'],
])('a number that is written %s is the same', (_, identifiers, number) => {
  expect(pairProofs([entry(1, identifiers)], number, bsuid)).toEqual([1]);
});
