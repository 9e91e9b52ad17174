import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { choiceStore } from '../../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { choiceKey } from '../../../../lambdas/adapters/dynamodb/table/stage-keys.ts';
import type { ChoiceStore } from '../../../../lambdas/use-cases/collection/ports.ts';
import { type LedgerBench, ledgerBench, noon } from '../../../support/ledger/ledger-bench.ts';
import { testChoice, testCode, testToken } from '../../../support/pages/collection.ts';

let bench: LedgerBench;
let store: ChoiceStore;
beforeEach(async () => {
  bench = await ledgerBench();
  store = choiceStore(bench.table, bench.now);
});

const day = 86_400_000;
const anna = 'phone:525512345678';
const bea = 'phone:525587654321';

describe('a choice', () => {
  test('is given back as it was made', async () => {
    const whole = testChoice(1, {
      campaign: 'spring-26',
      numbers: ['525512345678'],
      ip: '203.0.113.7',
      userAgent: 'Test',
      origin: 'https://shop.example',
      utm: { utm_source: 'mail' },
    });
    await store.create(whole);
    expect(await store.find(whole.code)).toEqual(whole);
  });

  test('is not found by another code, by what is no code, or once it has lapsed, to the millisecond', async () => {
    await store.create(testChoice(1));
    expect(await store.find(testCode(2))).toBeUndefined();
    for (const wrong of ['', testToken(1), 'c'.repeat(3000)]) expect(await store.find(wrong)).toBeUndefined();
    bench.setNow(noon + day - 1);
    expect(await store.find(testCode(1))).toBeDefined();
    bench.setNow(noon + day);
    expect(await store.find(testCode(1))).toBeUndefined();
  });

  test('is recalled after it has lapsed, for a message that was sent in time and comes late', async () => {
    await store.create(testChoice(1));
    bench.setNow(noon + 2 * day);
    expect(await store.recall(testCode(1))).toEqual(testChoice(1));
    expect(await store.recall(testCode(2))).toBeUndefined();
    expect(await store.recall(testToken(1))).toBeUndefined();
  });

  test('may be tidied up eight days after it has lapsed, because it holds numbers', async () => {
    await store.create(testChoice(1));
    const Key = choiceKey(testCode(1));
    const { Item } = await bench.table.documents.send(new GetCommand({ TableName: bench.table.tableName, Key }));
    expect(Item?.ttl).toBe((noon + 9 * day) / 1000);
  });

  test('is never made over another', async () => {
    await store.create(testChoice(1));
    await expect(store.create(testChoice(1, { purposes: ['news'] }))).rejects.toThrow();
    expect((await store.find(testCode(1)))?.purposes).toEqual(['offers']);
  });

  test('begins unconfirmed, whatever it is made from', async () => {
    await store.create(testChoice(1, { confirmedBy: [bea] }));
    expect(await store.claim(testChoice(1), anna)).toBe(true);
  });
});

describe('confirming', () => {
  test('a choice without numbers is for the first sender, who may come again', async () => {
    const choice = testChoice(1);
    await store.create(choice);
    expect(await store.claim(choice, anna)).toBe(true);
    expect(await store.claim(choice, bea)).toBe(false);
    expect(await store.claim(choice, anna)).toBe(true);
    expect((await store.find(choice.code))?.confirmedBy).toEqual([anna]);
  });

  test('of two that confirm at once only one is first', async () => {
    const choice = testChoice(1);
    await store.create(choice);
    const told = await Promise.all([anna, bea, 'bsuid:US.1'].map((sender) => store.claim(choice, sender)));
    expect(told.filter((each) => each)).toHaveLength(1);
  });

  test('each number of a choice with numbers confirms for itself, and is noted once', async () => {
    const choice = testChoice(1, { numbers: ['525512345678', '525587654321'] });
    await store.create(choice);
    for (const sender of [anna, bea, anna]) expect(await store.claim(choice, sender)).toBe(true);
    expect((await store.find(choice.code))?.confirmedBy?.toSorted()).toEqual([anna, bea]);
  });

  test('a choice with numbers notes twenty senders and not more', async () => {
    const choice = testChoice(1, { numbers: ['525512345678'] });
    await store.create(choice);
    for (let n = 1; n <= 20; n += 1) expect(await store.claim(choice, `bsuid:US.${n}`)).toBe(true);
    expect(await store.claim(choice, 'bsuid:US.21')).toBe(false);
    expect(await store.claim(choice, 'bsuid:US.20')).toBe(true);
  });

  test('a choice that has lapsed meanwhile is still noted: when the person wrote is the rule of the caller', async () => {
    const choice = testChoice(1);
    await store.create(choice);
    bench.setNow(noon + day);
    expect(await store.claim(choice, anna)).toBe(true);
  });

  test('a choice that never was is confirmed by nobody', async () => {
    expect(await store.claim(testChoice(2, { expiresAt: noon + 9 * day }), anna)).toBe(false);
  });
});
