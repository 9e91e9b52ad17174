import { describe, expect, test } from 'vitest';
import { decideStoredPair } from '../../../lambdas/domain/identity/decide-stored-pair.ts';
import { bsuid, person, phone, stopped } from '../../support/table/on-record.ts';

const stored = { subjectId: 'a', phone: '14155550132', bsuid: 'US.1', parentBsuid: 'US.ENT.1' };

describe('a pair from before pairs had a proof', () => {
  test('payloads with both prove it: from the first to the last of them', () => {
    expect(decideStoredPair(person(stored), [300, 100, 200])).toEqual({
      ...{ do: 'prove', person: { pair: { first: 100, last: 300 } } },
    });
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
