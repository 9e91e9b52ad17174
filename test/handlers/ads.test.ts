import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { adPointsKey } from '../../lambdas/adapters/dynamodb/table/app-keys.ts';
import { mostAdPoints } from '../../lambdas/domain/collection/ad-point.ts';
import { formatReference } from '../../lambdas/domain/collection/reference.ts';
import { openingMessage } from '../../lambdas/domain/collection/whatsapp-link.ts';
import { type ChattingApp, chattingApp, number } from '../support/ledger/chatting-app.ts';
import { tell } from '../support/ledger/counted.ts';
import { noon } from '../support/ledger/ledger-bench.ts';
import { streamRecord } from '../support/ledger/parcels.ts';
import { messagesChange, textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { testChoice, testPoint, testToken } from '../support/pages/collection.ts';
import { ledgerRows, rowsWhere } from '../support/table/rows.ts';
import { auditTable, consentOf } from '../support/table/table-audit.ts';

const anna = '16505551234';
const minute = 60_000;
const ad = {
  source_url: 'https://fb.me/3cr4Wqqkv',
  source_id: '120226305854810726',
  source_type: 'ad',
  body: 'Summer Succulents are here!',
  headline: 'Chat with us',
  media_type: 'image',
  image_url: 'https://scontent.xx.fbcdn.net/v/t45.1...',
  ctwa_clid: 'Aff-n8ZTODiE79d22KtAwQKj9e',
  welcome_message: { text: 'Hi there! Let us know how we can help!' },
};
const kept = {
  sourceType: 'ad',
  sourceId: '120226305854810726',
  sourceUrl: 'https://fb.me/3cr4Wqqkv',
  headline: 'Chat with us',
  body: 'Summer Succulents are here!',
  clickId: 'Aff-n8ZTODiE79d22KtAwQKj9e',
  mediaType: 'image',
};

let chat: ChattingApp;
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  chat = await chattingApp();
  chat.bench.setNow(noon + minute);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const clicks = (more: object = {}, referral: unknown = ad, id = 'wamid.click') =>
  chat.hear({ ...textMessage(anna, id, noon, 'Can I get more info on this?'), referral, ...more });
const points = () => pointStore(chat.bench.table).list('acme', 100);
const chats = async () => (await ledgerRows(chat.bench.table)).filter(({ kind }) => kind === 'chat');
const bodies = async () => (await ledgerRows(chat.bench.table)).map(({ body }) => body);
const payload = (index: number) => (chat.sent[0]?.message.buttons ?? [])[index]?.id ?? '';
const presses = (id: string, at = noon + minute) =>
  chat.hear({
    ...{ from: anna, id: `wamid.press.${at}`, timestamp: String(at / 1000), type: 'interactive' },
    interactive: { type: 'button_reply', button_reply: { id, title: 'x' } },
  });
const count = async () =>
  tell(chat.bench, (await rowsWhere(chat.bench.table, /#L#/)).filter(({ charges }) => charges).map(streamRecord));

describe('a chat that an ad began', () => {
  test('is kept with what Meta says of the ad, at a point that is made by it and called by its headline', async () => {
    await clicks();
    const [only, ...others] = await points();
    expect(others).toEqual([]);
    expect(only?.point).toMatchObject({
      ...{ kind: 'ad', name: 'Chat with us', appId: 'acme', opens: 'chat', purposes: [], status: 'active', version: 1 },
      createdAt: noon,
    });
    expect(await ledgerRows(chat.bench.table)).toMatchObject([
      { kind: 'chat', body: { pointId: only?.point.pointId, referral: kept, text: 'Can I get more info on this?' } },
    ]);
    await count();
    expect((await points())[0]?.counts).toMatchObject({ chats: 1, optIns: 0 });
    expect((await auditTable(chat.bench)).faults).toEqual([]);
  });

  test('is no opt-in; a yes to its question is one, at the point of the ad, and so is the stop after it', async () => {
    await clicks();
    expect(await consentOf(chat.bench, { phone: anna })).toMatchObject({ offers: 'never-asked' });
    await chat.answer();
    await presses(payload(0));
    const pointId = (await points())[0]?.point.pointId;
    const yes = (await ledgerRows(chat.bench.table)).find(({ action }) => action === 'granted');
    expect(yes).toMatchObject({ purposes: ['offers'], body: { pointId, noticeId: 'hello' } });
    await chat.hear(textMessage(anna, 'wamid.stop', noon + minute, 'STOP'));
    chat.bench.setNow(noon + 3 * minute);
    await chat.hear(textMessage(anna, 'wamid.stop2', noon + 2 * minute, 'STOP'));
    await count();
    expect((await points())[0]?.counts).toMatchObject({ chats: 1, confirmed: 1, optIns: 1, stops: 1 });
  });

  test('is asked in the language of the app: the words may be those of the ad', async () => {
    await clicks({ text: { body: '¡Hola! Quiero más información, gracias' } });
    await chat.answer();
    expect(chat.sent[0]?.message.text).toMatch(/^Hi, this is Acme/);
  });

  test('told again, by two deliveries at once, or by two people at once: one point, each chat once', async () => {
    await Promise.all([clicks(), clicks(), clicks({ from: '16505559999', id: 'wamid.other' })]);
    await clicks();
    expect(await points()).toHaveLength(1);
    expect(await chats()).toHaveLength(2);
  });

  test('with a post has a point of the post, and another app one of its own', async () => {
    await clicks();
    await clicks({ id: 'wamid.2' }, { ...ad, source_type: 'post' });
    expect((await points()).map(({ point }) => point.pointId)).toHaveLength(2);
  });

  test('goes on at the point that the business has renamed, with its campaign', async () => {
    await clicks();
    const [one] = await points();
    if (one === undefined) throw new Error('no point');
    const renamed = { ...one.point, name: 'Succulents', campaign: 'summer', version: 2 };
    await pointStore(chat.bench.table).replace(one.point, renamed);
    await clicks({ id: 'wamid.2', from: '16505559999' }, { ...ad, headline: 'Another headline' });
    expect((await points()).map(({ point }) => point.name)).toEqual(['Succulents']);
    expect(await bodies()).toContainEqual(
      expect.objectContaining({ campaign: 'summer', referral: { ...kept, headline: 'Another headline' } }),
    );
  });

  test('takes the campaign of its link, if it names one', async () => {
    await clicks({}, { ...ad, source_url: 'https://acme.example/p?utm_campaign=Spring%0A%20Sale' });
    expect((await points())[0]?.point.campaign).toBe('Spring Sale');
  });

  test.each([
    ['an image without words', { type: 'image', text: undefined, image: { id: '1' } }],
    ['a chat that was opened without a word', { type: 'request_welcome', text: undefined }],
    ['a button of another one’s', { type: 'button', text: undefined, button: { payload: 'more', text: 'More' } }],
    ['a place', { type: 'location', text: undefined, location: { latitude: 1, longitude: 2 } }],
  ])('begins with %s just as well', async (_name, more) => {
    await clicks(more);
    expect(await chats()).toMatchObject([{ body: { referral: kept, pointId: (await points())[0]?.point.pointId } }]);
  });
});

describe('the words of a chat that an ad began', () => {
  const optedIn = () => chat.bench.say({ phone: anna }, { saidAt: noon - 10 * minute });

  test.each(['STOP', 'Stop promotions', 'BAJA'])('are a stop when they say one: %s', async (body) => {
    await optedIn();
    await clicks({ text: { body } });
    expect(await consentOf(chat.bench, { phone: anna })).toMatchObject({ offers: 'opted-out' });
    expect(await bodies()).toContainEqual(expect.objectContaining({ referral: kept }));
    expect(await points()).toEqual([]);
  });

  test('brake when they may say one, and ask what was meant', async () => {
    await optedIn();
    await clicks({ text: { body: 'I want to cancel' } });
    expect(await ledgerRows(chat.bench.table)).toContainEqual(
      expect.objectContaining({ kind: 'suppression', body: expect.objectContaining({ referral: kept }) }),
    );
  });

  test('give nothing back: an ad that has START ready is no START of the person', async () => {
    await optedIn();
    await chat.hear(textMessage(anna, 'wamid.stop', noon - minute, 'STOP'));
    await clicks({ text: { body: 'START' } });
    expect(await consentOf(chat.bench, { phone: anna })).toMatchObject({ offers: 'opted-out' });
    await chat.hear(textMessage(anna, 'wamid.start', noon + 1000, 'START'));
    expect(await consentOf(chat.bench, { phone: anna })).toMatchObject({ offers: 'opted-in' });
  });

  test('hand nobody over to a human', async () => {
    await chat.change({ automatedReplies: { human: { enabled: true } } as never });
    await clicks({ text: { body: 'Talk to a human' } });
    expect((await ledgerRows(chat.bench.table)).map(({ kind }) => kind)).toEqual(['chat']);
  });

  test('confirm no choice: what a page made ready may stand in an ad, so the person is asked', async () => {
    const notice = { noticeId: 'hello', noticeVersion: 1, noticeLocale: 'en' };
    const choice = testChoice(1, { notice: { ...testChoice(1).notice, ...notice } });
    await choiceStore(chat.bench.table, chat.bench.now).create(choice);
    await clicks({ text: { body: openingMessage(choice.words, choice.code) } });
    expect(await consentOf(chat.bench, { phone: anna })).toMatchObject({ offers: 'never-asked' });
    expect(await chats()).toMatchObject([{ body: { referral: kept } }]);
    await chat.answer();
    await presses(payload(0));
    expect(await consentOf(chat.bench, { phone: anna })).toMatchObject({ offers: 'opted-in' });
  });

  test('with the token of a link count at the link, and keep the ad beside it', async () => {
    await pointStore(chat.bench.table).create(testPoint(1));
    await clicks({ text: { body: `Hello (${formatReference(testToken(1))})` } });
    expect(await chats()).toMatchObject([{ body: { pointId: `pt_${testToken(1)}`, referral: kept } }]);
    expect(await points()).toHaveLength(1);
  });
});

describe('what Meta says of an ad', () => {
  const long = 'é'.repeat(3000);
  test.each([
    ['a number as its id', { ...ad, source_id: 12345 }, { sourceId: '12345' }, 'Chat with us'],
    ['no headline', { ...ad, headline: undefined }, { sourceId: ad.source_id }, `Ad ${ad.source_id}`],
    ['no id', { ...ad, source_id: undefined }, { headline: 'Chat with us' }, 'Other ads'],
    ['null in it', { ...ad, source_id: null, headline: null, body: null }, { sourceType: 'ad' }, 'Other ads'],
    ['an endless id', { ...ad, source_id: '9'.repeat(100_000) }, { sourceId: '9'.repeat(128) }, 'Other ads'],
    ['an id that is no id', { ...ad, source_id: 'a\u0000 b' }, { sourceId: 'a\u0000 b' }, 'Other ads'],
    ['endless words', { ...ad, headline: long, body: long }, { body: 'é'.repeat(512) }, 'é'.repeat(100)],
    ['signs that hide', { ...ad, headline: '\u202Eevil\n\tHello\u0000' }, {}, 'evil Hello'],
    ['halves of characters', { ...ad, headline: 'Hi \ud83d' }, { headline: 'Hi \ufffd' }, 'Hi \ufffd'],
    ['lists for words', { ...ad, headline: ['x'], body: { y: 1 } }, { sourceId: ad.source_id }, `Ad ${ad.source_id}`],
    ['names that objects have', { ...ad, source_id: '__proto__' }, { sourceId: '__proto__' }, 'Chat with us'],
    ['another kind of source', { ...ad, source_type: 'reel' }, { sourceType: 'reel' }, 'Chat with us'],
  ])('is read as far as it can be, and bounded: %s', async (_name, referral, evidence, name) => {
    await clicks({}, referral);
    expect(await chats()).toMatchObject([{ body: { referral: evidence } }]);
    expect((await points()).map(({ point }) => point.name)).toEqual([name]);
  });

  test.each(['ad', 7, null, [], {}])('and is nothing at all where it is %j', async (referral) => {
    await clicks({}, referral);
    expect(await ledgerRows(chat.bench.table)).toEqual([]);
    expect(await points()).toEqual([]);
    await chat.answer();
    expect(chat.sent).toHaveLength(1);
  });

  test('changes nothing in the history of a phone, in what another agent answers, in an edit or a forward', async () => {
    const message = { ...textMessage(anna, 'wamid.old', noon, 'Can I get more info?'), referral: ad };
    await chat.hearChanges(
      { ...messagesChange(number, { history: [{ threads: [{ messages: [message] }] }] }), field: 'history' },
      { ...messagesChange(number, { messages: [message] }), field: 'standby' },
    );
    await chat.hear({
      ...{ from: anna, id: 'wamid.edit', timestamp: String(noon / 1000), type: 'edit', referral: ad },
      edit: { original_message_id: 'wamid.x', message: { type: 'text', text: { body: 'STOP' } } },
    });
    await chat.hear({ ...message, id: 'wamid.fwd', context: { forwarded: true } });
    expect(await points()).toEqual([]);
    expect((await bodies()).map((body) => (body as { referral?: unknown }).referral)).toEqual([undefined]);
  });
});

describe('the points of ads', () => {
  test('are a thousand at most; what is more counts at one together, and what is known goes on', async () => {
    await clicks();
    const { table } = chat.bench;
    const made = { ...adPointsKey('acme'), made: mostAdPoints - 1 };
    await table.documents.send(new PutCommand({ TableName: table.tableName, Item: made }));
    await clicks({ id: 'wamid.2' }, { ...ad, source_id: '2', headline: 'Two' });
    await clicks({ id: 'wamid.3' }, { ...ad, source_id: '3', headline: 'Three' });
    await clicks({ id: 'wamid.4' }, { ...ad, source_id: '4', headline: 'Four' });
    await clicks({ id: 'wamid.5' });
    expect((await points()).map(({ point }) => point.name).toSorted()).toEqual(['Chat with us', 'Other ads', 'Two']);
    const others = (await points()).find(({ point }) => point.name === 'Other ads')?.point.pointId;
    const at = (await chats()).map(({ body }) => (body as { pointId: string }).pointId);
    expect(at.filter((each) => each === others)).toHaveLength(2);
  });

  test('cost one read for an ad that is known, and nothing for a message without one', async () => {
    const store = pointStore(chat.bench.table);
    const of = () => store.ofAd('acme', kept, noon);
    expect(await chat.bench.measure(of)).toEqual({ requests: 2, rru: 0.5, wru: 10 });
    expect(await chat.bench.measure(of)).toEqual({ requests: 1, rru: 0.5, wru: 0 });
    await clicks();
    const plain = (id: string, at: number) => () => chat.hear(textMessage(anna, id, at, 'Hello'));
    await plain('wamid.plain.1', noon + 1000)();
    const units = await chat.bench.measure(plain('wamid.plain.2', noon + 2000));
    expect(units).toMatchObject({ rru: 0 });
  });

  test('of apps that are another one’s are other points', async () => {
    const store = pointStore(chat.bench.table);
    const [one, other] = await Promise.all(['acme', 'bazaar'].map((appId) => store.ofAd(appId, kept, noon)));
    expect(one?.pointId).not.toBe(other?.pointId);
  });
});

describe('the free entry point of an ad', () => {
  test('opens 72 hours with our answer, as the status of it says', async () => {
    await clicks();
    await chat.answer();
    const status = {
      ...{ id: 'wamid.out', status: 'sent', timestamp: String(noon / 1000 + 30), recipient_id: anna },
      conversation: {
        id: 'c',
        expiration_timestamp: String(noon / 1000 + 30 + 72 * 3600),
        origin: { type: 'referral_conversion' },
      },
      pricing: { billable: false, pricing_model: 'PMP', type: 'free_entry_point', category: 'referral_conversion' },
    };
    await chat.hearChanges(messagesChange(number, { statuses: [status] }));
    const found = await chat.bench.people.find('acme', { phone: anna }, chat.bench.now());
    expect(found?.window).toMatchObject({ lastInboundAt: noon, entryPointAt: noon + 30_000 });
  });
});
