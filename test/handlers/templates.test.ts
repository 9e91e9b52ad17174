import { beforeEach, describe, expect, test } from 'vitest';
import { templateIdOf } from '../../lambdas/adapters/dynamodb/templates/template-id.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { hearTemplateEvent } from '../../lambdas/use-cases/templates/hear-template-event.ts';
import { noon } from '../support/ledger/ledger-bench.ts';
import { type PointBench, pointBench } from '../support/pages/point-bench.ts';

const wabaId = '102290129340398';
const en = { name: 'order_update', language: 'en_US' };
const id = templateIdOf(en);

let bench: PointBench;
beforeEach(async () => {
  bench = await pointBench();
});
const call = (method: string, path: string, body?: object) => bench.call(method, path, body && { body });
const refresh = () => call('POST', '/templates/refresh');
const page = (query = {}) => bench.call('GET', '/templates', { query });
const list = async (query = {}) => (await page(query)).body.data;
let heard = 0;
const hear = (facts: object, at: number, name = 'order_update') =>
  hearTemplateEvent(templateStore(bench.table), {
    ...{ template: { wabaId, name, language: 'en_US' }, at, heardAt: at, eventId: `e${++heard}` },
    facts,
  });

describe('reading the templates from Meta', () => {
  test('brings every template of the account, by cursor, and says how many', async () => {
    expect(await refresh()).toMatchObject({
      status: 200,
      body: { read: 8, changed: 8, gone: 0, unreadable: 0, readAt: new Date(noon).toISOString() },
    });
    expect(bench.asked.filter((path) => path.includes('message_templates'))).toHaveLength(1);
    const found = await list();
    expect(found.map((each: typeof en) => `${each.name} ${each.language}`).toSorted()).toEqual([
      'how_was_it en_US',
      'may_we_write en_US',
      'may_we_write es_MX',
      'order_update en_US',
      'order_update es_MX',
      'sign_in_code en_US',
      'spring_offer en_US',
      'win_a_car en_US',
    ]);
    expect(found.find((each: { templateId: string }) => each.templateId === id)).toEqual({
      ...{ templateId: id, ...en, metaId: '1689556908129831' },
      ...{ status: 'approved', statusSince: new Date(noon).toISOString() },
      ...{ category: 'utility', categorySince: new Date(noon).toISOString(), quality: 'green' },
      ...{ sendable: 'no', why: 'without-purpose' },
    });
  });

  test('again changes nothing, and nothing more stands in the history', async () => {
    await refresh();
    expect((await refresh()).body).toMatchObject({ read: 8, changed: 0, gone: 0 });
    expect((await call('GET', `/templates/${id}`)).body.history).toHaveLength(1);
  });

  test('keeps the purposes', async () => {
    await refresh();
    await call('PATCH', `/templates/${id}`, { purpose: 'orders' });
    await refresh();
    expect((await call('GET', `/templates/${id}`)).body).toMatchObject({ purpose: 'orders', sendable: 'yes' });
  });

  test('finds what is gone, and what came back', async () => {
    await hear({ status: 'approved', category: 'utility' }, noon - 1000, 'old_one');
    expect((await refresh()).body).toMatchObject({ read: 8, changed: 9, gone: 1 });
    expect((await call('GET', `/templates/${templateIdOf({ ...en, name: 'old_one' })}`)).body.status).toBe('gone');
    expect((await refresh()).body).toMatchObject({ gone: 0, changed: 0 });
  });

  test('counts over what happened before it and comes later', async () => {
    await refresh();
    await hear({ status: 'paused' }, noon - 1000);
    await hear({ category: 'marketing' }, noon - 1000);
    expect((await call('GET', `/templates/${id}`)).body).toMatchObject({ status: 'approved', category: 'utility' });
  });

  test('says what is missing where there is no access to Meta', async () => {
    bench = await pointBench({ secret: undefined });
    expect(await refresh()).toMatchObject({ status: 409, body: { code: 'meta-not-set-up' } });
  });

  test('says what Meta refuses', async () => {
    bench = await pointBench({ secret: { accessToken: 'a token that Meta does not know' } });
    expect(await refresh()).toMatchObject({ status: 502, body: { code: 'meta-refused' } });
    expect(await list()).toEqual([]);
  });

  test('is refused where the app has no number', async () => {
    bench = await pointBench({ app: { whatsapp: undefined } as never });
    expect(await refresh()).toMatchObject({ status: 422, body: { errors: [{ code: 'no-whatsapp-number' }] } });
    expect(await list()).toEqual([]);
  });
});

describe('the list', () => {
  test('takes a status, a category and a purpose, and goes on by a cursor', async () => {
    await refresh();
    await call('PATCH', `/templates/${id}`, { purpose: 'orders' });
    const names = async (query: object) => (await list(query)).map((each: typeof en) => each.name).toSorted();
    expect(await names({ status: 'pending' })).toEqual(['how_was_it']);
    expect(await names({ category: 'marketing' })).toEqual([
      'may_we_write',
      'may_we_write',
      'spring_offer',
      'win_a_car',
    ]);
    expect(await names({ purpose: 'orders' })).toEqual(['order_update']);
    expect(await names({ purpose: 'none', category: 'utility' })).toEqual(['how_was_it', 'order_update']);
    const first = await page({ limit: '4' });
    const second = await page({ limit: '4', cursor: first.body.nextCursor });
    expect([first.body.data.length, second.body.data.length, second.body.nextCursor]).toEqual([4, 4, null]);
    expect((await page({ status: 'sent' })).status).toBe(422);
  });
});

describe('the purpose of a template', () => {
  test('is one of the app, is kept with who it was, and can be taken away', async () => {
    await refresh();
    const changed = await call('PATCH', `/templates/${id}`, { purpose: 'orders' });
    expect(changed).toMatchObject({ status: 200, body: { purpose: 'orders', sendable: 'yes' } });
    expect(changed.body).not.toHaveProperty('why');
    const cleared = await call('PATCH', `/templates/${id}`, { purpose: null });
    expect(cleared.body).toMatchObject({ sendable: 'no', why: 'without-purpose' });
    expect(cleared.body).not.toHaveProperty('purpose');
    const said = cleared.body.history.filter(({ from }: { from: string }) => from === 'person');
    expect(said.map(({ purpose }: { purpose: string | null }) => purpose).toSorted()).toEqual(
      [null, 'orders'].toSorted(),
    );
  });

  test.each([
    [{ purpose: 'nope' }, '/purpose', 'unknown-purpose'],
    [{}, '/purpose', 'required'],
    [{ purpose: ['orders'] }, '/purpose', 'wrong-type'],
    [{ purpose: 'orders', category: 'utility' }, '/category', 'unknown-field'],
  ])('is refused as %j', async (body, pointer, code) => {
    await refresh();
    expect(await call('PATCH', `/templates/${id}`, body)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer, code }] },
    });
  });

  test('is that of this app alone', async () => {
    await refresh();
    await call('PATCH', `/templates/${id}`, { purpose: 'orders' });
    const template = await templateStore(bench.table).find({ wabaId, ...en });
    expect(template?.purposes).toEqual({ acme: 'orders' });
  });

  test('of a template that is not there is 404', async () => {
    const nobody = templateIdOf({ name: 'nothing', language: 'en_US' });
    expect((await call('PATCH', `/templates/${nobody}`, { purpose: 'orders' })).status).toBe(404);
    expect((await call('GET', `/templates/${nobody}`)).status).toBe(404);
    expect((await call('GET', '/templates/order_update')).status).toBe(404);
  });

  test('does not fit a template that became marketing, unless it is marketing', async () => {
    await refresh();
    await call('PATCH', `/templates/${id}`, { purpose: 'orders' });
    await hear({ category: 'marketing', previousCategory: 'utility' }, noon + 1000);
    expect((await call('GET', `/templates/${id}`)).body).toMatchObject({
      ...{ category: 'marketing', sendable: 'no', why: 'marketing-for-another-purpose' },
    });
    expect((await call('PATCH', `/templates/${id}`, { purpose: 'offers' })).body).toMatchObject({ sendable: 'yes' });
  });
});

test('a template has its words, and a coming change with its time', async () => {
  await refresh();
  await hear({ mentions: 'utility', coming: { category: 'marketing', from: noon + 86_400_000 } }, noon + 1000);
  const { body } = await call('GET', `/templates/${id}`);
  expect(body).toMatchObject({
    category: 'utility',
    comingChange: { category: 'marketing', from: new Date(noon + 86_400_000).toISOString() },
    words: { header: 'Your order', body: 'Hi {{1}}, your order {{2}} is on its way.', footer: 'Reply STOP to stop' },
  });
  expect(body.history[0]).toMatchObject({ from: 'event', comingChange: { category: 'marketing' } });
});
