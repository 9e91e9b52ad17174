import { beforeAll, describe, expect, it } from 'vitest';
import { appStore } from '../../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { type DocumentTable, documentTable } from '../../../../lambdas/adapters/dynamodb/table/document-table.ts';
import type { App } from '../../../../lambdas/domain/app/app.ts';
import { AlreadyExistsError } from '../../../../lambdas/domain/errors.ts';
import { freshTable } from '../../../support/table/table.ts';

const start = Date.UTC(2026, 10, 21, 10);
let table: DocumentTable;
let reads = 0;
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

beforeAll(async () => {
  const { endpoint, tableName } = await freshTable();
  const count = ({ readUnits }: { readUnits: number }) => {
    if (readUnits > 0) reads += 1;
  };
  table = documentTable(tableName, count, { endpoint, region: 'eu-west-1', credentials });
});

function app(appId: string, more: Partial<App> = {}): App {
  return {
    appId,
    displayName: `App ${appId}`,
    locale: 'es-MX',
    timeZone: 'America/Mexico_City',
    smsNumbers: [],
    purposes: [{ purposeId: 'offers', name: 'Offers', category: 'marketing' }],
    doubleOptIn: [],
    automatedMessage: { enabled: false },
    version: 1,
    createdAt: start,
    updatedAt: start,
    ...more,
  };
}
const store = (now = () => start) => appStore(table, now);
const whatsapp = (phoneNumberId: string) => ({ phoneNumberId, phone: '+525500000000', wabaId: '102290129340398' });
const changed = (before: App, change: Partial<App>): App => ({ ...before, ...change, version: before.version + 1 });

describe('appStore', () => {
  it('gives back what was stored, and undefined for what was not', async () => {
    const whole = app('whole', {
      smsName: 'Whole',
      whatsapp: whatsapp('100000000001'),
      smsNumbers: [{ phone: '+15550000001', country: 'US' }],
      events: { identifiers: true },
      keywordNotice: { noticeId: 'n-1', noticeVersion: 3 },
    });
    await store().create(whole);
    expect(await store().find('whole')).toEqual(whole);
    expect(await store().find('nothing')).toBeUndefined();
    expect(await store().findFresh('nothing')).toBeUndefined();
  });

  it('refuses an appId that is taken', async () => {
    await store().create(app('taken'));
    await expect(store().create(app('taken'))).rejects.toMatchObject({ code: 'already-exists', pointer: '/appId' });
  });

  it('refuses a WhatsApp number that another app has, and stores nothing then', async () => {
    await store().create(app('first', { whatsapp: whatsapp('100000000002') }));
    await expect(store().create(app('second', { whatsapp: whatsapp('100000000002') }))).rejects.toMatchObject({
      pointer: '/whatsapp/phoneNumberId',
    });
    expect(await store().find('second')).toBeUndefined();
    expect((await store().ofWhatsappNumber('100000000002'))?.app.appId).toBe('first');
    expect(await store().ofWhatsappNumber('100000000999')).toBeUndefined();
  });

  it('refuses a name that another app has on the same SMS number, however it is written', async () => {
    const smsNumbers = [{ phone: '+15550000002', country: 'US' }];
    await store().create(app('pizza', { smsName: 'Pizza Roma', smsNumbers }));
    await expect(store().create(app('other', { smsName: ' PIZZA   roma', smsNumbers }))).rejects.toMatchObject({
      pointer: '/smsName',
    });
    await store().create(
      app('elsewhere', { smsName: 'Pizza Roma', smsNumbers: [{ phone: '+15550000003', country: 'US' }] }),
    );
    await store().create(app('sushi', { smsName: 'Sushi', smsNumbers }));
    await store().create(app('nameless', { smsNumbers }));
    const found = await store().onSmsNumber('+1 555 000 0002');
    expect(found.map(({ appId }) => appId).sort()).toEqual(['nameless', 'pizza', 'sushi']);
    expect(await store().onSmsNumber('+15559999999')).toEqual([]);
    expect(await store().onSmsNumber('no number')).toEqual([]);
  });

  it('finds the apps of a number that was claimed under its earlier key', async () => {
    const smsNumbers = [{ phone: '+22990011234', country: 'BJ' }];
    const today = [{ phone: '+2290190011234', country: 'BJ' }];
    await store().create(app('cotonou', { smsName: 'Cotonou', smsNumbers }));
    await store().create(app('ouidah', { smsName: 'Ouidah', smsNumbers: today }));
    for (const to of ['+22990011234', '+2290190011234']) {
      expect((await store().onSmsNumber(to)).map(({ appId }) => appId)).toEqual(['ouidah', 'cotonou']);
    }
  });

  it('moves numbers and names with a change, and gives the old ones free', async () => {
    const before = app('moving', {
      smsName: 'Moving',
      whatsapp: whatsapp('100000000003'),
      smsNumbers: [{ phone: '+15550000004', country: 'US' }],
    });
    await store().create(before);
    const after = changed(before, { smsName: 'Moved', whatsapp: whatsapp('100000000004') });
    await store().replace(before, after);
    expect(await store().ofWhatsappNumber('100000000003')).toEqual({ app: after, portfolio: 0, isFormer: true });
    expect(await store().ofWhatsappNumber('100000000004')).toEqual({ app: after, portfolio: 0, isFormer: false });
    expect(await store().onSmsNumber('+15550000004')).toEqual([after]);
    await store().create(
      app('heir', { smsName: 'Moving', whatsapp: whatsapp('100000000003'), smsNumbers: before.smsNumbers }),
    );
    await expect(store().replace(after, changed(after, { smsName: 'Moving' }))).rejects.toMatchObject({
      pointer: '/smsName',
    });
    expect(await store().find('moving')).toEqual(after);
  });

  it('reads settings anew that are older than the number that something comes to', async () => {
    const first = { portfolioId: '10001', wabaIds: ['102290129340398'] };
    const before = app('going', { whatsapp: whatsapp('100000000031'), portfolios: { now: 0, known: [first] } });
    await store().create(before);
    const elsewhere = store();
    expect((await elsewhere.ofWhatsappNumber('100000000031'))?.portfolio).toBe(0);
    const after = changed(before, {
      whatsapp: { ...whatsapp('100000000032'), wabaId: '202290129340399' },
      portfolios: { now: 1, known: [first, { portfolioId: '20002', wabaIds: ['202290129340399'] }] },
    });
    await store().replace(before, after);
    // Within the seconds for which settings are kept: a process that knows the app heard of no change.
    expect(await elsewhere.find('going')).toEqual(before);
    expect(await elsewhere.ofWhatsappNumber('100000000032')).toEqual({ app: after, portfolio: 1, isFormer: false });
    expect(await elsewhere.find('going')).toEqual(after);
  });

  it('refuses a change of settings that were changed meanwhile', async () => {
    const before = app('busy');
    await store().create(before);
    await store().replace(before, changed(before, { displayName: 'One' }));
    await expect(store().replace(before, changed(before, { displayName: 'Two' }))).rejects.toBeInstanceOf(
      AlreadyExistsError,
    );
    expect(await store().find('busy')).toMatchObject({ displayName: 'One', version: 2 });
  });

  it('lets one of two racing apps have a number', async () => {
    const race = await Promise.allSettled(
      ['left', 'right'].map((appId) => store().create(app(appId, { whatsapp: whatsapp('100000000005') }))),
    );
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('serves settings from memory for five seconds, and past it when asked', async () => {
    let now = start;
    const warm = store(() => now);
    const before = app('warm');
    await warm.create(before);
    await warm.find('warm');
    const after = changed(before, { displayName: 'New' });
    await store().replace(before, after);
    reads = 0;
    now = start + 4_999;
    expect(await warm.find('warm')).toEqual(before);
    expect(reads).toBe(0);
    expect(await warm.findFresh('warm')).toEqual(after);
    now = start + 5_000;
    expect(await warm.find('warm')).toEqual(after);
    expect(reads).toBe(2);
  });

  it('does not remember that an app was missing', async () => {
    const warm = store();
    expect(await warm.find('late')).toBeUndefined();
    await store().create(app('late'));
    expect((await warm.find('late'))?.appId).toBe('late');
  });

  it('lists apps by id', async () => {
    const own = await freshTable();
    const config = { endpoint: own.endpoint, region: 'eu-west-1', credentials };
    const alone = appStore(documentTable(own.tableName, undefined, config), () => start);
    for (const appId of ['cc', 'aa', 'bb']) await alone.create(app(appId));
    expect((await alone.list(2)).data.map(({ appId }) => appId)).toEqual(['aa', 'bb']);
    expect((await alone.list(2, 'bb')).data.map(({ appId }) => appId)).toEqual(['cc']);
  });
});
