import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testText, testToken } from '../support/pages/collection.ts';
import { filledIn, formsOf, type PageForm, textOf } from '../support/pages/page-form.ts';
import { start, type TestPages, testPages, twoTexts } from '../support/pages/pages.ts';

const minute = 60_000;
let pages: TestPages;
let form: PageForm;
const token = testToken(1);

beforeAll(async () => {
  pages = await testPages();
  await pages.publish('spring', twoTexts);
  await pages.publish('spring', [{ ...(twoTexts[0] as (typeof twoTexts)[number]), heading: 'Not yet shown' }]);
  await pages.publish('other', twoTexts);
  await pages.point(1, { purposes: ['offers'] });
  await pages.point(2, { purposes: ['offers'], status: 'paused' });
  form = formsOf((await pages.get(`/o/${token}`, { lang: 'en' })).body, '')[0] as PageForm;
});
beforeEach(() => {
  // A new period for each test.
  pages.now += 10 * minute;
});

const filled = (change: (fields: URLSearchParams) => void = () => undefined) => {
  const fields = filledIn(form, { ticks: ['offers'] });
  change(fields);
  return fields;
};

describe('a form that no page of ours sends stores nothing', () => {
  it.each<[string, number, (fields: URLSearchParams) => void]>([
    ['a purpose that the app does not have', 422, (fields) => fields.append('purpose', 'everything')],
    ['a purpose of the app that the point does not offer', 422, (fields) => fields.append('purpose', 'order-updates')],
    ['an empty purpose', 422, (fields) => fields.append('purpose', '')],
    ['a purpose in capitals', 422, (fields) => fields.set('purpose', 'OFFERS')],
    ['no version', 422, (fields) => fields.delete('version')],
    ['a version that is none', 422, (fields) => fields.set('version', '1e0')],
    ['a version that was never published', 422, (fields) => fields.set('version', '99')],
    ['another version than its hash', 422, (fields) => fields.set('version', '2')],
    ['no locale', 422, (fields) => fields.delete('locale')],
    ['a locale that the notice does not have', 422, (fields) => fields.set('locale', 'fr')],
    ['another locale than its hash', 422, (fields) => fields.set('locale', 'es')],
    ['no hash', 422, (fields) => fields.delete('hash')],
    ['another hash', 422, (fields) => fields.set('hash', 'A'.repeat(43))],
  ])('%s', async (_, status, change) => {
    pages.consumed.length = 0;
    const answer = await pages.post(`/o/${token}`, filled(change));
    expect(answer.status).toBe(status);
    expect(answer.headers.location).toBeUndefined();
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    // Only the form is counted.
    expect(pages.consumed.filter(({ writeUnits }) => writeUnits > 0)).toMatchObject([{ operation: 'UpdateItem' }]);
    const again = formsOf(answer.body, '')[0]?.fields ?? [];
    expect(again.some(({ checked }) => checked)).toBe(false);
  });

  it('names the notice of the point, whatever notice the hash is of', async () => {
    const other = await pages.notices.find('acme', 'other', 1);
    const answer = await pages.post(
      `/o/${token}`,
      filled((fields) => fields.set('hash', other?.hashes.en ?? '')),
    );
    expect(answer.status).toBe(422);
    expect(textOf(answer.body)).toContain('The text has changed since you opened this page.');
  });

  it('a purpose that the point offers and the text does not name', async () => {
    await pages.publish('short', [testText()]);
    const half = await pages.point(3, {
      notice: { noticeId: 'short', version: 1 },
      purposes: ['offers', 'order-updates'],
    });
    const [shown] = formsOf((await pages.get(`/o/${half}`, { lang: 'en' })).body, '') as [PageForm];
    expect(shown.fields.filter(({ type }) => type === 'checkbox').map(({ value }) => value)).toEqual(['offers']);
    const fields = filledIn(shown, { ticks: ['offers'] });
    fields.append('purpose', 'order-updates');
    const answer = await pages.post(`/o/${half}`, fields);
    expect(answer.status).toBe(422);
    expect(answer.headers.location).toBeUndefined();
  });

  it('ignores numbers on a page that does not ask for any', async () => {
    const answer = await pages.post(
      `/o/${token}`,
      filled((fields) => {
        fields.set('number1', '+525572000001');
        fields.set('country', 'MX');
      }),
    );
    const choice = await pages.choices.find(answer.headers.location?.split('/').at(-1) ?? '');
    expect(choice?.numbers).toEqual([]);
    expect(await pages.people.find('acme', { phone: '525572000001' }, pages.now)).toBeUndefined();
  });

  it.each([
    ['JSON', 415, { headers: { 'content-type': 'application/json' }, body: '{}' }],
    ['multipart', 415, { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }],
    ['no type', 415, { headers: { 'content-type': '' }, body: 'purpose=offers' }],
    ['more than 16 KiB', 413, { body: `purpose=${'x'.repeat(17_000)}` }],
    ['posted by another site', 400, { headers: { 'sec-fetch-site': 'cross-site' }, body: 'purpose=offers' }],
  ])('%s', async (_, status, { headers, body }: { headers?: Record<string, string>; body: string }) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await pages.call('POST', `/o/${token}`, { body, base64: true, headers: { ...type, ...headers } });
    expect(answer.status).toBe(status);
    expect(answer.body).toContain('<!doctype html>');
  });

  it('a closed point collects nothing', async () => {
    const answer = await pages.post(`/o/${testToken(2)}`, filled());
    expect(answer.status).toBe(410);
    expect(answer.headers.location).toBeUndefined();
  });
});

describe('one source posts three hundred forms in ten minutes', () => {
  it('and is then asked to wait, until the period is over', async () => {
    pages.now = start + 24 * 60 * minute + 4 * minute;
    for (let n = 0; n < 300; n += 1) expect((await pages.post(`/o/${token}`, filled())).status).toBe(303);
    const refused = await pages.post(`/o/${token}`, filled(), { 'accept-language': 'tr' });
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('360');
    expect(textOf(refused.body)).toContain('Çok fazla deneme');
    expect((await pages.get(`/o/${token}`)).status).toBe(200);
    pages.now += 6 * minute - 1;
    expect((await pages.post(`/o/${token}`, filled())).status).toBe(429);
    pages.now += 1;
    expect((await pages.post(`/o/${token}`, filled())).status).toBe(303);
  });
});
