import { describe, expect, test } from 'vitest';
import type { Source } from '../../../lambdas/domain/consent/statement.ts';
import { decideStoredPair } from '../../../lambdas/domain/identity/decide-stored-pair.ts';
import type { LedgerEntry } from '../../../lambdas/domain/ledger/ledger-entry.ts';
import { bsuid, person, phone, stopped } from '../../support/on-record.ts';

const stored = { subjectId: 'a', phone: '14155550132', bsuid: 'US.1', parentBsuid: 'US.ENT.1' };
const both = { waId: '14155550132', bsuid: 'US.1' };

function entry(saidAt: number, identifiers: object | undefined, source: Source = 'whatsapp-message'): LedgerEntry {
  const act = { kind: 'chat' } as const;
  return {
    ref: `a.${saidAt}`,
    header: { sequence: 1, previousHash: '', act, saidAt, recordedAt: saidAt, source, bodyHash: '' },
    ...(identifiers !== undefined && { body: { salt: '', evidence: { identifiers } } }),
  };
}

describe('a pair from before pairs had a proof', () => {
  test('payloads with both prove it: from the first to the last of them', () => {
    const entries = [entry(300, both), entry(100, both, 'whatsapp-button'), entry(200, both, 'whatsapp-platform')];
    expect(decideStoredPair(person(stored), entries)).toEqual({
      do: 'prove',
      person: { pair: { first: 100, last: 300 } },
    });
  });

  test.each<[string, LedgerEntry[]]>([
    ['nothing is in the ledger', []],
    ['a caller named both', [entry(1, both, 'web-form')]],
    ['a payload shows the number alone', [entry(1, { waId: '14155550132' })]],
    ['a payload shows the BSUID alone', [entry(1, { bsuid: 'US.1' })]],
    ['a payload shows it with another number', [entry(1, { ...both, waId: '14155550199' })]],
    ['a payload shows the number with another BSUID', [entry(1, { ...both, bsuid: 'US.2' })]],
    ['the body was erased', [entry(1, undefined)]],
  ])('nothing proves it: %s', (_, entries) => expect(decideStoredPair(person(stored), entries).do).toBe('split'));

  test('a number that is written with + or by the earlier key of its line is the same', () => {
    expect(decideStoredPair(person(stored), [entry(1, { phone: '+14155550132', bsuid: 'US.1' })]).do).toBe('prove');
    const benin = person({ ...stored, phone: '22997123456' });
    expect(decideStoredPair(benin, [entry(1, { waId: '2290197123456', bsuid: 'US.1' })]).do).toBe('prove');
  });

  test('else the subject keeps the number, and nothing of the pair', () => {
    const found = decideStoredPair(person(stored, { pair: { first: 1, last: 2 } }), []);
    expect(found).toMatchObject({
      number: phone('14155550132'),
      bsuid: bsuid('US.1'),
      person: { hasPairs: true, debts: [] },
    });
    expect(found).toHaveProperty('parentBsuid', { kind: 'parent-bsuid', value: 'US.ENT.1' });
    const { subject, pair } = found.person;
    expect([subject?.phone, subject?.bsuid, subject?.parentBsuid, pair]).toEqual([
      ...['14155550132', undefined, undefined, undefined],
    ]);
    expect(found.person).toHaveProperty('pair');
  });

  test('the BSUID begins with copies of the denials', () => {
    expect(decideStoredPair(person({ ...stored, ...stopped(1000) }), []).person.debts).toEqual([
      { to: bsuid('US.1'), over: 'pair' },
    ]);
  });

  test.each(['phone', 'bsuid'])('without a %s there is no pair', (lacks) =>
    expect(() => decideStoredPair(person({ ...stored, [lacks]: undefined }), [])).toThrow('no pair'),
  );
});
