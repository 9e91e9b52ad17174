import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import {
  chatOf,
  follow,
  formWith,
  makePoint,
  nextSecond,
  numberField,
  publishStarter,
  say,
  statementsOf,
  stopForm,
  submit,
} from '../support/journeys/collection.ts';
import { openShop } from '../support/journeys/shop.ts';
import { eventually, type Json, journeyTarget } from '../support/journeys/target.ts';
import { formsOf } from '../support/pages/page-form.ts';
import { readQr } from '../support/pages/read-qr.ts';

const target = journeyTarget();

/** The address of a page without the second in which the visit began. */
const timeless = (location: string | undefined) => location?.replace(/\bvisit=\d+/, 'visit=');

describe.skipIf(target.lacks('webhook'))('opting in by a link, a code or a page', () => {
  it('leads from a printed code over a tick to the chat, proves what was agreed to, and ends by a preference link', async () => {
    const shop = await openShop('link');
    const ana = shop.person('Ana');
    const notice = await publishStarter(shop, ['es', 'en']);
    const point = await makePoint(shop, 'link', { campaign: 'autumn' });

    // What the poster at the door says to a phone.
    const png = await shop.get(`points/${point.pointId}/qr.png`);
    expect(png).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    const scanned = readQr(png.bytes) ?? '';
    expect(new URL(scanned).pathname).toMatch(/^\/q\/p[a-z2-9]{15}$/);

    // Ana scans it, and reads Spanish. Nothing is ticked for her.
    const page = await follow(target, `${scanned}?utm_source=door`, { 'accept-language': 'es-MX,es;q=0.9' });
    expect(page.status).toBe(200);
    expect(page.html).toContain('lang="es"');
    expect(formsOf(page.html, page.url).flatMap(({ fields }) => fields.filter(({ checked }) => checked))).toEqual([]);

    // She ticks one purpose. That alone is nothing.
    const end = await submit(target, formWith(page, 'purpose'), { ticks: ['offers'] });
    expect(end.status).toBe(200);
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ reasons: [{ code: 'never-asked' }] });

    // The end page opens the chat with the sentence ready. She sends it.
    const chat = chatOf(end.html);
    expect(chat.phone).toBe(String((shop.settings.whatsapp as Json).phone).replace(/\D/g, ''));
    expect(await say(shop, ana, chat.text)).toBe(200);
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({
      decision: 'allow',
      consent: { state: 'opted-in', source: 'whatsapp-message' },
    });
    expect(await shop.decide({ phone: ana.phone }, 'order-updates')).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'never-asked' }],
    });

    // The statement says which words were shown, where, and what she sent.
    const [granted] = await statementsOf(shop, ana);
    expect(granted).toMatchObject({
      action: 'granted',
      purposes: ['offers'],
      firstHand: true,
      source: 'whatsapp-message',
      evidence: {
        text: chat.text,
        noticeId: 'signup',
        noticeVersion: notice.version,
        noticeLocale: 'es',
        pointId: point.pointId,
        campaign: 'autumn',
        utm: { utm_source: 'door' },
        userAgent: 'Journey',
        identifiers: { waId: ana.waId },
      },
    });
    // Anybody can fetch those words and see that they are the ones: the hash is over them.
    const { body: version } = await shop.get(`notices/signup/versions/${notice.version}`);
    const text = (version.texts as readonly Json[]).find(({ locale }) => locale === 'es');
    const form = canonical({ noticeId: 'signup', version: version.version, text });
    const hash = createHash('sha256').update(form).digest('base64url');
    expect(granted).toMatchObject({ evidence: { noticeHash: hash } });

    await eventually(async () =>
      expect((await shop.get(`points/${point.pointId}`)).body.counts).toMatchObject({ scans: 1, optIns: 1, stops: 0 }),
    );
    // The one person of this app stands among those who opted in, and the window that she opened by confirming is open.
    const offers = { purposeId: 'offers', pending: 0, erased: 0, unconfirmed: 0, neverAsked: 0 };
    const census = async () => (await shop.get('counts')).body.now;
    await eventually(async () =>
      expect(await census()).toMatchObject({
        people: 1,
        purposes: expect.arrayContaining([{ ...offers, optedIn: 1, optedOut: 0 }]),
        openWindows: 1,
      }),
    );

    // A message of ours carries a link to her preferences. Looking changes nothing; "stop everything" holds at once.
    const preferences = await makePoint(shop, 'preference-page');
    const link = await shop.post('personal-links', { user: { phone: ana.phone }, pointId: preferences.pointId });
    const own = await follow(target, String(link.body.url));
    expect(own.status).toBe(200);
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });
    await nextSecond();
    expect(await submit(target, stopForm(own), {})).toMatchObject({ status: 200 });
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'opted-out' }],
      consent: { source: 'preference-page' },
    });
    // The stop is charged to the point that had brought her.
    await eventually(async () =>
      expect((await shop.get(`points/${point.pointId}`)).body.counts).toMatchObject({ optIns: 1, stops: 1 }),
    );
    await eventually(async () =>
      expect(await census()).toMatchObject({
        people: 1,
        purposes: expect.arrayContaining([{ ...offers, optedIn: 0, optedOut: 1 }]),
        openWindows: 1,
      }),
    );
  });

  it('opens the chat for who ticks nothing, counts it, and that is no opt-in', async () => {
    const shop = await openShop('link-chat');
    const ana = shop.person('Ana');
    await publishStarter(shop);
    const point = await makePoint(shop, 'link');
    const page = await follow(target, String(point.url));
    expect(await say(shop, ana, chatOf(page.html).text)).toBe(200);
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'deny' });
    expect(await shop.decide({ phone: ana.phone }, 'offers', 'free-form')).toMatchObject({ window: { state: 'open' } });
    await eventually(async () =>
      expect((await shop.get(`points/${point.pointId}`)).body.counts).toMatchObject({
        clicks: 1,
        chats: 1,
        optIns: 0,
      }),
    );
  });

  it('answers HEAD and previews like everybody, and counts neither', async () => {
    const shop = await openShop('link-looked-at');
    await publishStarter(shop);
    const point = await makePoint(shop, 'link');
    const url = String(point.url);
    const landing = await target.browse('GET', url);
    for (let n = 0; n < 3; n += 1) {
      const head = await target.browse('HEAD', url);
      expect([head.status, timeless(head.location)]).toEqual([302, timeless(landing.location)]);
      expect(head.bytes).toHaveLength(0);
      const preview = await target.browse('GET', url, { headers: { 'user-agent': 'WhatsApp/2.23.20.0' } });
      expect([preview.status, timeless(preview.location)]).toEqual([302, timeless(landing.location)]);
    }
    for (const path of [landing.location ?? '', '/widget.js', '/health']) {
      const head = await target.browse('HEAD', path);
      expect([path, head.status, head.bytes.length]).toEqual([path, 200, 0]);
      expect(head.headers['content-type']).toBe((await target.browse('GET', path)).headers['content-type']);
    }
    expect(await target.call('HEAD', `/v1/apps/${shop.appId}`)).toMatchObject({ status: 200 });
    expect(await target.call('HEAD', `/v1/apps/${shop.appId}`, undefined, { key: null })).toMatchObject({
      status: 401,
    });
    expect((await shop.get(`points/${point.pointId}`)).body.counts).toMatchObject({ clicks: 1, scans: 0 });
  });

  it('stays pending after a number was typed on a landing page, whoever sends the code, until that phone confirms', async () => {
    const shop = await openShop('landing');
    const [ana, eve] = [shop.person('Ana'), shop.person('Eve')];
    await publishStarter(shop);
    const point = await makePoint(shop, 'landing-page');
    const page = await follow(target, String(point.url));
    const end = await submit(target, formWith(page, 'purpose'), {
      ticks: ['offers'],
      values: { [numberField(page)]: ana.phone },
    });
    const { text } = chatOf(end.html);
    expect(end.html).not.toContain(ana.phone.slice(1));
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'deny', reasons: [{ code: 'pending' }] });

    // Eve has the code, by whatever way. It is not her number that agreed, and not she who typed Ana's.
    expect(await say(shop, eve, text)).toBe(200);
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'deny', reasons: [{ code: 'pending' }] });
    expect(await shop.decide({ phone: eve.phone })).toMatchObject({ decision: 'deny' });

    expect(await say(shop, ana, text)).toBe(200);
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });
    expect(await shop.decide({ phone: eve.phone })).toMatchObject({ decision: 'deny' });
    await eventually(async () =>
      expect((await shop.get(`points/${point.pointId}`)).body.counts).toMatchObject({ requests: 1, optIns: 1 }),
    );
  });

  it('hears a STOP that still has the code of a page on it, and never grants from it', async () => {
    const shop = await openShop('link-stop');
    const ana = shop.person('Ana');
    await publishStarter(shop);
    const point = await makePoint(shop, 'link');
    const end = await submit(target, formWith(await follow(target, String(point.url)), 'purpose'), {
      ticks: ['offers'],
    });
    const code = /\([^)]*\)\s*$/.exec(chatOf(end.html).text)?.[0];
    expect(code).toBeDefined();
    expect(await say(shop, ana, `STOP ${code}`)).toBe(200);
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ reasons: [{ code: 'opted-out' }] });
  });
});

/** RFC 8785 for what notices hold: keys in order, no blanks. Written here, because a proof that only we can check is none. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
