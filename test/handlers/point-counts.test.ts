import { beforeEach, describe, expect, it } from 'vitest';
import { censusCounter } from '../../lambdas/adapters/dynamodb/collection/census-counter.ts';
import { chargeCounter } from '../../lambdas/adapters/dynamodb/collection/charge-counter.ts';
import type { LedgerItem } from '../../lambdas/adapters/dynamodb/entries/ledger-item.ts';
import { sumOf } from '../../lambdas/domain/collection/funnel.ts';
import { countCharges } from '../../lambdas/handlers/count-charges.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { relayed, streamRecord } from '../support/ledger/parcels.ts';
import { filledIn, formsOf, type PageForm } from '../support/pages/page-form.ts';
import { acmeApp, start, type TestPages, testPages, twoTexts } from '../support/pages/pages.ts';
import { failWrites } from '../support/table/refused-writes.ts';
import { rowsWhere } from '../support/table/rows.ts';

const shop = { origin: 'https://shop.example' };
/** What the browser of a person says of itself. */
const person = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const iphone = { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile' };
const day = '2026-11-21';
const minute = 60_000;

let pages: TestPages;
let token: string;
beforeEach(async () => {
  pages = await testPages();
  await pages.publish('spring', twoTexts);
  token = await pages.point(1);
});

const dayOfPoint = async (on = day, of = token) => (await pages.points.days(of, on, on))[0]?.counts;
const totals = async (of = token) => (await pages.points.findFresh(of))?.counts;
/** Goes where an answer leads. */
const follow = (location = '', headers: Record<string, string> = person) => {
  const { pathname, searchParams } = new URL(location, 'https://go.example');
  return pages.get(pathname, Object.fromEntries(searchParams), headers);
};
/** As the relay does: everything new that charges something is told, as often as one likes. */
async function relay(): Promise<void> {
  const items = (await rowsWhere(pages.table, /^CHOICE#|#L#/)) as readonly Partial<LedgerItem>[];
  const records = items.filter(({ charged }) => charged).map((item, n) => streamRecord(item, n));
  const now = () => pages.now;
  const run = countCharges({ counter: chargeCounter(pages.table, now), census: censusCounter(pages.table, now), now });
  expect(await run(await relayed('charges', records), lambdaContext())).toEqual({ batchItemFailures: [] });
}
async function sendForm(headers: Record<string, string> = person, of = token, more = {}) {
  const [form] = formsOf((await pages.get(`/o/${of}`, {}, headers)).body, '') as [PageForm];
  return pages.post(form.action, filledIn(form, { ticks: ['offers'], ...more }), headers);
}
/** The phone says what was ticked, as the webhook records it. */
async function confirm(messageId: string, madeAt: number, phone = '525512345678', saidAt = pages.now) {
  await pages.ledger.recordStatement(acmeApp, {
    person: { phone },
    action: 'granted',
    purposes: ['offers'],
    level: 3,
    saidAt,
    source: 'whatsapp-message',
    evidence: { pointId: `pt_${token}`, tickedAt: new Date(madeAt).toISOString() },
    eventId: `${messageId}:confirmed`,
    provider: true,
  });
}

describe('a page that is shown', () => {
  it('counts once for a visit by link or QR code, by the write that counts the visit', async () => {
    const { headers } = await pages.get(`/l/${token}`, {}, person);
    pages.consumed.length = 0;
    expect((await follow(headers.location)).status).toBe(200);
    expect(pages.consumed.filter(({ writeUnits }) => (writeUnits ?? 0) > 0)).toEqual([]);
    const code = await pages.get(`/q/${token}`, {}, person);
    await follow(code.headers.location);
    expect(await dayOfPoint()).toEqual(sumOf([{ clicks: 1, scans: 1, shown: 2 }]));
    expect(await totals()).toEqual(sumOf([{ clicks: 1, scans: 1, shown: 2 }]));
  });

  it('counts when it is opened by its own address, and when an address that was counted comes a minute later', async () => {
    await pages.get(`/o/${token}`, {}, person);
    const { headers } = await pages.get(`/l/${token}`, {}, person);
    pages.now += minute;
    await follow(headers.location);
    for (const visit of ['', '0', 'x', '99999999999', '-5', '1e99']) await pages.get(`/o/${token}`, { visit }, person);
    expect(await totals()).toMatchObject({ clicks: 1, shown: 9 });
  });

  it('counts no page that says only that the point is closed', async () => {
    const paused = await pages.point(2, { status: 'paused' });
    await pages.get(`/l/${paused}`, {}, person);
    await pages.get(`/o/${paused}`, {}, person);
    expect(await totals(paused)).toEqual(sumOf([{ clicks: 1 }]));
  });

  it('counts the chat that a link opens in its place', async () => {
    const chat = await pages.point(2, { opens: 'chat' });
    await pages.get(`/q/${chat}`, {}, person);
    expect(await totals(chat)).toEqual(sumOf([{ scans: 1, sentToChat: 1 }]));
  });

  it('counts a widget when it is opened, and not each page of the shop that has it', async () => {
    const widget = await pages.point(2, { kind: 'widget', origins: [shop.origin] });
    await pages.get(`/w/${widget}`, {}, { ...person, ...shop });
    await pages.post(`/w/${widget}/opened`, new URLSearchParams({ opened: 'yes' }), { ...person, ...shop });
    expect(await totals(widget)).toEqual(sumOf([{ clicks: 1, shown: 1 }]));
  });
});

describe('what looks ahead', () => {
  it.each([
    ['WhatsApp', { 'user-agent': 'WhatsApp/2.23.20.0' }, 'previews'],
    ['Meta', { 'user-agent': 'facebookexternalhit/1.1' }, 'previews'],
    ['Slack', { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' }, 'previews'],
    ['Twitter', { 'user-agent': 'Twitterbot/1.0' }, 'previews'],
    ['a monitor', { 'user-agent': 'Pingdom.com_bot_version_1.4 (http://www.pingdom.com/)' }, 'previews'],
    ['a prefetch', { ...person, 'sec-purpose': 'prefetch' }, 'prefetches'],
    ['a prerender', { ...person, 'sec-purpose': 'prefetch;prerender' }, 'prefetches'],
  ] as const)('is counted apart, once on its way to the page: %s', async (_who, headers, count) => {
    const { headers: answer } = await pages.get(`/l/${token}`, {}, headers);
    await follow(answer.location, headers);
    expect(await dayOfPoint()).toEqual(sumOf([{ [count]: 1 }]));
    await pages.get(`/o/${token}`, {}, headers);
    expect(await totals()).toEqual(sumOf([{ [count]: 2 }]));
  });

  it('is counted apart by HEAD, and a HEAD of a robot among the robots', async () => {
    for (const path of [`/l/${token}`, `/q/${token}`, `/o/${token}`])
      await pages.call('HEAD', path, { headers: person });
    await pages.call('HEAD', `/o/${token}`, { headers: { 'user-agent': 'UptimeRobot/2.0' } });
    expect(await totals()).toEqual(sumOf([{ prefetches: 3, previews: 1 }]));
  });

  it('takes nothing from the visits of people behind the same address', async () => {
    for (let n = 0; n < 310; n += 1) await pages.get(`/o/${token}`, {}, { 'user-agent': 'WhatsApp/2.23.20.0' });
    await pages.get(`/o/${token}`, {}, person);
    expect(await totals()).toMatchObject({ previews: 300, shown: 1 });
  });
});

describe('what is ticked and sent to the chat', () => {
  it('is counted from the choice, by no request more on the way of the person', async () => {
    await sendForm(person);
    await sendForm(iphone);
    expect(await totals()).toMatchObject({ shown: 2, ticked: 0, sentToChat: 0 });
    await relay();
    await relay();
    expect(await totals()).toEqual(sumOf([{ shown: 2, ticked: 2, sentToChat: 2 }]));
    expect(await dayOfPoint()).toEqual(await totals());
  });

  it('is nothing of a form without a tick', async () => {
    await sendForm(person, token, { ticks: [] });
    await relay();
    expect(await totals()).toMatchObject({ ticked: 0, sentToChat: 0 });
  });

  it('is counted of a widget', async () => {
    const widget = await pages.point(2, { kind: 'widget', origins: [shop.origin] });
    const { shown } = (await pages.get(`/w/${widget}`, {}, shop)).body;
    const form = new URLSearchParams({ ...shown, purpose: 'offers' });
    expect((await pages.post(`/w/${widget}`, form, { ...shop, ...person })).status).toBe(201);
    await relay();
    expect(await totals(widget)).toMatchObject({ ticked: 1, sentToChat: 1 });
  });

  it('is not seen in the choice itself', async () => {
    const { headers } = await sendForm(person);
    const choice = await pages.choices.find(headers.location?.split('/').at(-1) ?? '');
    expect(Object.keys(choice ?? {}).filter((name) => /^charge|^day$/.test(name))).toEqual([]);
  });
});

describe('what is confirmed', () => {
  it('counts once for each choice, however often its message comes and whoever was opted in before', async () => {
    const madeAt = pages.now;
    pages.now += minute;
    await confirm('wamid.1', madeAt);
    await confirm('wamid.1', madeAt);
    // The same words once more, in a message of their own.
    pages.now += minute;
    await confirm('wamid.2', madeAt);
    await relay();
    expect(await totals()).toMatchObject({ confirmed: 1, optIns: 1 });
    // Months later they come by once more, and tick again what they get already.
    pages.now += 90 * 24 * 60 * minute;
    const again = pages.now;
    pages.now += minute;
    await confirm('wamid.3', again);
    await relay();
    expect(await totals()).toMatchObject({ confirmed: 2, optIns: 1 });
  });

  it('counts for two phones of one choice twice', async () => {
    await confirm('wamid.1', pages.now, '525512345678');
    await confirm('wamid.2', pages.now, '525512345679');
    await relay();
    expect(await totals()).toMatchObject({ confirmed: 2 });
  });
});

describe('a day', () => {
  it('is that of the app’s time zone, at the time of the act', async () => {
    // 23:59 and midnight in Mexico City, six hours behind UTC.
    pages.now = Date.UTC(2026, 10, 22, 5, 59);
    await pages.get(`/o/${token}`, {}, person);
    await sendForm(person);
    pages.now += minute;
    await pages.get(`/o/${token}`, {}, person);
    await relay();
    expect(await dayOfPoint('2026-11-21')).toMatchObject({ shown: 2, ticked: 1 });
    expect(await dayOfPoint('2026-11-22')).toMatchObject({ shown: 1, ticked: 0 });
  });

  it('is that of the time at which an act was said, however late it is told', async () => {
    const said = pages.now;
    pages.now += 2 * 24 * 60 * minute;
    await confirm('wamid.1', said, undefined, said);
    pages.now += 20 * 24 * 60 * minute;
    await relay();
    expect(await dayOfPoint()).toMatchObject({ confirmed: 1 });
  });

  it('is kept when its visits move out of the item of all visits, which stays small', async () => {
    for (let n = 0; n < 40; n += 1) {
      pages.now = start + n * 24 * 60 * minute;
      for (let visits = 0; visits <= n % 3; visits += 1) await pages.get(`/q/${token}`, {}, person);
      await pages.get(`/q/${token}`, {}, { 'user-agent': 'WhatsApp/2.23.20.0' });
    }
    const days = await pages.points.days(token, '2026-11-21', '2026-12-30');
    expect(days.map(({ counts }) => counts.scans)).toEqual(Array.from({ length: 40 }, (_, n) => (n % 3) + 1));
    expect(days.every(({ counts }) => counts.previews === 1 && counts.shown === counts.scans)).toBe(true);
    const [visits] = (await rowsWhere(pages.table, /^POINT#[a-z0-9]+$/)).filter(({ sk }) => sk === 'V');
    expect(JSON.stringify(visits).length).toBeLessThan(1000);
    expect((await totals())?.scans).toBe(days.reduce((sum, { counts }) => sum + counts.scans, 0));
    expect((await pages.points.days(token, '2026-11-23', '2026-11-24')).map((each) => each.day)).toEqual([
      '2026-11-23',
      '2026-11-24',
    ]);
  });

  it('is neither lost nor doubled when its visits are moved half of the way', async () => {
    for (let visits = 0; visits < 3; visits += 1) await pages.get(`/o/${token}`, {}, person);
    pages.now = start + 10 * 24 * 60 * minute;
    failWrites(pages.table, (write) => JSON.stringify(write).includes('REMOVE'), 1);
    await pages.get(`/o/${token}`, {}, person);
    expect(await dayOfPoint()).toMatchObject({ shown: 3 });
    await pages.get(`/o/${token}`, {}, person);
    expect(await dayOfPoint()).toMatchObject({ shown: 3 });
    expect(await totals()).toMatchObject({ shown: 5 });
    // A clock that went wrong by days: what it counts late writes over nothing.
    pages.now = start;
    await pages.get(`/o/${token}`, {}, person);
    pages.now = start + 10 * 24 * 60 * minute;
    await pages.get(`/o/${token}`, {}, person);
    expect(await dayOfPoint()).toMatchObject({ shown: 3 });
  });
});
