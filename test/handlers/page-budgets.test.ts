import { beforeEach, describe, expect, it } from 'vitest';
import { testCode } from '../support/pages/collection.ts';
import { filledIn, formsOf, type PageForm } from '../support/pages/page-form.ts';
import { start, type TestPages, testPages, twoTexts } from '../support/pages/pages.ts';

const minute = 60_000;
const origin = 'https://shop.example';
const typed = '+52 55 7200 0001';
const phone = '525572000001';
let pages: TestPages;
let landing: string;
beforeEach(async () => {
  pages = await testPages();
  await pages.publish('spring', twoTexts);
  landing = await pages.point(1, { kind: 'landing-page' });
});

async function form(token: string): Promise<URLSearchParams> {
  const [shown] = formsOf((await pages.get(`/o/${token}`, { lang: 'en' })).body, '') as [PageForm];
  return filledIn(shown, { ticks: ['offers'], values: { number1: typed } });
}
const post = async (token: string, headers: Record<string, string> = {}) =>
  pages.post(`/o/${token}`, await form(token), headers);
const countsOf = async (token: string) => (await pages.points.find(token))?.counts;

describe('a number that somebody types again and again', () => {
  it('gets three requests a day in its ledger; every form looks the same, and the phone can confirm each', async () => {
    const marks = new Set<number | undefined>();
    for (let n = 0; n < 6; n += 1) {
      pages.now = start + n * minute;
      const answer = await post(landing);
      expect(answer).toMatchObject({ status: 303, headers: { location: `/o/${landing}/${testCode(n)}` } });
      expect((await pages.get(answer.headers.location ?? '')).status).toBe(200);
      expect(await pages.choices.find(testCode(n))).toMatchObject({ numbers: [phone], purposes: ['offers'] });
      marks.add((await pages.people.find('acme', { phone }, pages.now))?.subject.registers.offers?.Q?.at);
    }
    expect([...marks]).toEqual([0, 1, 2].map((n) => (start + n * minute) / 1000));
  });

  it('writes nothing at all of somebody unknown beyond them', async () => {
    for (let n = 0; n < 3; n += 1) await post(landing);
    pages.now = start + 24 * 60 * minute;
    const known = await pages.people.find('acme', { phone }, pages.now);
    for (let n = 0; n < 3; n += 1) await post(landing);
    pages.consumed.length = 0;
    await post(landing);
    expect(pages.consumed.filter(({ operation }) => operation === 'TransactWriteItems')).toEqual([]);
    expect((await pages.people.find('acme', { phone }, pages.now))?.subject.userId).toBe(known?.subject.userId);
  });
});

describe('a point with a limit of forms', () => {
  it('takes so many with numbers in ten minutes, then says when to come again', async () => {
    const booth = await pages.point(2, { kind: 'landing-page', formLimit: 2 });
    for (let n = 0; n < 2; n += 1) expect((await post(booth)).status).toBe(303);
    const refused = await post(booth);
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('600');
    expect((await post(landing)).status).toBe(303);
    pages.now = start + 10 * minute;
    expect((await post(booth)).status).toBe(303);
  });
});

describe('visits of one source', () => {
  it('are all led on, and three hundred of them are counted in ten minutes', async () => {
    const link = await pages.point(3, { kind: 'link' });
    for (let n = 0; n < 320; n += 1) expect((await pages.get(`/${n % 2 === 0 ? 'l' : 'q'}/${link}`)).status).toBe(302);
    const counts = await countsOf(link);
    expect((counts?.clicks ?? 0) + (counts?.scans ?? 0)).toBe(300);
    pages.consumed.length = 0;
    await pages.get(`/l/${link}`);
    expect(pages.consumed.map(({ operation }) => operation)).toEqual(['Query']);
    pages.now = start + 10 * minute;
    await pages.get(`/l/${link}`);
    expect((await countsOf(link))?.clicks).toBe((counts?.clicks ?? 0) + 1);
  });

  it('of a widget are counted no more often', async () => {
    const widget = await pages.point(4, { kind: 'widget', origins: [origin] });
    for (let n = 0; n < 320; n += 1) {
      expect((await pages.post(`/w/${widget}`, new URLSearchParams({ opened: 'yes' }), { origin })).status).toBe(204);
    }
    expect((await countsOf(widget))?.clicks).toBe(300);
  });

  it('of ordinary people cost what they cost: one read and one write', async () => {
    const link = await pages.point(3, { kind: 'link' });
    await pages.get(`/l/${link}`);
    pages.consumed.length = 0;
    await pages.get(`/l/${link}`);
    expect(pages.consumed).toEqual([
      { operation: 'Query', readUnits: 0.5, writeUnits: 0 },
      { operation: 'UpdateItem', readUnits: 0, writeUnits: 1 },
    ]);
  });
});

describe('a form of another site', () => {
  it.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin },
    { 'sec-fetch-site': 'same-site' },
  ])('makes no choice: %j', async (headers) => {
    const answer = await post(landing, headers);
    expect(answer.status).toBe(400);
    expect(await pages.choices.find(testCode(0))).toBeUndefined();
    expect(await pages.people.find('acme', { phone }, pages.now)).toBeUndefined();
  });

  it.each<Record<string, string>>([
    { origin: 'https://go.example' },
    { origin: 'https://in.shop.example', host: 'in.shop.example' },
  ])('is what ours is not: %j', async (headers) => {
    expect((await post(landing, headers)).status).toBe(303);
  });
});
