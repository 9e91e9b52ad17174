import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Happening } from '../../dev/live/happening.ts';
import { listOf, sendByGraph } from '../support/local-graph.ts';
import { type LocalModeForTests, localModeForTests } from '../support/local-mode.ts';

type Json = Readonly<Record<string, unknown>>;

const app = '106540352242922';
const shop = {
  appId: 'luna',
  displayName: 'Luna Coffee',
  smsName: 'LUNA',
  locale: 'es',
  whatsapp: { phoneNumberId: app, phone: '+15550783881', wabaId: '102290129340398' },
  smsNumbers: [{ phone: '+12125550101', country: 'US' }],
  purposes: [
    { purposeId: 'offers', name: 'Offers', category: 'marketing', keywordOptIn: true },
    { purposeId: 'order-updates', name: 'Order updates', category: 'utility' },
  ],
};

let system: LocalModeForTests;
beforeAll(async () => {
  system = await localModeForTests();
  expect((await call('POST', '/v1/apps', shop)).status).toBe(201);
}, 120_000);
afterAll(() => system.stop());

async function call(method: string, path: string, body?: object, headers: object = {}) {
  const response = await fetch(`${system.baseUrl}${path}`, {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${system.apiKey}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Json };
}

const act = (personId: string, body: object) => call('POST', `/local/people/${personId}/acts`, { app, ...body });
const look = async (personId: string) => {
  await system.settle();
  return (await call('GET', `/local/people/${personId}`)).body as {
    lines: readonly { by: string; messageId: string; text?: string; via: string; buttons?: { id: string }[] }[];
    answers: readonly { purpose: string; message: string; to: string }[];
  };
};
const added = async (person: object): Promise<string> =>
  String((await call('POST', '/local/people', person)).body.personId);
const optIn = (user: object) =>
  call('POST', '/v1/apps/luna/opt-ins', {
    user,
    purposes: ['offers', 'order-updates'],
    saidAt: '2026-01-10T10:00:00Z',
    source: 'paper',
    by: 'data-subject',
    evidence: { operator: 'till 4' },
  });
/** What happened in the course of something, by kind. */
async function happened(something: () => Promise<unknown>): Promise<readonly Happening[]> {
  await system.settle();
  const mark = system.feed.last();
  await something();
  await system.settle();
  return system.feed.after(mark);
}

describe('the people of the phone', { timeout: 60_000 }, () => {
  it('says STOP in Spanish: the webhook, the entry, the reply and the changed answers are told as they come', async () => {
    await optIn({ phone: '+18095550142' });
    const told = await happened(() => act('maria', { act: 'text', text: 'ALTO' }));
    expect(told.find(({ kind }) => kind === 'webhook')).toMatchObject({
      status: 200,
      tableRequests: expect.any(Number),
      heard: [{ what: 'text', words: 'ALTO', receivedBy: app, who: { waId: '18095550142' } }],
    });
    expect(
      told.find(({ kind, ...rest }) => kind === 'ledger' && 'act' in rest && rest.act === 'revoked'),
    ).toMatchObject({
      appId: 'luna',
      purposes: 'all',
      rule: 'stop.es.alto',
      who: { waId: '18095550142' },
    });
    expect(told.find(({ kind }) => kind === 'sent')).toMatchObject({ message: { to: '+18095550142', from: app } });
    expect(
      told.flatMap((each) =>
        each.kind === 'answer' ? [[each.personId, each.purpose, each.message, each.from, each.to]] : [],
      ),
    ).toEqual(
      expect.arrayContaining([
        ['maria', 'offers', 'template', 'allow', 'deny'],
        ['maria', 'order-updates', 'template', 'allow', 'deny'],
      ]),
    );
    const { lines, answers } = await look('maria');
    expect(lines.map(({ by, text }) => [by, text])).toEqual([
      ['person', 'ALTO'],
      ['business', expect.stringContaining('Luna Coffee')],
    ]);
    expect(answers).toContainEqual(expect.objectContaining({ purpose: 'offers', message: 'template', to: 'deny' }));
  });

  it('counts the requests of a webhook to the table', async () => {
    const told = await happened(() => act('sam', { act: 'text', text: 'hello' }));
    const webhook = told.find((each) => each.kind === 'webhook');
    expect(webhook?.tableRequests).toBeGreaterThan(0);
    expect(told.map(({ kind }) => kind)).toContain('window');
  });

  it('taps a button of the question about an unclear stop, and then edits', async () => {
    const nora = await added({ name: 'Nora', phone: '+1 416 555 0111' });
    await optIn({ phone: '+14165550111' });
    await act(nora, { act: 'text', text: 'quiero salir' });
    const { lines } = await look(nora);
    const question = lines.find(({ buttons }) => buttons !== undefined);
    expect(question).toBeDefined();
    const tap = { act: 'tap', messageId: question?.messageId };
    expect(await act(nora, { ...tap, choice: 'nothing' })).toMatchObject({ status: 422 });
    const choice = question?.buttons?.[0]?.id;
    expect(await act(nora, { ...tap, choice })).toMatchObject({ status: 200, body: { status: 200 } });
    const own = (await look(nora)).lines.find(({ by }) => by === 'person');
    const told = await happened(() => act(nora, { act: 'edit', messageId: own?.messageId, text: 'STOP' }));
    expect(told).toContainEqual(expect.objectContaining({ kind: 'ledger', act: 'revoked', rule: 'stop.en.stop' }));
    await system.moveClock(16 * 60_000);
    onTestFinished(() => system.moveClock('reset'));
    expect(await act(nora, { act: 'edit', messageId: own?.messageId, text: 'no' })).toMatchObject({ status: 422 });
  });

  it('calls, flips the marketing switch, moves to another number and takes a username', async () => {
    const omar = await added({ name: 'Omar', phone: '14165550112' });
    await optIn({ phone: '+14165550112' });
    const kinds = async (body: object) => (await happened(() => act(omar, body))).map(({ kind }) => kind);
    expect(await kinds({ act: 'call' })).toContain('window');
    const stopped = await happened(() => act(omar, { act: 'preference', value: 'stop' }));
    expect(stopped).toContainEqual(
      expect.objectContaining({ kind: 'ledger', entry: 'platform-preference', act: 'stop' }),
    );
    expect(stopped).toContainEqual(expect.objectContaining({ kind: 'answer', purpose: 'offers', to: 'deny' }));
    const moved = await happened(() => act(omar, { act: 'number', phone: '14165550113' }));
    expect(moved).toContainEqual(expect.objectContaining({ kind: 'ledger', entry: 'identity', act: 'number-changed' }));
    expect(await act('sam', { act: 'number', phone: '14165550113' })).toMatchObject({ status: 422 });
    expect(await act(omar, { act: 'username', username: '@omar.b' })).toMatchObject({ status: 200 });
    const named = (await happened(() => act(omar, { act: 'text', text: 'hi' }))).find(({ kind }) => kind === 'webhook');
    expect(named).toMatchObject({ heard: [{ who: { bsuid: expect.stringMatching(/^CA\./) } }] });
    expect(JSON.stringify(named)).not.toContain('14165550113');
    expect(await act(omar, { act: 'sms', to: '+12125550101', text: 'OPTIN LUNA' })).toMatchObject({ status: 200 });
    expect((await look(omar)).lines.filter(({ via }) => via === 'sms').map(({ by }) => by)).toEqual([
      'person',
      'business',
    ]);
  });

  it('gets an offer only after "may I?" says yes, and stops promotions by its button', async () => {
    const ines = await added({ name: 'Inés', phone: '14165550114' });
    const offer = { act: 'offer', appId: 'luna', purpose: 'offers', text: 'Two for one on Friday' };
    expect((await act(ines, offer)).body).toMatchObject({ decision: 'deny', sent: false });
    await optIn({ phone: '+14165550114' });
    expect((await act(ines, offer)).body).toMatchObject({ decision: 'allow', sent: true });
    const [got] = (await look(ines)).lines;
    expect(got).toMatchObject({
      isTemplate: true,
      header: 'This week',
      text: 'Two for one on Friday',
      footer: expect.any(String),
    });
    const stop = got?.buttons?.find(({ id }) => id === 'Stop promotions');
    await act(ines, { act: 'tap', messageId: got?.messageId, choice: stop?.id });
    await system.settle();
    expect((await act(ines, offer)).body).toMatchObject({ decision: 'deny' });
    expect((await act(ines, { ...offer, purpose: 'nothing' })).status).toBe(422);
  });
});

const send = (to: string, content: object): Promise<void> =>
  sendByGraph({ dataFolder: system.dataFolder, outsideUrl: system.urls.outsideWorld }, app, to, content);

describe('what the phone shows and sends back', { timeout: 60_000 }, () => {
  it('opens a list with titles and descriptions, and sends the row that was chosen', async () => {
    const lena = await added({ name: 'Lena', phone: '14165550121' });
    await optIn({ phone: '+14165550121' });
    const rows = [
      { id: 'row-1', title: 'Offers', description: 'At most four a month' },
      { id: 'optledger:stop-all', title: 'Nothing any more' },
    ];
    const words = {
      header: 'Luna Coffee',
      body: 'What would you like?',
      footer: 'Change it at any time.',
      open: 'Choose',
    };
    await send('+14165550121', listOf(words, rows));
    const [list] = (await look(lena)).lines;
    expect(list).toMatchObject({
      header: 'Luna Coffee',
      text: 'What would you like?',
      footer: 'Change it at any time.',
      list: { open: 'Choose', rows },
    });
    const choose = (choice: string) => act(lena, { act: 'choose', messageId: list?.messageId, choice });
    expect(await choose('row-9')).toMatchObject({ status: 422 });
    await choose('row-1');
    const told = await happened(() => choose('optledger:stop-all'));
    expect(told).toContainEqual(
      expect.objectContaining({
        kind: 'webhook',
        heard: [expect.objectContaining({ what: 'list_reply', words: 'Nothing any more' })],
      }),
    );
    const own = (await look(lena)).lines.filter(({ by }) => by === 'person');
    expect(own).toMatchObject([
      { text: 'Offers\nAt most four a month', answers: list?.messageId },
      { text: 'Nothing any more', answers: list?.messageId },
    ]);
    // What was tapped was not written, and cannot be changed.
    expect(await act(lena, { act: 'edit', messageId: own[0]?.messageId, text: 'no' })).toMatchObject({ status: 422 });
  });

  it('draws a template from the words that Meta keeps, and sends what its quick replies were given, or their own words', async () => {
    const nils = await added({ name: 'Nils', phone: '14165550122' });
    await optIn({ phone: '+14165550122' });
    const offer = { act: 'offer', purpose: 'offers', text: 'Shall we write? {{2}}', template: 'simulated_invitation' };
    expect((await act(nils, { ...offer, payloads: ['shop:yes', ''] })).body).toMatchObject({ sent: true });
    expect(await act(nils, { ...offer, template: 'simulated_nothing' })).toMatchObject({ status: 422 });
    expect((await look(nils)).lines).toMatchObject([
      {
        header: 'Shall we keep in touch?',
        text: 'Shall we write? {{2}}',
        buttons: [
          { id: 'shop:yes', title: 'Yes, offers' },
          { id: 'Yes, news', title: 'Yes, news' },
          { id: 'No, thank you', title: 'No, thank you' },
          { id: 'Stop promotions', title: 'Stop promotions' },
        ],
      },
    ]);
    await send('+14165550122', { type: 'template', template: { name: 'of_somebody_else', language: { code: 'en' } } });
    expect((await look(nils)).lines.at(-1)).toMatchObject({ isTemplate: true, text: '[of_somebody_else]' });

    // One of the account's own, as the registry reads it: in its language, with what is put in at its place.
    const template = {
      name: 'order_update',
      language: { code: 'es_MX' },
      components: [{ type: 'body', parameters: ['Nils', '{{1}}'].map((text) => ({ type: 'text', text })) }],
    };
    await send('+14165550122', { type: 'template', template });
    expect((await look(nils)).lines.at(-1)).toMatchObject({ text: 'Hola Nils, su pedido {{1}} va en camino.' });
    await send('+14165550122', { type: 'template', template: { name: 'spring_offer', language: { code: 'en_US' } } });
    expect((await look(nils)).lines.at(-1)).toMatchObject({
      text: 'This week: ten per cent off everything in the shop.',
      buttons: [{ id: 'Stop promotions', title: 'Stop promotions' }],
    });
  });

  it('comes by an ad, whose headline stands over the first words, and signs up in WhatsApp', async () => {
    const omar = await added({ name: 'Omar', phone: '12125550125' });
    const click = { act: 'ad-click', ad: '120226305854810726', headline: 'Two coffees for one', text: 'Hello!' };
    const told = await happened(() => act(omar, click));
    expect(told).toContainEqual(expect.objectContaining({ kind: 'webhook', status: 200 }));
    expect((await look(omar)).lines[0]).toMatchObject({ ad: 'Two coffees for one', text: 'Hello!' });
    const { data } = (await call('GET', '/v1/apps/luna/points')).body as { data: readonly Json[] };
    expect(data).toContainEqual(
      expect.objectContaining({ kind: 'ad', name: 'Two coffees for one', adId: '120226305854810726' }),
    );
    expect(await act(omar, { act: 'signup', signupId: '13176843987434774', name: 'Checkout' })).toMatchObject({
      status: 200,
    });
    expect((await look(omar)).lines.at(-1)).toMatchObject({ event: 'signed-up', text: 'Checkout' });
  });

  it('rings the business, and presses a key in its menu', async () => {
    const lea = await added({ name: 'Lea', phone: '12125550126' });
    const query = { act: 'missed-call', business: 'luna' };
    expect(await act(lea, query)).toMatchObject({ status: 422 });
    const telephone = { numbers: [{ phone: '+12125550199' }] };
    expect((await call('PATCH', '/v1/apps/luna', { telephone })).status).toBe(200);
    const called = { business: 'luna', to: '+12125550199' };
    expect((await act(lea, { act: 'missed-call', ...called })).body).toMatchObject({ status: 200 });
    expect((await act(lea, { act: 'menu', ...called, digits: '1' })).body).toMatchObject({ status: 200 });
    const lines = (await look(lea)).lines.filter(({ via }) => via === 'phone');
    expect(lines).toMatchObject([{ event: 'rang' }, { event: 'pressed', text: '1' }]);
  });

  it('opens the chat without a word, once, until the chat is deleted', async () => {
    const vera = await added({ name: 'Vera', username: 'vera.k' });
    const first = await happened(() => act(vera, { act: 'welcome' }));
    expect(first).toContainEqual(
      expect.objectContaining({
        kind: 'webhook',
        status: 200,
        heard: [expect.objectContaining({ what: 'request_welcome' })],
      }),
    );
    expect((await look(vera)).lines).toMatchObject([{ event: 'chat-opened' }]);
    expect(await act(vera, { act: 'welcome' })).toMatchObject({ status: 422 });
    await act(vera, { act: 'text', text: 'hola' });
    await act(vera, { act: 'forget' });
    expect((await look(vera)).lines).toEqual([]);
    expect(await act(vera, { act: 'welcome' })).toMatchObject({ status: 200 });
  });

  it('sends a form with the token that the business gave it', async () => {
    const igor = await added({ name: 'Igor', phone: '14165550123' });
    await send('+14165550123', {
      type: 'interactive',
      interactive: {
        type: 'flow',
        body: { text: 'Tell us more' },
        action: { name: 'flow', parameters: { flow_cta: 'Fill in', flow_token: 'token-1' } },
      },
    });
    const [form] = (await look(igor)).lines;
    expect(form).toMatchObject({ form: { open: 'Fill in', token: 'token-1' } });
    const fill = (answer: string) => act(igor, { act: 'flow', messageId: form?.messageId, answer });
    for (const wrong of ['', 'yes', '[]', 'null']) expect(await fill(wrong)).toMatchObject({ status: 422 });
    const told = await happened(() => fill('{"colour":"green","flow_token":"of somebody else"}'));
    expect(told).toContainEqual(expect.objectContaining({ kind: 'webhook', status: 200 }));
    expect((await look(igor)).lines.at(-1)).toMatchObject({ text: '{"colour":"green","flow_token":"token-1"}' });
  });
});

describe('who may use the phone', () => {
  it.each([
    ['GET', '/local/state'],
    ['GET', '/local/feed'],
    ['POST', '/local/clock'],
    ['POST', '/local/people'],
    ['POST', '/local/people/maria/acts'],
    ['POST', '/local/sample'],
    ['DELETE', '/local/sample'],
  ])('%s %s: nobody without the key, and no page of somebody else even with it', async (method, path) => {
    const mark = system.feed.last();
    const status = (headers: Record<string, string>) =>
      new Promise<number | undefined>((settle, fail) => {
        const { hostname, port } = new URL(system.baseUrl);
        const authorization = `Bearer ${system.apiKey}`;
        request({ hostname, port, method, path, headers: { authorization, ...headers } }, (answer) => {
          answer.resume();
          settle(answer.statusCode);
        })
          .once('error', fail)
          .end(method !== 'POST' ? undefined : '{"by":1,"act":"call"}');
      });
    expect(await status({ authorization: 'Bearer guessed' })).toBe(401);
    expect(await status({ authorization: '' })).toBe(401);
    expect(await status({ host: 'attacker.example' })).toBe(403);
    expect(await status({ origin: 'https://attacker.example' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(system.feed.last()).toBe(mark);
  });
});

describe('the rest of what the page of the phone asks', () => {
  it('moves the clock and shows it, and refuses what is no time', async () => {
    onTestFinished(() => system.moveClock('reset'));
    expect((await call('POST', '/local/clock', { by: 3_600_000 })).body).toMatchObject({ offsetMs: 3_600_000 });
    expect((await call('GET', '/local/state')).body).toMatchObject({ offsetMs: 3_600_000, sample: { state: 'none' } });
    for (const by of ['later', null, 1.5, 1e15]) expect((await call('POST', '/local/clock', { by })).status).toBe(422);
    expect((await call('POST', '/local/clock', { by: 'reset' })).body).toMatchObject({ offsetMs: 0 });
  });

  it('streams what happened and what happens', async () => {
    const { signal } = new AbortController();
    const stream = await fetch(`${system.baseUrl}/local/feed?after=${system.feed.last()}`, {
      headers: { authorization: `Bearer ${system.apiKey}` },
      signal,
    });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    onTestFinished(() => reader?.cancel());
    await act('sam', { act: 'text', text: 'are you open?' });
    let seen = '';
    while (!seen.includes('are you open?')) seen += (await reader?.read())?.value ?? '';
    expect(seen).toMatch(/id: \d+\ndata: \{"kind":"webhook"/);
  });

  it('leads from a page into the phone in the browser that has it open, and elsewhere into WhatsApp', async () => {
    const starter = await call(
      'GET',
      '/v1/apps/luna/notices/starter?locale=es&privacyUrl=https://luna.example/privacy',
    );
    await call('POST', '/v1/apps/luna/notices', starter.body);
    const notice = { noticeId: starter.body.noticeId };
    const point = (
      await call('POST', '/v1/apps/luna/points', { kind: 'link', name: 'Door', notice, purposes: ['offers'] })
    ).body;
    const page = async (headers: Record<string, string>) => (await fetch(String(point.url), { headers })).text();
    const cookie = (await call('GET', '/local/state')).headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await page({ cookie })).toContain('href="/local/chat/15550783881?text=');
    expect(await page({ cookie })).not.toContain('href="https://wa.me');
    expect(await page({})).toContain('href="https://wa.me/15550783881?text=');
    const led = await fetch(`${system.baseUrl}/local/chat/15550783881?text=Hola%20%26`, { redirect: 'manual' });
    expect(led.headers.get('location')).toBe('/console/apps/luna/phone?text=Hola+%26');
    const nobody = await fetch(`${system.baseUrl}/local/chat/19999999999?text=Hola`, { redirect: 'manual' });
    expect(nobody.headers.get('location')).toBe('/console');
    // The console is no page of this kind, in whatever coding it comes.
    const index = await fetch(`${system.baseUrl}/console`, { headers: { cookie, 'accept-encoding': 'br' } });
    expect(await index.text()).toContain('<div id="root">');
    expect((await call('POST', '/local/link', { url: 'https://wa.me/15550783881?text=ALTO' })).body).toEqual({
      app,
      text: 'ALTO',
    });
    expect((await call('POST', '/local/link', { url: 'https://example.com' })).status).toBe(422);
  });

  it('is not there for phones in the same network', async () => {
    expect((await call('GET', '/local/nothing')).status).toBe(404);
    expect((await call('POST', '/local/people', { name: 'Nobody' })).status).toBe(422);
    expect((await call('POST', '/local/people/nobody/acts', { act: 'call', app })).status).toBe(422);
    expect((await act('sam', { act: 'toString' })).status).toBe(422);
  });

  it('finds the business of a number among more than the API lists at once', async () => {
    const names = Array.from({ length: 101 }, (_, index) => `many-${String(index).padStart(3, '0')}`);
    const { smsNumbers: _numbers, smsName: _name, ...plain } = shop;
    for (const [index, appId] of names.entries()) {
      const whatsapp = { ...shop.whatsapp, phoneNumberId: `20654035224${index}`, phone: `+1555078${4000 + index}` };
      expect((await call('POST', '/v1/apps', { ...plain, appId, whatsapp })).status).toBe(201);
    }
    for (const index of [0, 100]) {
      const led = await fetch(`${system.baseUrl}/local/chat/1555078${4000 + index}?text=Hola`, { redirect: 'manual' });
      expect(led.headers.get('location')).toBe(`/console/apps/${names[index]}/phone?text=Hola`);
    }
  });
});
