import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { formatReference } from '../../lambdas/domain/collection/reference.ts';
import { openingMessage } from '../../lambdas/domain/collection/whatsapp-link.ts';
import type { ReplyMessage } from '../../lambdas/domain/replies/outgoing-message.ts';
import { type ChattingApp, chattingApp, helloTexts } from '../support/ledger/chatting-app.ts';
import { acme, noon } from '../support/ledger/ledger-bench.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { testChoice, testPoint, testToken } from '../support/pages/collection.ts';
import { ledgerRows } from '../support/table/rows.ts';
import { auditTable, consentOf } from '../support/table/table-audit.ts';

const anna = '16505551234';
const [minute, hour] = [60_000, 3_600_000];
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

const says = (body: string, at = noon, id = `wamid.${at}.${body}`, from = anna) =>
  chat.hear(textMessage(from, id, at, body));
const welcome = (at = noon, id = 'wamid.welcome') =>
  chat.hear({ from: anna, id, timestamp: String(at / 1000), type: 'request_welcome' });
const presses = (payload: string, at = noon + minute, id = `wamid.press.${at}`) =>
  chat.hear({
    from: anna,
    id,
    timestamp: String(at / 1000),
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id: payload, title: 'x' } },
  });
const messages = (): readonly ReplyMessage[] => chat.sent.map(({ message }) => message);
const titles = (message = messages()[0]) => (message?.buttons ?? message?.list?.rows ?? []).map(({ title }) => title);
const payloadOf = (index: number) => (messages()[0]?.buttons ?? [])[index]?.id ?? '';
const questions = () =>
  messages().filter(({ buttons = [] }) => buttons.some(({ id }) => id.startsWith('optledger:p:')));
const consent = () => consentOf(chat.bench, { phone: anna });

describe('the first message of a person', () => {
  test('is asked in its language, under the notice, with a button for each purpose', async () => {
    await says('Hola');
    await chat.answer();
    expect(messages()).toEqual([
      {
        text: [
          'Hola, aquí Acme. ¿Qué podemos enviarte por este chat?',
          'Acepto recibir ofertas y descuentos y avisos de tus pedidos de Acme por WhatsApp en este número.',
          'Pulsa lo que quieras recibir. Cada opción es un sí solo a eso.',
          'Responde STOP cuando quieras para no recibir más mensajes.',
        ].join('\n\n'),
        buttons: [
          { id: expect.stringMatching(/^optledger:p:q[a-z0-9]{15}:y0$/), title: 'Ofertas y descuentos' },
          { id: expect.stringMatching(/:y1$/), title: 'Avisos de tus…' },
          { id: expect.stringMatching(/:n$/), title: 'No, gracias' },
        ],
      },
    ]);
    expect(chat.sent[0]?.to).toEqual({ waId: anna });
  });

  test('a button opts in to its purpose alone with the notice as evidence, and a second message is asked nothing', async () => {
    await says('Hola');
    await chat.answer();
    await presses(payloadOf(0));
    await chat.answer();
    expect(await consent()).toMatchObject({ offers: 'opted-in', orders: 'never-asked' });
    expect(await ledgerRows(chat.bench.table)).toMatchObject([
      { action: 'granted', purposes: ['offers'], notice: 'hello@1', body: { noticeLocale: 'es' } },
    ]);
    expect(messages()[1]?.text).toContain('ofertas y descuentos');
    await says('Hola', noon + 1000);
    chat.bench.setNow(noon + 50 * hour);
    await says('Hola', noon + 50 * hour);
    await chat.answer();
    expect(questions()).toHaveLength(1);
    expect((await auditTable(chat.bench)).faults).toEqual([]);
  });

  test('no thanks declines both, and nothing more goes out', async () => {
    await says('Hola');
    await chat.answer();
    await presses(payloadOf(2));
    await chat.answer();
    expect(await consent()).toMatchObject({ offers: 'opted-out', orders: 'opted-out' });
    expect(messages()).toHaveLength(1);
  });

  test('said nothing for certain: in the language of the app; a text that the notice lacks: in one that it has', async () => {
    await says('ok');
    await says('Guten Tag', noon, 'wamid.de', '16505559999');
    await chat.answer();
    expect(messages().map(({ text }) => text.slice(0, 17))).toEqual(['Hi, this is Acme.', 'Hi, this is Acme.']);
  });

  test('told twice, or handed on twice, is asked once', async () => {
    await says('Hola');
    await says('Hola');
    await chat.answer();
    await chat.answer('again');
    expect(messages()).toHaveLength(1);
  });

  test.each([
    ['first', []],
    ['one for which the question was due', ['HELP']],
  ])('told again, the %s gets no answer to a keyword beside the question', async (_name, before) => {
    const keywords = [{ words: ['hours'], texts: [{ locale: 'en', text: 'From 9 to 18.' }] }];
    await chat.change({ automatedReplies: { keywords } });
    for (const each of before) await says(each);
    await says('hours', noon + 1000);
    await says('hours', noon + 1000);
    await chat.answer();
    expect(messages()).toHaveLength(1);
    expect(questions()).toHaveLength(1);
    await says('hours', noon + 3000);
    await chat.answer();
    expect(messages()[1]?.text).toBe('From 9 to 18.');
  });

  test.each<[string, () => Promise<unknown>]>([
    ['request_welcome', () => welcome()],
    [
      'a call',
      () =>
        chat.hearCalls({
          id: 'wacid.1',
          from: anna,
          direction: 'USER_INITIATED',
          event: 'connect',
          timestamp: String(noon / 1000),
        }),
    ],
    [
      'a picture',
      () => chat.hear({ from: anna, id: 'wamid.i', timestamp: String(noon / 1000), type: 'image', image: { id: '1' } }),
    ],
    [
      'a forwarded text',
      () => chat.hear({ ...textMessage(anna, 'wamid.f', noon, 'Hola'), context: { forwarded: true } }),
    ],
  ])('%s is one too, in no language of theirs', async (_name, act) => {
    await act();
    await chat.answer();
    expect(messages().map(({ text }) => text.slice(0, 17))).toEqual(['Hi, this is Acme.']);
    await says('Hola', noon + 1000);
    await welcome(noon + 2000, 'wamid.welcome-2');
    await chat.answer();
    expect(messages()).toHaveLength(1);
  });

  test('of somebody whom the business told us of is asked for the others', async () => {
    await chat.bench.sayTo(chat.app, { phone: anna }, { purposes: ['offers'], saidAt: noon - hour });
    await says('Hola');
    await chat.answer();
    expect(titles()).toEqual(['Avisos de tus…', 'No, gracias']);
  });

  test('of somebody who is opted in to everything, or said no to the rest, is asked nothing', async () => {
    await chat.bench.sayTo(chat.app, { phone: anna }, { purposes: ['offers'], saidAt: noon - hour });
    await chat.bench.sayTo(chat.app, { phone: anna }, { action: 'revoked', purposes: ['orders'], saidAt: noon - hour });
    await says('Hola');
    await chat.answer();
    expect(messages()).toEqual([]);
  });

  test.each<[string, object]>([
    ['everything', { action: 'revoked', purposes: 'all' }],
    ['marketing', { action: 'revoked', purposes: 'marketing' }],
  ])('after a stop of %s is asked nothing', async (_name, stop) => {
    await chat.bench.sayTo(chat.app, { phone: anna }, { ...stop, saidAt: noon - hour });
    await says('Hola');
    await chat.answer();
    expect(messages()).toEqual([]);
  });

  test('is asked nothing when a stop comes before the question goes out', async () => {
    await says('Hola');
    await says('STOP', noon + 1000);
    await chat.answer();
    expect(questions()).toEqual([]);
  });

  test.each(['STOP', 'please stop this now maybe', 'no more offers'])(
    'that says "%s" is asked nothing, then or later',
    async (words) => {
      await says(words);
      await says('Hola', noon + 1000);
      await chat.answer();
      expect(questions()).toEqual([]);
    },
  );

  test.each(['START', 'HELP'])('that says %s has its own answer; the next one is asked', async (word) => {
    await says(word);
    await chat.answer();
    expect(questions()).toEqual([]);
    await says('Hola', noon + 1000);
    await chat.answer();
    expect(questions()).toHaveLength(1);
  });

  test('that confirms a choice is answered, and the next one is asked for the rest', async () => {
    const choice = testChoice(1);
    await choiceStore(chat.bench.table, chat.bench.now).create(choice);
    await says(openingMessage(choice.words, choice.code));
    await chat.answer();
    expect(questions()).toEqual([]);
    await says('Hola', noon + 1000);
    await chat.answer();
    expect(titles(questions()[0])).toEqual(['Avisos de tus…', 'No, gracias']);
  });

  test('from a point is asked, in no language of theirs while they send what the link made ready', async () => {
    const point = testPoint(1, { greeting: 'Hola, quiero saber más de las ofertas' });
    await pointStore(chat.bench.table).create(point);
    await says(`Hola, quiero saber más de las ofertas (${formatReference(testToken(1))})`);
    await chat.answer();
    expect(messages().map(({ text }) => text.slice(0, 17))).toEqual(['Hi, this is Acme.']);
  });

  test('that came too late is asked when the next one opens a window', async () => {
    chat.bench.setNow(noon + 25 * hour);
    await says('Hola');
    await chat.answer();
    expect(messages()).toEqual([]);
    await says('Hola?', noon + 25 * hour);
    await chat.answer();
    expect(messages()).toHaveLength(1);
  });

  test('in history, standby, an edit or a reaction is none', async () => {
    const edit = {
      from: anna,
      id: 'wamid.e',
      timestamp: String(noon / 1000),
      type: 'edit',
      edit: { original_message_id: 'x', message: textMessage(anna, 'x', noon, 'Hola') },
    };
    await chat.hear(edit, {
      from: anna,
      id: 'wamid.r',
      timestamp: String(noon / 1000),
      type: 'reaction',
      reaction: { message_id: 'x', emoji: '👍' },
    });
    await chat.answer();
    expect(messages()).toEqual([]);
  });

  test('is asked nothing once it is switched off, and nobody later for having written meanwhile', async () => {
    await says('Hola');
    await chat.change({ automatedMessage: { enabled: false, noticeId: 'hello' } });
    await chat.answer();
    await says('Hola', noon, 'wamid.b', '16505559999');
    await chat.change({ automatedMessage: { enabled: true, noticeId: 'hello' } });
    chat.bench.setNow(noon + 50 * hour);
    await says('Hola', noon + 50 * hour, 'wamid.c', '16505559999');
    await chat.answer('again');
    expect(messages()).toEqual([]);
  });

  test('of two who turn out to be one before the questions go out is asked once', async () => {
    const bsuid = 'US.13491208655302741918';
    const { from: _none, ...byAccount } = textMessage('', 'wamid.b', noon, 'Hola') as { from: string };
    await says('Hola');
    await chat.hear({ ...byAccount, from_user_id: bsuid });
    await chat.hear({ ...textMessage(anna, 'wamid.c', noon + 1000, 'Hola'), from_user_id: bsuid });
    await chat.answer();
    expect(messages()).toHaveLength(1);
  });

  test('whose number is somebody else’s by the time of the question is asked nothing there, and who has it now is asked once', async () => {
    const says = (id: string, at: number, bsuid: string) =>
      chat.hear({ ...textMessage(anna, id, at, 'Hola'), from_user_id: bsuid });
    await says('wamid.a', noon, 'US.1');
    await says('wamid.b', noon + 1000, 'US.2');
    await chat.answer();
    expect(messages()).toHaveLength(1);
    const press = { from: anna, from_user_id: 'US.2', id: 'wamid.p', timestamp: String(noon / 1000 + 30) };
    const button_reply = { id: payloadOf(0), title: 'x' };
    await chat.hear({ ...press, type: 'interactive', interactive: { type: 'button_reply', button_reply } });
    expect(await consentOf(chat.bench, { bsuid: 'US.2' })).toMatchObject({ offers: 'opted-in' });
  });

  test('who has left the number by the time of the question is not asked there', async () => {
    await says('Hola');
    const becomes = { phone: '16505550000' };
    const notice = { at: noon + 1000, eventId: 'wamid.change', evidence: {} };
    await chat.bench.ledger.changeIdentifiers(chat.app, { person: { phone: anna }, becomes, ...notice });
    await chat.answer();
    expect(messages()).toEqual([]);
  });

  test('that would be too long for WhatsApp does not go out', async () => {
    await chat.publish(helloTexts.map((text) => ({ ...text, howToStop: 'Reply STOP at any time. '.repeat(45) })));
    await says('Hola');
    await chat.answer();
    expect(messages()).toEqual([]);
  });

  test('with more purposes than buttons gets a list, whose rows act', async () => {
    await chat.change({ purposes: acme.purposes });
    await chat.publish(
      helloTexts.map((text) => ({
        ...text,
        purposes: [
          ...text.purposes,
          { purposeId: 'news', text: 'news about new shops, menus and everything else in town' },
        ],
      })),
    );
    await says('Hello, I want to order');
    await chat.answer();
    expect(messages()[0]?.list).toEqual({
      open: 'Pick',
      rows: [
        { id: expect.stringMatching(/:y0$/), title: 'Offers and discounts' },
        { id: expect.stringMatching(/:y1$/), title: 'Updates on your orders' },
        {
          id: expect.stringMatching(/:y2$/),
          title: 'News about new shops…',
          description: 'news about new shops, menus and everything else in town',
        },
        { id: expect.stringMatching(/:n$/), title: 'No, thanks' },
      ],
    });
    const id = messages()[0]?.list?.rows[2]?.id;
    const list_reply = { id, title: 'News about new shops…' };
    const row = { from: anna, id: 'wamid.row', timestamp: String(noon / 1000 + 30), type: 'interactive' };
    await chat.hear({ ...row, interactive: { type: 'list_reply', list_reply } });
    expect(await consent()).toMatchObject({ offers: 'never-asked', news: 'opted-in' });
  });

  test('the greeting of the business stands instead of ours, in its language', async () => {
    await chat.change({
      automatedMessage: {
        enabled: true,
        noticeId: 'hello',
        greetings: [{ locale: 'es-MX', text: '¡Qué gusto! Soy Lupita, de Acme.' }],
      },
    });
    await says('Hola');
    await chat.answer();
    expect(messages()[0]?.text).toMatch(/^¡Qué gusto! Soy Lupita, de Acme\.\n\nAcepto/);
  });
});
