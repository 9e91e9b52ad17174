import { beforeEach, describe, expect, test } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { type PointsDeps, points } from '../../lambdas/handlers/points.ts';
import { type Call, fullKey, send } from '../support/api/http-event.ts';
import { chatBench } from '../support/ledger/chat-bench.ts';
import { flow, quickReply, tap, words } from '../support/ledger/chat-messages.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { testPromptCode } from '../support/ledger/prompts.ts';
import { testText } from '../support/pages/collection.ts';
import { asideRows, ledgerRows } from '../support/table/rows.ts';
import { auditTable, consentOf } from '../support/table/table-audit.ts';

const [anna, bea] = ['16505551234', '16505559999'];
const [minute, day] = [60_000, 86_400_000];
const purposes = [
  { purposeId: 'offers', text: 'offers' },
  { purposeId: 'orders', text: 'order updates' },
];

let bench: LedgerBench;
let chat: ReturnType<typeof chatBench>;
let handler: ReturnType<typeof points>;
beforeEach(async () => {
  bench = await ledgerBench();
  chat = chatBench(bench);
  const apps = appStore(bench.table, bench.now);
  await apps.create(acme);
  await apps.create({
    ...acme,
    appId: 'cafe',
    smsName: 'CAFE',
    whatsapp: { phoneNumberId: '2', phone: '15550000002', wabaId: '3' },
  });
  const notice = { appId: 'acme', profile: 'strict', warnings: [], publishedBy: 'key_aaaaaaaaaaaaaaaa' } as const;
  const texts = [testText({ purposes }), testText({ locale: 'es', purposes: purposes.slice(0, 1) })];
  await noticeStore(bench.table).publish({ ...notice, noticeId: 'spring', texts, publishedAt: noon - day });
  // Only what issuing needs.
  handler = points({ ...chat, people: bench.people } as unknown as PointsDeps as never);
  await bench.say({ phone: anna }, { purposes: ['orders'], saidAt: noon - minute });
});

const asked = { user: { phone: `+${anna}` }, noticeId: 'spring', noticeVersion: 1, noticeLocale: 'en' };
const issue = (more: object = {}, call: Call = {}) =>
  send(handler, 'POST', '/v1/apps/acme/prompts', { body: { ...asked, purposes: ['offers'], ...more }, ...call });
const issued = async (more: object = {}) => {
  const { status, body } = await issue(more);
  expect(status).toBe(201);
  return body as { quickReplies: Record<'yes' | 'no' | 'stopMarketing' | 'preferences', string>; flowToken: string };
};
const own = async () =>
  (await ledgerRows(bench.table)).filter(({ kind, level }) => kind === 'statement' && level === 3);
const consent = () => consentOf(bench, { phone: anna });
const later = (by: number) => bench.setNow(bench.now() + by);

describe('issuing', () => {
  test('gives what stands behind the buttons and the token of a Flow, for 30 days', async () => {
    expect(await issue()).toMatchObject({
      status: 201,
      body: {
        quickReplies: {
          yes: `optledger:p:${testPromptCode(1)}:y`,
          no: `optledger:p:${testPromptCode(1)}:n`,
          stopMarketing: 'optledger:stop-marketing',
          preferences: 'optledger:preferences',
        },
        flowToken: `optledger:p:${testPromptCode(1)}:f`,
        expiresAt: '2026-12-20T12:00:00.000Z',
      },
    });
    expect(await issue({ validForHours: 3 })).toMatchObject({ body: { expiresAt: '2026-11-20T15:00:00.000Z' } });
    // Issuing says nothing of consent.
    expect(await own()).toEqual([]);
  });

  test('is for keys that may speak for people', async () => {
    const key = { ...fullKey, scopes: 'consent:write collection:write' };
    expect(await issue({}, { key })).toMatchObject({ status: 403 });
    expect(await issue({}, { key: { ...fullKey, scopes: 'links:write' } })).toMatchObject({ status: 201 });
    expect(await issue({}, { key: { ...fullKey, apps: 'cafe' } })).toMatchObject({ status: 404 });
  });

  test.each<[string, object, string, string]>([
    ['somebody of whom nothing is known', { user: { phone: `+${bea}` } }, '/user', 'unknown-user'],
    [
      'a userId that was never given',
      { user: { userId: 'usr_IGWfkmnAYebTmsdmLoJov251YJGB6g4wu' } },
      '/user',
      'unknown-user',
    ],
    ['a notice that is none', { noticeId: 'winter' }, '/noticeId', 'unknown-notice'],
    ['a version that is none', { noticeVersion: 2 }, '/noticeVersion', 'unknown-notice-version'],
    ['a language that it has not', { noticeLocale: 'fr' }, '/noticeLocale', 'unknown-notice-locale'],
    ['a purpose that the app has not', { purposes: ['offers', 'what'] }, '/purposes/1', 'unknown-purpose'],
    [
      'a purpose that the text does not name',
      { noticeLocale: 'es', purposes: ['orders'] },
      '/purposes/0',
      'not-in-notice',
    ],
    ['a purpose that no text names', { purposes: ['news'] }, '/purposes/0', 'not-in-notice'],
    ['an end that is past', { expiresAt: '2026-11-20T11:00:00Z' }, '/expiresAt', 'too-early'],
    ['an end in more than 30 days', { expiresAt: '2026-12-20T13:00:00Z' }, '/expiresAt', 'too-late'],
    ['two ends', { expiresAt: '2026-11-21T12:00:00Z', validForHours: 24 }, '/validForHours', 'said-twice'],
  ])('refuses %s', async (_what, more, pointer, code) => {
    expect(await issue(more)).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
  });

  test.each<[string, object]>([
    ['no purposes', { purposes: [] }],
    ['a purpose that is no text', { purposes: [7] }],
    ['no list', { purposes: 'offers' }],
    ['no user', { user: {} }],
    ['too many hours', { validForHours: 721 }],
    ['an unknown field', { kind: 'opt-in' }],
    ['a version that is no number', { noticeVersion: '1' }],
  ])('refuses what is ill-formed: %s', async (_what, more) => {
    expect([400, 422]).toContain((await issue(more)).status);
  });
});

describe('a quick reply with an issued payload', () => {
  test('yes opts in to what was named, first-hand, with who issued it and when as evidence', async () => {
    const { quickReplies } = await issued({ purposes: ['offers', 'orders'] });
    later(minute);
    await chat.send(anna, quickReply(quickReplies.yes, 'STOP'), { id: 'wamid.press' });
    expect(await own()).toMatchObject([
      {
        action: 'granted',
        purposes: ['offers', 'orders'],
        src: 'whatsapp-button',
        notice: 'spring@1',
        body: {
          noticeLocale: 'en',
          noticeHash: expect.stringMatching(/^[\w-]{43}$/),
          messageId: 'wamid.press',
          text: quickReplies.yes,
          linkMadeBy: fullKey.keyId,
          linkMadeAt: new Date(noon).toISOString(),
        },
      },
    ]);
    expect((await chat.answers()).map(({ text }) => text)).toEqual([expect.stringContaining('you’re in')]);
    expect((await auditTable(bench)).faults).toEqual([]);
  });

  test('yes counts over a stop that the person said before it: it was pressed on the phone itself', async () => {
    const { quickReplies } = await issued();
    await chat.send(anna, words('STOP'));
    later(minute);
    await chat.send(anna, quickReply(quickReplies.yes));
    expect(await consent()).toMatchObject({ offers: 'opted-in', orders: 'opted-out' });
  });

  test('no declines what was named, also after the end, and is confirmed where it ended something', async () => {
    const { quickReplies } = await issued({ purposes: ['offers', 'orders'], validForHours: 1 });
    later(2 * 60 * minute);
    await chat.send(anna, quickReply(quickReplies.yes));
    expect(await own()).toEqual([]);
    await chat.send(anna, quickReply(quickReplies.no));
    expect(await own()).toMatchObject([{ action: 'refused', purposes: ['offers', 'orders'] }]);
    expect((await chat.answers()).map(({ text }) => text)).toEqual([
      expect.stringContaining('we’ve stopped sending you'),
    ]);
    await chat.send(anna, quickReply(quickReplies.no));
    expect(await chat.answers()).toEqual([]);
  });

  test('of somebody else, or to another app, does nothing', async () => {
    const { quickReplies } = await issued();
    await bench.hear({ phone: bea }, noon - minute);
    await chat.send(bea, quickReply(quickReplies.yes));
    await chat.send(bea, quickReply(quickReplies.no));
    await chat.send(anna, quickReply(quickReplies.yes), { number: '2' });
    expect(await own()).toEqual([]);
  });

  test('the other two mean the same under every button, a template’s and ours', async () => {
    const { quickReplies } = await issued();
    await chat.send(anna, quickReply(quickReplies.preferences));
    expect((await chat.answers())[0]?.list?.rows).toHaveLength(2);
    for (const press of [quickReply, tap]) {
      later(minute);
      await chat.send(anna, press(quickReplies.stopMarketing));
    }
    expect(await own()).toMatchObject([
      { action: 'revoked', purposes: 'marketing' },
      { action: 'revoked', purposes: 'marketing' },
    ]);
    expect((await chat.answers()).map(({ text }) => text)).toEqual([expect.stringContaining('Order updates')]);
  });
});

describe('the answer to a Flow', () => {
  const both = { purposes: ['offers', 'orders'] };

  test.each<[string, unknown, readonly string[]]>([
    ['a list', ['offers'], ['offers']],
    ['one id', 'orders', ['orders']],
    ['several, in their order of the prompt', ['orders', 'offers'], ['offers', 'orders']],
    ['one that was not shown beside one that was', ['news', 'offers'], ['offers']],
    ['the same twice', ['offers', 'offers'], ['offers']],
    ['ids among what is none', ['offers', 7, null, { id: 'orders' }], ['offers']],
  ])('opts in to what was ticked and shown: %s', async (_what, ticked, granted) => {
    const { flowToken } = await issued(both);
    later(minute);
    await chat.send(anna, flow({ flow_token: flowToken, purposes: ticked, name: 'Anna', notes: 'STOP' }));
    expect(await own()).toMatchObject([
      {
        action: 'granted',
        purposes: granted,
        src: 'whatsapp-button',
        notice: 'spring@1',
        body: { linkMadeBy: fullKey.keyId },
      },
    ]);
    // What else stands in it is nobody's business here.
    expect(JSON.stringify(await own())).not.toContain('Anna');
  });

  test.each<[string, (token: string) => object | string]>([
    ['nothing ticked', (flow_token) => ({ flow_token, purposes: [] })],
    ['a `stop` that is neither yes nor no', (flow_token) => ({ flow_token, purposes: ['offers'], stop: 'true' })],
    ['a `stop` that was ticked', (flow_token) => ({ flow_token, purposes: ['offers'], stop: ['stop'] })],
    ['nothing said of purposes', (flow_token) => ({ flow_token, answer: 'yes' })],
    ['only what was not shown', (flow_token) => ({ flow_token, purposes: ['news'] })],
    ['purposes that are true', (flow_token) => ({ flow_token, purposes: true })],
    ['another token', () => ({ flow_token: 'unused', purposes: ['offers'] })],
    ['a token of nobody', () => ({ flow_token: `optledger:p:${testPromptCode(99)}:f`, purposes: ['offers'] })],
    ['the payload of a button as token', (token) => ({ flow_token: token.replace(/f$/, 'y'), purposes: ['offers'] })],
    ['a word of ours as token', () => ({ flow_token: 'optledger:stop-all', stop: true, purposes: ['offers'] })],
    ['no token', () => ({ purposes: ['offers'], stop: true })],
    ['no JSON', (token) => `{"flow_token":"${token}"`],
    ['JSON that is no object', (token) => JSON.stringify([token])],
    ['nothing', () => ''],
  ])('is a plain message with %s', async (_what, json) => {
    const { flowToken } = await issued(both);
    later(minute);
    await chat.send(anna, flow(json(flowToken)));
    expect(await own()).toEqual([]);
    expect(await asideRows(bench.table)).toEqual([]);
    const known = await bench.people.find('acme', { phone: anna }, bench.now());
    expect(known?.window.lastInboundAt).toBe(bench.now());
  });

  test.each([false, 'false', '', null, []])('with %j as `stop` counts as without', async (stop) => {
    const { flowToken } = await issued(both);
    later(minute);
    await chat.send(anna, flow({ flow_token: flowToken, purposes: ['offers'], stop }));
    expect(await own()).toMatchObject([{ action: 'granted', purposes: ['offers'] }]);
  });

  test('of somebody else, or after the end, is a plain message', async () => {
    const { flowToken } = await issued({ ...both, validForHours: 1 });
    await bench.hear({ phone: bea }, noon - minute);
    await chat.send(bea, flow({ flow_token: flowToken, purposes: ['offers'] }));
    later(60 * minute);
    await chat.send(anna, flow({ flow_token: flowToken, purposes: ['offers'] }));
    expect(await own()).toEqual([]);
  });

  test('with `stop` is a stop of everything, whatever is ticked beside it and whenever it comes', async () => {
    const { flowToken } = await issued({ ...both, validForHours: 1 });
    later(90 * day);
    await chat.send(anna, flow({ flow_token: flowToken, purposes: ['offers'], stop: true }));
    expect(await own()).toMatchObject([{ action: 'revoked', purposes: 'all' }]);
    expect((await chat.answers()).map(({ text }) => text)).toEqual([expect.stringContaining('START')]);
    for (const stop of ['true', 1, 'yes', [true]]) await chat.send(anna, flow({ flow_token: flowToken, stop }));
    expect(await own()).toHaveLength(1);
  });
});
