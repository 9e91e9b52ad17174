import { beforeEach, describe, expect, test } from 'vitest';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { formLimit } from '../../../lambdas/adapters/dynamodb/collection/form-limit.ts';
import { newReference } from '../../../lambdas/adapters/random/new-reference.ts';
import { parseReference } from '../../../lambdas/domain/collection/reference.ts';
import { InvalidInputError, NotFoundError } from '../../../lambdas/domain/errors.ts';
import type { NoticeVersion } from '../../../lambdas/domain/notice/notice.ts';
import { type ChoiceDeps, type ChoiceRequest, makeChoice } from '../../../lambdas/use-cases/collection/make-choice.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { testCode, testPoint, testText, testToken } from '../../support/pages/collection.ts';
import { ledgerRows, rowsWhere } from '../../support/table/rows.ts';
import { consentOf } from '../../support/table/table-audit.ts';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
});

const text = testText();
const notice: NoticeVersion = {
  appId: 'acme',
  noticeId: 'spring',
  version: 3,
  profile: 'strict',
  texts: [text],
  hashes: { en: 'hash-of-spring-3-en' },
  warnings: [],
  publishedAt: noon,
  publishedBy: 'key_aaaaaaaaaaaaaaaa',
};
const point = testPoint(1, { campaign: 'spring-26' });
const anna = { digits: '525512345678', typed: '+52 1 55 1234-5678' };
const bea = { digits: '16505551234', typed: '+1 (650) 555-1234' };

const make = (more: Partial<ChoiceRequest> = {}, deps: Partial<ChoiceDeps> = {}) =>
  makeChoice(
    {
      choices: choiceStore(bench.table, bench.now),
      ledger: bench.ledger,
      formLimit: formLimit(bench.table, identifierKey, bench.now),
      now: bench.now,
      newCode: () => testCode(1),
      ...deps,
    },
    {
      app: acme,
      point,
      notice,
      text,
      purposes: ['offers'],
      numbers: [],
      evidence: { ip: '203.0.113.7', userAgent: 'Mozilla/5.0', utm: { utm_source: 'door' } },
      ...more,
    },
  );
const kept = () => rowsWhere(bench.table, /^CHOICE#/);

describe('a choice', () => {
  test('is kept with what was shown and seen, for 24 hours, and comes with a link into the chat', async () => {
    const { choice, whatsappUrl } = await make();
    expect(choice).toEqual({
      code: testCode(1),
      appId: 'acme',
      pointId: `pt_${testToken(1)}`,
      campaign: 'spring-26',
      purposes: ['offers'],
      notice: { noticeId: 'spring', noticeVersion: 3, noticeLocale: 'en', noticeHash: 'hash-of-spring-3-en' },
      words: 'I agree to receive offers and discounts from Acme on WhatsApp at this number.',
      numbers: [],
      madeAt: noon,
      expiresAt: noon + 86_400_000,
      ip: '203.0.113.7',
      userAgent: 'Mozilla/5.0',
      utm: { utm_source: 'door' },
    });
    expect(await choiceStore(bench.table, bench.now).find(testCode(1))).toEqual(choice);
    expect(whatsappUrl).toMatch(/^https:\/\/wa\.me\/15550783881\?text=I%20agree/);
    expect(whatsappUrl.length).toBeLessThan(2000);
    expect(await ledgerRows(bench.table)).toEqual([]);
  });

  test('asks each number typed, and makes none of them eligible', async () => {
    await make({ numbers: [anna, bea, anna] });
    const rows = await ledgerRows(bench.table);
    expect(rows).toHaveLength(2);
    for (const { digits, typed } of [anna, bea]) {
      expect(rows).toContainEqual(
        expect.objectContaining({
          action: 'requested',
          level: 2,
          src: 'web-form',
          notice: 'spring@3',
          point: `pt_${testToken(1)}`,
          charges: [{ point: `pt_${testToken(1)}`, count: 'requests' }],
          body: expect.objectContaining({ identifiers: { phone: typed }, ip: '203.0.113.7' }),
        }),
      );
      expect(await consentOf(bench, { phone: digits })).toMatchObject({ offers: 'pending' });
    }
    expect(await kept()).toMatchObject([{ numbers: [anna.digits, bea.digits] }]);
    expect(await rowsWhere(bench.table, /#E#/)).toEqual([]);
  });

  test('takes nothing from somebody who stopped', async () => {
    await bench.say(
      { phone: anna.digits },
      { action: 'revoked', purposes: 'all', provider: true, saidAt: noon - 1000 },
    );
    await make({ numbers: [anna] });
    bench.setNow(noon + 2 * 86_400_000);
    expect(await consentOf(bench, { phone: anna.digits })).toMatchObject({ offers: 'opted-out' });
  });

  test('that could not be kept leaves requests, no link and no choice', async () => {
    const create = () => Promise.reject(new Error('table gone'));
    await expect(make({ numbers: [anna] }, { choices: { create } })).rejects.toThrow('table gone');
    expect(await consentOf(bench, { phone: anna.digits })).toMatchObject({ offers: 'pending' });
    expect(await kept()).toEqual([]);
  });

  test('whose request could not be recorded is not kept', async () => {
    const recordStatement = () => Promise.reject(new Error('table gone'));
    await expect(make({ numbers: [anna] }, { ledger: { recordStatement } })).rejects.toThrow('table gone');
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['nothing', []],
    ['what the point does not offer', ['offers', 'news']],
  ])('of %s is refused, and nothing is stored', async (_name, purposes) => {
    await expect(make({ purposes, numbers: [anna] })).rejects.toThrow(InvalidInputError);
    expect([...(await ledgerRows(bench.table)), ...(await kept())]).toEqual([]);
  });

  test('needs a WhatsApp number to confirm on; without one nothing is stored', async () => {
    const { whatsapp: _none, ...app } = acme;
    await expect(make({ app, numbers: [anna] })).rejects.toThrow(NotFoundError);
    expect([...(await ledgerRows(bench.table)), ...(await kept())]).toEqual([]);
  });
});

test('a new code is a reference of its kind, and another each time', () => {
  const codes = Array.from({ length: 100 }, () => newReference('choice'));
  expect(new Set(codes).size).toBe(100);
  for (const code of codes) expect(parseReference(code)).toEqual({ kind: 'choice', code });
});
