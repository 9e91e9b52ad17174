import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { appCensus } from '../../lambdas/adapters/dynamodb/collection/app-census.ts';
import { appCounts } from '../../lambdas/adapters/dynamodb/collection/app-counts.ts';
import { newCensus } from '../../lambdas/adapters/dynamodb/collection/census-item.ts';
import { chargeCounter } from '../../lambdas/adapters/dynamodb/collection/charge-counter.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { signupStore } from '../../lambdas/adapters/dynamodb/collection/signup-store.ts';
import { people } from '../../lambdas/adapters/dynamodb/identity/people.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { personalLinkSeal } from '../../lambdas/adapters/links/sealed-link.ts';
import { accessTokenWhenNeeded, metaMessageLinks } from '../../lambdas/adapters/providers/meta/message-links.ts';
import { metaSignups } from '../../lambdas/adapters/providers/meta/meta-signups.ts';
import { metaTemplates } from '../../lambdas/adapters/providers/meta/meta-templates.ts';
import { qrCodes } from '../../lambdas/adapters/qr/qr-code.ts';
import type { NoticeText } from '../../lambdas/domain/notice/notice.ts';
import { points } from '../../lambdas/handlers/points.ts';
import { testCursors } from '../support/api/cursors.ts';
import { type Call, fullKey, send } from '../support/api/http-event.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { promptDeps } from '../support/ledger/prompts.ts';
import { testText, testToken } from '../support/pages/collection.ts';

let bench: LedgerBench;
let handler: ReturnType<typeof points>;
let made: number;

beforeEach(async () => {
  bench = await ledgerBench();
  made = 0;
  const apps = appStore(bench.table, bench.now);
  const { whatsapp: _none, smsName: _name, ...without } = acme;
  await apps.create({ ...acme, whatsapp: { ...whatsapp, phone: '+15550783881' } });
  await apps.create({ ...without, appId: 'mute', smsNumbers: [] });
  handler = points({
    apps,
    points: pointStore(bench.table),
    counts: appCounts(bench.table),
    census: appCensus(bench.table),
    notices: noticeStore(bench.table),
    links: personalLinkSeal(identifierKey),
    cursors: testCursors,
    people: people(bench.table, identifierKey),
    qr: qrCodes,
    metaLinks: metaMessageLinks(
      'http://127.0.0.1:9',
      accessTokenWhenNeeded(async () => undefined),
    ),
    ...promptDeps(bench.table),
    templates: templateStore(bench.table),
    signups: signupStore(bench.table),
    metaSignups: metaSignups('http://127.0.0.1:9', async () => ''),
    metaTemplates: metaTemplates('http://127.0.0.1:9', async () => ''),
    newToken: () => testToken(++made),
    publicUrl: 'https://in.example',
    now: bench.now,
  });
  await publish([testText()]);
});

const whatsapp = { phoneNumberId: '106540352242922', wabaId: '102290129340398' };
const publish = (texts: readonly NoticeText[], appId = 'acme') =>
  noticeStore(bench.table).publish({
    ...{ appId, noticeId: 'spring', profile: 'strict', texts, warnings: [] },
    ...{ publishedAt: noon, publishedBy: 'key_1' },
  });
const call = (method: string, path: string, more?: Call) => send(handler, method, path, more);
const create = (body: object, appId = 'acme') => call('POST', `/v1/apps/${appId}/points`, { body });
const patch = (pointId: string, body: object, appId = 'acme') =>
  call('PATCH', `/v1/apps/${appId}/points/${pointId}`, { body });
const faults = (answer: { body: { errors?: { pointer: string; code: string }[] } }) =>
  (answer.body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

const link = { kind: 'link', name: 'Poster in the shop', notice: { noticeId: 'spring' }, purposes: ['offers'] };
const token = testToken(1);
const pointId = `pt_${token}`;

describe('making a point', () => {
  it('answers a link with its addresses, the latest version of its notice and counts of nothing', async () => {
    const answer = await create({ ...link, campaign: 'spring-26', cap: 500, expiresAt: '2026-12-31T23:00:00-06:00' });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      pointId,
      kind: 'link',
      name: 'Poster in the shop',
      notice: { noticeId: 'spring', version: 1 },
      purposes: ['offers'],
      campaign: 'spring-26',
      opens: 'check-page',
      origins: [],
      cap: 500,
      expiresAt: '2027-01-01T05:00:00.000Z',
      status: 'active',
      state: 'open',
      url: `https://in.example/l/${token}`,
      qrUrl: `https://in.example/q/${token}`,
      pageUrl: `https://in.example/o/${token}`,
      posterUrl: `https://in.example/o/${token}/poster`,
      whatsappUrl: expect.stringMatching(/^https:\/\/wa\.me\/15550783881\?text=/),
      counts: {
        ...{ scans: 0, clicks: 0, shown: 0, ticked: 0, sentToChat: 0, chats: 0, calls: 0, requests: 0, confirmed: 0 },
        ...{ optIns: 0, optOuts: 0, stops: 0, platformStops: 0, previews: 0, prefetches: 0 },
      },
      version: 1,
      createdAt: '2026-11-20T12:00:00.000Z',
      updatedAt: '2026-11-20T12:00:00.000Z',
    });
    expect((await call('GET', `/v1/apps/acme/points/${pointId}`)).body).toEqual(answer.body);
    const text = new URL(answer.body.whatsappUrl).searchParams.get('text') ?? '';
    expect(text.replaceAll('-', '')).toContain(`(${token})`);
  });

  it('keeps to the version that was the latest when it was made', async () => {
    await create(link);
    await publish([testText({ heading: 'Another heading' })]);
    expect((await call('GET', `/v1/apps/acme/points/${pointId}`)).body.notice.version).toBe(1);
    expect((await create(link)).body.notice.version).toBe(2);
    expect((await create({ ...link, notice: { noticeId: 'spring', version: 1 } })).body.notice.version).toBe(1);
  });

  it('gives a point on paper no addresses, and a chat no page', async () => {
    const { body: paper } = await create({ kind: 'paper', name: 'Membership form' });
    expect(['url', 'qrUrl', 'pageUrl', 'whatsappUrl', 'notice'].filter((field) => field in paper)).toEqual([]);
    const { body: chat } = await create({ kind: 'whatsapp-chat', name: 'Signature of our mails' });
    expect(chat).toMatchObject({ opens: 'chat', url: `https://in.example/l/${testToken(2)}` });
    expect(chat).not.toHaveProperty('pageUrl');
  });

  it.each([
    [{ ...link, kind: 'billboard' }, ['/kind not-one-of']],
    [{ ...link, name: undefined }, ['/name required']],
    [{ ...link, purpose: 'offers' }, ['/purpose unknown-field']],
    [{ ...link, notice: { noticeId: 'winter' } }, ['/notice unknown-notice']],
    [{ ...link, notice: { noticeId: 'spring', version: 2 } }, ['/notice unknown-notice']],
    [{ ...link, notice: undefined }, ['/notice required']],
    [{ ...link, notice: { noticeId: 'winter' }, purposes: [] }, ['/notice unknown-notice', '/purposes required']],
    [{ ...link, purposes: ['orders'] }, ['/purposes/0 not-in-notice']],
    [{ ...link, purposes: ['offers', 'nothing'] }, ['/purposes/1 unknown-purpose']],
    [{ ...link, kind: 'widget' }, ['/origins required']],
    [{ ...link, kind: 'landing-page', opens: 'chat' }, ['/opens not-for-this-kind']],
    [{ ...link, greeting: 'STOP' }, ['/greeting a-keyword']],
    [{ ...link, greeting: 'x'.repeat(101) }, ['/greeting too-long']],
    [{ ...link, cap: 0 }, ['/cap too-small']],
    [{ ...link, expiresAt: '2026-11-20T12:00:00Z' }, ['/expiresAt in-the-past']],
    [{ ...link, expiresAt: '2026-12-20' }, ['/expiresAt not-a-time']],
  ])('refuses %j', async (body, expected) => {
    const answer = await create(body);
    expect(answer.status).toBe(422);
    expect(faults(answer)).toEqual(expected);
  });

  it('refuses a link of an app that has no WhatsApp number, and says so', async () => {
    await publish([testText()], 'mute');
    expect(faults(await create(link, 'mute'))).toEqual(['/kind no-whatsapp-number']);
    expect((await create({ kind: 'paper', name: 'Form' }, 'mute')).status).toBe(201);
  });

  it.each([
    ['https://shop.example', 'https://shop.example'],
    ['https://Shop.Example/', 'https://shop.example'],
    ['https://shop.example:8443', 'https://shop.example:8443'],
    ['https://shop.example:443', 'https://shop.example'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('takes the origin %s', async (origin, canonical) => {
    const answer = await create({ ...link, kind: 'widget', origins: [origin, origin] });
    expect(answer.body.origins).toEqual([canonical]);
  });

  it.each([
    'http://shop.example',
    'https://shop.example/path',
    'https://shop.example?x=1',
    'https://user@shop.example',
    'https://*.shop.example',
    'https://*',
    '*',
    'null',
    'shop.example',
    'file:///etc',
    'javascript:alert(1)',
    "https://shop.example'",
    'https://shop.example;script-src',
    'https://shop.example https://other.example',
    'http://localhost.shop.example',
    'http://127.0.0.1.shop.example',
  ])('refuses the origin %s', async (origin) => {
    const answer = await create({ ...link, kind: 'widget', origins: ['https://shop.example', origin] });
    expect(faults(answer)).toEqual(['/origins/1 not-an-origin']);
  });
});

describe('changing a point', () => {
  beforeEach(() => create({ ...link, campaign: 'spring-26', cap: 500 }));

  it('changes what is given, takes away what is null, and counts the version up', async () => {
    const answer = await patch(pointId, { status: 'paused', campaign: null, name: 'Poster at the till' });
    expect(answer).toMatchObject({
      status: 200,
      body: { status: 'paused', state: 'paused', name: 'Poster at the till', cap: 500, version: 2 },
    });
    expect(answer.body).not.toHaveProperty('campaign');
    expect((await call('GET', `/v1/apps/acme/points/${pointId}`)).body).toEqual(answer.body);
  });

  it('moves to the latest version of the notice when the notice is named again, and not before', async () => {
    await publish([testText({ heading: 'Another heading' })]);
    expect((await patch(pointId, { name: 'Other' })).body.notice.version).toBe(1);
    expect((await patch(pointId, { notice: { noticeId: 'spring' } })).body.notice.version).toBe(2);
  });

  it('refuses purposes that the pinned notice does not say', async () => {
    expect(faults(await patch(pointId, { purposes: ['offers', 'orders'] }))).toEqual(['/purposes/1 not-in-notice']);
    expect(faults(await patch(pointId, { notice: null }))).toEqual(['/notice required']);
    expect(faults(await patch(pointId, { notice: { noticeId: 'winter' } }))).toEqual(['/notice unknown-notice']);
  });

  it('never changes the kind, and refuses to change nothing', async () => {
    expect(faults(await patch(pointId, { kind: 'paper', name: 'Other' }))).toEqual(['/kind unknown-field']);
    expect(faults(await patch(pointId, {}))).toEqual([' nothing-to-change']);
  });

  it('pauses whatever has become of the app, and opens only what may be offered', async () => {
    const apps = appStore(bench.table, bench.now);
    const before = await apps.findFresh('acme');
    if (before === undefined) throw new Error('There is no app.');
    const { whatsapp: _gone, ...without } = before;
    await apps.replace(before, { ...without, version: before.version + 1 });
    const paused = await patch(pointId, { status: 'paused' });
    expect(paused).toMatchObject({ status: 200, body: { state: 'paused' } });
    expect(paused.body).not.toHaveProperty('whatsappUrl');
    expect(faults(await patch(pointId, { status: 'active' }))).toEqual(['/kind no-whatsapp-number']);
  });

  it('of two changes at once refuses one', async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => patch(pointId, { name: `Name ${n}` })));
    const done = answers.filter(({ status }) => status === 200);
    expect(answers.every(({ status }) => [200, 409, 503].includes(status))).toBe(true);
    const { body } = await call('GET', `/v1/apps/acme/points/${pointId}`);
    expect(body.version).toBe(1 + done.length);
  });
});

describe('counts by day', () => {
  const counts = (query: Record<string, string> = {}, id = pointId, appId = 'acme') =>
    call('GET', `/v1/apps/${appId}/points/${id}/counts`, { query });
  beforeEach(() => create(link));

  it('fills days without any, adds up, and says where people are lost', async () => {
    const store = pointStore(bench.table);
    for (let n = 0; n < 30; n += 1) await store.countVisit(token, ['clicks', 'shown'], '2026-11-18');
    const charge = (entry: string, day: string, count: 'ticked' | 'confirmed') => ({
      ...{ entry, day },
      charges: [{ point: pointId, count }],
    });
    await chargeCounter(bench.table, bench.now).addCharges([
      charge('c#1', '2026-11-18', 'ticked'),
      charge('c#2', '2026-11-20', 'ticked'),
      charge('u#1', '2026-11-20', 'confirmed'),
    ]);
    const { status, body } = await counts({ from: '2026-11-18', to: '2026-11-20' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ pointId, timeZone: 'UTC', from: '2026-11-18', to: '2026-11-20', lostAt: 'ticked' },
      steps: ['shown', 'ticked', 'sentToChat', 'confirmed'],
      totals: { clicks: 30, shown: 30, ticked: 2, confirmed: 1, optIns: 0 },
    });
    const days = body.days.map((each: { day: string; counts: Record<string, number> }) => [
      each.day,
      each.counts.shown,
      each.counts.ticked,
    ]);
    expect(days).toEqual([
      ['2026-11-18', 30, 1],
      ['2026-11-19', 0, 0],
      ['2026-11-20', 0, 1],
    ]);
  });

  it('tells of thirty days until today unless others are named, and of 400 at most', async () => {
    const usual = (await counts()).body;
    expect([usual.from, usual.to, usual.days.length]).toEqual(['2026-10-22', '2026-11-20', 30]);
    const until = (await counts({ to: '2026-03-01' })).body;
    expect([until.from, until.days.length]).toEqual(['2026-01-31', 30]);
    const longest = (await counts({ from: '2025-10-17' })).body;
    expect([longest.days.length, longest.lostAt]).toEqual([400, null]);
    expect(faults(await counts({ from: '2025-10-16' }))).toEqual(['from too-many-days']);
  });

  it.each([
    [{ from: '2026-11-31' }, 'from not-a-day'],
    [{ from: '2025-02-29' }, 'from not-a-day'],
    [{ to: '26-11-20' }, 'to not-a-day'],
    [{ to: '2026-11-20T00:00:00Z' }, 'to not-a-day'],
    [{ from: '0000-01-01' }, 'from not-a-day'],
    [{ from: '' }, 'from not-a-day'],
    [{ from: '2026-11-21' }, 'from not-in-order'],
    [{ from: '2026-11-02', to: '2026-11-01' }, 'from not-in-order'],
    [{ from: '2010-01-01', to: '9999-12-31' }, 'from too-many-days'],
  ] as const)('refuses %j', async (query, fault) => {
    const answer = await counts({ ...query });
    expect(answer.status).toBe(422);
    expect(faults(answer)).toEqual([fault]);
  });

  it('refuses what it does not know, and answers 404 for points of others', async () => {
    expect((await counts({ since: '2026-11-20' })).status).toBe(422);
    expect((await counts({}, pointId, 'mute')).status).toBe(404);
    expect((await counts({}, `pt_${testToken(9)}`)).status).toBe(404);
    expect((await counts({}, 'pt_x')).status).toBe(404);
  });
});

describe('counts of the app', () => {
  const counts = (query: Record<string, string> = {}, appId = 'acme') =>
    call('GET', `/v1/apps/${appId}/counts`, { query });

  const nobody = { optedIn: 0, pending: 0, optedOut: 0, erased: 0, unconfirmed: 0, neverAsked: 0 };

  it('are by day and purpose, with the points at which most was confirmed', async () => {
    await create(link);
    await create({ ...link, name: 'Another' });
    const flip = (entry: string, day: string, won: string[], lost: string[] = []) => ({
      ...{ entry, day, appId: 'acme', flips: { won, lost } },
      charges: [{ point: pointId, count: 'confirmed' as const }],
    });
    await chargeCounter(bench.table, bench.now).addCharges([
      flip('u#1', '2026-11-19', ['offers', 'news']),
      flip('u#2', '2026-11-20', ['offers']),
      flip('v#1', '2026-11-20', [], ['offers']),
    ]);
    const { status, body } = await counts({ from: '2026-11-18', to: '2026-11-20' });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ timeZone: 'UTC', from: '2026-11-18', to: '2026-11-20' },
      totals: [
        { purposeId: 'news', optIns: 1, optOuts: 0 },
        { purposeId: 'offers', optIns: 2, optOuts: 1 },
      ],
      days: [
        { day: '2026-11-18', purposes: [] },
        {
          day: '2026-11-19',
          purposes: [
            { purposeId: 'news', optIns: 1, optOuts: 0 },
            { purposeId: 'offers', optIns: 1, optOuts: 0 },
          ],
        },
        { day: '2026-11-20', purposes: [{ purposeId: 'offers', optIns: 1, optOuts: 1 }] },
      ],
      topPoints: [{ pointId, name: 'Poster in the shop', kind: 'link', shown: 0, confirmed: 3 }],
      now: { people: 0, purposes: acme.purposes.map(({ purposeId }) => ({ purposeId, ...nobody })), openWindows: 0 },
    });
    expect((await counts({}, 'mute')).body).toMatchObject({ totals: [], topPoints: [] });
  });

  it('say how people stand now, whichever days are asked for; nothing while not everybody is counted', async () => {
    const put = (more: object) =>
      bench.table.documents.send(
        new PutCommand({
          TableName: bench.table.tableName,
          Item: { ...newCensus('acme', 1, { windows: noon + 1 }), c: { people: 3, '= offers opted-in': 2 }, ...more },
        }),
      );
    await put({ since: noon });
    const { body } = await counts({ from: '2025-11-18', to: '2025-11-20' });
    expect(body.now).toMatchObject({ people: 3, openWindows: null });
    expect(body.now.purposes[0]).toEqual({ purposeId: 'offers', ...nobody, optedIn: 2, neverAsked: 1 });
    await put({});
    expect((await counts()).body.now).toBeNull();
  });

  it('are of 400 days at most, and of an app that there is', async () => {
    expect((await counts({ from: '2025-10-17' })).body.days).toHaveLength(400);
    expect(faults(await counts({ from: '2025-10-16' }))).toEqual(['from too-many-days']);
    expect(faults(await counts({ to: '2026-13-01' }))).toEqual(['to not-a-day']);
    expect((await counts({}, 'nobody')).status).toBe(404);
  });
});

describe('reading points', () => {
  it('shows what was counted, and that the cap is reached', async () => {
    await create({ ...link, cap: 1 });
    await pointStore(bench.table).countVisit(token, ['scans'], '2026-11-20');
    await chargeCounter(bench.table, bench.now).addCharges([
      { entry: 'u#1', charges: [{ point: pointId, count: 'optIns' }] },
    ]);
    const { body } = await call('GET', `/v1/apps/acme/points/${pointId}`);
    expect(body).toMatchObject({ state: 'full', counts: { scans: 1, optIns: 1, clicks: 0 } });
    expect((await call('GET', '/v1/apps/acme/points')).body.data).toEqual([body]);
  });

  it('lists page by page', async () => {
    for (let n = 1; n <= 3; n += 1) await create({ ...link, name: `Point ${n}` });
    const first = await call('GET', '/v1/apps/acme/points', { query: { limit: '2' } });
    const cursor = first.body.nextCursor;
    const second = await call('GET', '/v1/apps/acme/points', { query: { limit: '2', cursor } });
    const names = [...first.body.data, ...second.body.data].map(({ name }: { name: string }) => name);
    expect(names.toSorted()).toEqual(['Point 1', 'Point 2', 'Point 3']);
    expect(second.body.nextCursor).toBeNull();
    expect((await call('GET', '/v1/apps/mute/points', { query: { cursor } })).status).toBe(400);
  });

  it('answers 404 for a point of another app, an unknown one, and what is no id, alike', async () => {
    await create(link);
    for (const path of [
      `mute/points/${pointId}`,
      `acme/points/pt_${testToken(9)}`,
      'acme/points/pt_',
      `acme/points/${token}`,
    ]) {
      expect(await call('GET', `/v1/apps/${path}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect((await call('PATCH', `/v1/apps/${path}`, { body: { status: 'paused' } })).status).toBe(404);
    }
    expect((await call('GET', `/v1/apps/acme/points/${pointId}`)).body.status).toBe('active');
    expect((await create(link, 'nothing')).status).toBe(404);
  });

  it('needs the scope to write, and to read', async () => {
    const key = { ...fullKey, scopes: 'collection:read' };
    expect((await call('POST', '/v1/apps/acme/points', { body: link, key })).status).toBe(403);
    expect((await call('GET', '/v1/apps/acme/points', { key })).status).toBe(200);
  });
});
