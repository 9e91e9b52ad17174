import { beforeEach, describe, expect, test } from 'vitest';
import { noticeStore } from '../../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { sha256 } from '../../../../lambdas/adapters/dynamodb/table/keyed-hash.ts';
import { type NoticeText, noticeCanonicalForm } from '../../../../lambdas/domain/notice/notice.ts';
import type { NoticeStore } from '../../../../lambdas/use-cases/collection/ports.ts';
import { type LedgerBench, ledgerBench, noon } from '../../../support/ledger/ledger-bench.ts';
import { testText } from '../../../support/pages/collection.ts';

let bench: LedgerBench;
let store: NoticeStore;
beforeEach(async () => {
  bench = await ledgerBench();
  store = noticeStore(bench.table);
});

const draft = (texts: readonly NoticeText[], noticeId = 'spring') => ({
  appId: 'acme',
  noticeId,
  profile: 'strict' as const,
  texts,
  warnings: [],
  publishedAt: noon,
  publishedBy: 'key_1',
});
const english = testText();
const german = testText({ locale: 'de', heading: 'Nachrichten von Acme auf WhatsApp' });

describe('publishing', () => {
  test('gives the first version, then the next, and keeps every one of them as it was', async () => {
    const first = await store.publish(draft([english]));
    const second = await store.publish(draft([english, german]));
    expect([first.notice.version, second.notice.version]).toEqual([1, 2]);
    expect([first.isNew, second.isNew]).toEqual([true, true]);

    const another = noticeStore(bench.table);
    expect(await another.find('acme', 'spring', 1)).toEqual(first.notice);
    expect(await another.find('acme', 'spring', 2)).toEqual(second.notice);
    expect(await another.find('acme', 'spring', 3)).toBeUndefined();
    expect(await another.find('other', 'spring', 1)).toBeUndefined();
    expect(await another.latest('acme', 'spring')).toEqual(second.notice);
    expect(await another.latest('acme', 'winter')).toBeUndefined();
  });

  test('hashes each text with its name, number and words, in a form that anybody can compute again', async () => {
    const { notice } = await store.publish(draft([english, german]));
    const form = (text: string) => `{"noticeId":"spring","text":${text},"version":1}`;
    const sorted =
      '{"agreement":"I agree to receive {purposes} from Acme on WhatsApp at {number}.","benefits":"You hear of discounts first.","businessName":"Acme","frequency":"Up to 4 messages a month.","heading":"Messages from Acme on WhatsApp","howToStop":"Reply STOP at any time to stop all messages.","locale":"en","privacy":{"text":"How Acme handles your data","url":"https://acme.example/privacy"},"purposes":[{"purposeId":"offers","text":"offers and discounts"}]}';
    expect(notice.hashes.en).toBe(sha256(form(sorted)));
    expect(notice.hashes.de).not.toBe(notice.hashes.en);
    const { notice: next } = await store.publish(draft([english]));
    expect(next.hashes.en).not.toBe(notice.hashes.en);
  });

  test('an incentive is hashed with the other words, and words without one hash as they always did', async () => {
    const { notice } = await store.publish(draft([english]));
    expect(notice.hashes).toEqual({ en: 'IRe7mBpSJy2TIGTg-SvsF_TV0Se4SfvyMypsRNqJWoo' });
    const { notice: next, isNew } = await store.publish(draft([{ ...english, incentive: '10 % off your next order' }]));
    expect([next.version, isNew]).toEqual([2, true]);
    expect(next.hashes.en).toBe(
      sha256(noticeCanonicalForm('spring', 2, { ...english, incentive: '10 % off your next order' })),
    );
    expect(next.hashes.en).not.toBe(sha256(noticeCanonicalForm('spring', 2, english)));
    expect((await store.find('acme', 'spring', 2))?.texts[0]?.incentive).toBe('10 % off your next order');
  });

  test('the same words under the same profile are the version that there is', async () => {
    const { notice } = await store.publish(draft([english]));
    const reordered = Object.fromEntries(Object.entries(english).reverse()) as unknown as NoticeText;
    const again = await store.publish({ ...draft([reordered]), publishedAt: noon + 60_000, publishedBy: 'key_2' });
    expect(again).toEqual({ notice, isNew: false });
    expect((await store.publish({ ...draft([english]), profile: 'meta-minimum' })).notice.version).toBe(2);
    expect((await store.publish({ ...draft([english]), profile: 'meta-minimum' })).notice.version).toBe(2);
    expect((await store.publish(draft([english]))).notice.version).toBe(3);
  });

  test('a comma is another version, and so is another order of the texts', async () => {
    await store.publish(draft([english, german]));
    const comma = testText({ heading: 'Messages from Acme, on WhatsApp' });
    expect((await store.publish(draft([comma, german]))).notice.version).toBe(2);
    expect((await store.publish(draft([german, comma]))).notice.version).toBe(3);
  });

  test('of two that publish at once one is told so, and no version is overwritten', async () => {
    const texts = [1, 2, 3, 4].map((n) => testText({ heading: `Messages, take ${n}` }));
    const results = await Promise.allSettled(texts.map((text) => noticeStore(bench.table).publish(draft([text]))));
    const published = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.notice] : []));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(published.length + refused.length).toBe(4);
    expect(new Set(published.map(({ version }) => version)).size).toBe(published.length);
    for (const refusal of refused) expect(refusal).toMatchObject({ code: 'already-exists' });
    for (const notice of published) {
      expect(await noticeStore(bench.table).find('acme', 'spring', notice.version)).toEqual(notice);
    }
  });
});

describe('reading', () => {
  test('a version is asked for once; the latest one every time', async () => {
    await store.publish(draft([english]));
    const reader = noticeStore(bench.table);
    const cost = async (operation: () => Promise<unknown>) => (await bench.measure(operation)).requests;
    expect(await cost(() => reader.find('acme', 'spring', 1))).toBe(1);
    expect(await cost(() => reader.find('acme', 'spring', 1))).toBe(0);
    expect(await cost(() => reader.latest('acme', 'spring'))).toBe(1);
    await store.publish(draft([english, german]));
    expect((await reader.latest('acme', 'spring'))?.version).toBe(2);
  });

  test('remembers a hundred versions and not more', async () => {
    for (let n = 0; n <= 100; n += 1) await store.publish(draft([testText({ heading: `Take ${n}` })]));
    const cost = async (version: number) => (await bench.measure(() => store.find('acme', 'spring', version))).requests;
    expect(await cost(101)).toBe(0);
    expect(await cost(2)).toBe(0);
    expect(await cost(1)).toBe(1);
  });

  test('lists the notices of an app by id with their latest version, page by page', async () => {
    for (const noticeId of ['winter', 'autumn', 'spring']) await store.publish(draft([english], noticeId));
    await store.publish(draft([english, german], 'spring'));
    await store.publish({ ...draft([english]), appId: 'other' });
    expect(await store.list('acme', 2)).toEqual([
      { noticeId: 'autumn', version: 1, profile: 'strict', locales: ['en'], publishedAt: noon, publishedBy: 'key_1' },
      {
        noticeId: 'spring',
        version: 2,
        profile: 'strict',
        locales: ['en', 'de'],
        publishedAt: noon,
        publishedBy: 'key_1',
      },
    ]);
    expect((await store.list('acme', 2, 'spring')).map(({ noticeId }) => noticeId)).toEqual(['winter']);
    expect(await store.list('nobody', 2)).toEqual([]);
  });
});
