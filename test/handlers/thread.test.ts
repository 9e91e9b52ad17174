import { beforeEach, describe, expect, test } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import { formatReference } from '../../lambdas/domain/collection/reference.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import { messageFaults } from '../../lambdas/domain/replies/message-limits.ts';
import { listsHoldFor } from '../../lambdas/domain/replies/preferences-list.ts';
import { chatBench } from '../support/ledger/chat-bench.ts';
import { pick, tap, words } from '../support/ledger/chat-messages.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { testChoice, testText } from '../support/pages/collection.ts';
import { ledgerRows, rowsWhere } from '../support/table/rows.ts';
import { auditTable, consentOf } from '../support/table/table-audit.ts';

const [anna, bea] = ['16505551234', '16505559999'];
const minute = 60_000;
const purposes = [
  { purposeId: 'offers', text: 'offers and discounts' },
  { purposeId: 'orders', text: 'order updates' },
];
const english = testText({ purposes });
const spanish = testText({ locale: 'es', agreement: 'Acepto recibir {purposes} de Acme por WhatsApp.', purposes });

let bench: LedgerBench;
let chat: ReturnType<typeof chatBench>;
beforeEach(async () => {
  bench = await ledgerBench();
  chat = chatBench(bench);
  await appStore(bench.table, bench.now).create(acme);
  const notice = { appId: 'acme', profile: 'strict', warnings: [], publishedBy: 'key_aaaaaaaaaaaaaaaa' } as const;
  const spring = { ...notice, noticeId: 'spring', texts: [english, spanish], publishedAt: noon - 60 * minute };
  await noticeStore(bench.table).publish(spring);
});

const shown = { noticeId: 'spring', noticeVersion: 1, noticeLocale: 'en' };
/** Anna agreed to offers, under the notice unless said otherwise. */
const agreed = (evidence: object = shown, said: readonly string[] = ['offers']) =>
  bench.say(
    { phone: anna },
    { purposes: said, saidAt: noon - 30 * minute, evidence: { ...evidence, identifiers: {} } },
  );
async function listFor(from = anna, said = 'preferences') {
  await chat.send(from, words(said));
  const [message] = await chat.answers();
  return message;
}
const rows = (message: Awaited<ReturnType<typeof listFor>>) => message?.list?.rows ?? [];
const rowOf = (message: Awaited<ReturnType<typeof listFor>>, title: string) =>
  rows(message).find((row) => row.title === title)?.id ?? `no row ${title}`;
const statements = async () => (await ledgerRows(bench.table)).filter(({ kind }) => kind === 'statement');
const own = async () => (await statements()).filter(({ level }) => level === 3);
const consent = (person: PersonRef = { phone: anna }) => consentOf(bench, person);
const later = (by: number) => bench.setNow(bench.now() + by);

describe('the list', () => {
  test('shows what comes, what can be added under which words, and the way out of everything', async () => {
    await agreed();
    const message = await listFor();
    expect(message?.text).toBe(
      'Acme: this is what you get from us now: offers and discounts.\n\n' +
        'Pick “Get” to add something. By that you say:\n' +
        'I agree to receive order updates from Acme on WhatsApp at this number.',
    );
    expect(message?.list?.open).toBe('See the list');
    expect(rows(message).map(({ title, description }) => [title, description])).toEqual([
      ['Stop offers and…', 'Stop offers and discounts'],
      ['Get order updates', undefined],
      ['Stop everything', 'You won’t hear from us again'],
    ]);
    expect(message && messageFaults(message)).toEqual([]);
    expect(await rowsWhere(bench.table, /^PROMPT#/)).toMatchObject([
      {
        appId: 'acme',
        kind: 'preferences',
        purposes: ['offers', 'orders'],
        notice: { ...shown, noticeHash: expect.stringMatching(/^[\w-]{43}$/) },
        madeAt: noon,
        expiresAt: noon + listsHoldFor,
      },
    ]);
    // Asking says nothing of consent.
    expect(await own()).toEqual([]);
  });

  test('comes by the button too, and in the language of the word that was written', async () => {
    await agreed();
    await chat.send(anna, tap('optledger:preferences', 'whatever it says'));
    expect((await chat.answers())[0]?.text).toMatch(/^Acme: this is what you get/);
    const message = await listFor(anna, 'Mis avisos, por favor');
    expect(message?.text).toContain('esto es lo que recibes ahora');
    expect(message?.text).toContain('Acepto recibir order updates de Acme');
  });

  test('is told once for one message, however often it comes', async () => {
    await agreed();
    for (let times = 0; times < 3; times += 1) await chat.send(anna, words('preferences'), { id: 'wamid.same' });
    expect(await chat.answers()).toHaveLength(1);
  });

  test('without a notice of ours behind the person there are only ways out, and it says how to sign up', async () => {
    await agreed({ noticeId: 'paper', noticeVersion: 3 });
    const message = await listFor();
    expect(rows(message).map(({ title }) => title)).toEqual(['Stop Offers', 'Stop everything']);
    expect(message?.text).toContain('sign up with us');
    const somebody = await listFor(bea);
    expect(rows(somebody).map(({ title }) => title)).toEqual(['Stop everything']);
    expect(somebody?.text).toContain('you don’t get any messages');
  });

  test('a notice that was published after the yes is none that the person read', async () => {
    await bench.say({ phone: anna }, { saidAt: noon - 90 * minute, evidence: { ...shown, identifiers: {} } });
    expect(rows(await listFor()).map(({ title }) => title)).toEqual(['Stop Offers', 'Stop everything']);
  });

  test('the notice of the automated message goes before that of the latest yes', async () => {
    const apps = appStore(bench.table, bench.now);
    const app = (await apps.findFresh('acme')) as App;
    await apps.replace(app, { ...app, automatedMessage: { enabled: false, noticeId: 'hello' }, version: 2 });
    const news = testText({ purposes: [{ purposeId: 'news', text: 'news' }] });
    const hello = { appId: 'acme', noticeId: 'hello', profile: 'strict', warnings: [], publishedBy: 'key_a' } as const;
    await noticeStore(bench.table).publish({ ...hello, texts: [news], publishedAt: noon - minute });
    await agreed();
    expect(rows(await listFor()).map(({ title }) => title)).toEqual(['Stop Offers', 'Get news', 'Stop everything']);
  });

  test('is not shown after a stop of everything, and is after START', async () => {
    await agreed();
    await chat.send(anna, words('STOP'), { at: noon - 2 * minute });
    await chat.answers();
    expect(await listFor()).toBeUndefined();
    await chat.send(anna, words('START'), { at: noon - minute });
    await chat.answers();
    expect(rows(await listFor())).toHaveLength(3);
  });

  test('comes at once or not at all, and three times in a day at most', async () => {
    await agreed();
    await chat.send(anna, words('preferences'), { at: noon - 6 * minute });
    expect(await chat.answers()).toEqual([]);
    for (let times = 0; times < 3; times += 1) expect(await listFor()).toBeDefined();
    expect(await listFor()).toBeUndefined();
  });

  test.each(['edit', 'forwarded', 'another number'])('is not asked for by a message that is %s', async (what) => {
    await agreed();
    const said = words('preferences');
    if (what === 'edit') {
      const edit = { original_message_id: 'wamid.0', message: said };
      await chat.send(anna, { type: 'edit', edit });
    } else if (what === 'forwarded') await chat.send(anna, { ...said, context: { forwarded: true } });
    else await chat.send(anna, said, { number: '999' });
    expect(await chat.answers()).toEqual([]);
  });

  test('does not take a message away from the choice whose code it carries: beside that the words are a doubt', async () => {
    await agreed();
    const choice = testChoice(1);
    await chat.choices.create(choice);
    await chat.send(anna, words(`${choice.words} ${formatReference(choice.code)} preferences`));
    expect((await ledgerRows(bench.table)).at(-1)).toMatchObject({ kind: 'chat', choice: choice.code });
    expect((await chat.answers()).some(({ list }) => list !== undefined)).toBe(false);
  });

  test('of more purposes than rows what comes stands first, and it says that there are more', async () => {
    const many = Array.from({ length: 12 }, (_, n) => ({
      purposeId: `p${n}`,
      name: `Purpose number ${n} with a long name`,
      category: 'utility' as const,
    }));
    const apps = appStore(bench.table, bench.now);
    const app = (await apps.findFresh('acme')) as App;
    await apps.replace(app, { ...app, purposes: [...app.purposes, ...many], version: 2 });
    await bench.sayTo(
      { ...app, purposes: [...app.purposes, ...many] },
      { phone: anna },
      {
        purposes: many.map(({ purposeId }) => purposeId),
        evidence: { ...shown, identifiers: {} },
        saidAt: noon - minute,
      },
    );
    const message = await listFor();
    expect(rows(message)).toHaveLength(10);
    expect(rows(message).at(-1)?.id).toBe('optledger:stop-all');
    expect(rows(message).every(({ title }) => title.includes('Stop'))).toBe(true);
    expect(message?.text).toContain('Not everything fits');
    expect(message && messageFaults(message)).toEqual([]);
  });
});

describe('a switch', () => {
  test('on is the person’s own yes to that purpose alone, under the notice that the list showed', async () => {
    await agreed();
    const message = await listFor();
    later(minute);
    await chat.send(anna, pick(rowOf(message, 'Get order updates'), 'Stop everything'), { id: 'wamid.on' });
    expect(await own()).toMatchObject([
      {
        action: 'granted',
        purposes: ['orders'],
        src: 'whatsapp-button',
        notice: 'spring@1',
        body: { ...shown, noticeHash: expect.stringMatching(/^[\w-]{43}$/), messageId: 'wamid.on' },
      },
    ]);
    expect(await consent()).toMatchObject({ offers: 'opted-in', orders: 'opted-in' });
    const [confirmed, ...more] = await chat.answers();
    expect(more).toEqual([]);
    expect(confirmed?.text).toMatch(/you’re in\. We’ll send you order updates/);
    expect(confirmed?.buttons).toEqual([{ id: 'optledger:preferences:en', title: 'Change what I get' }]);
    expect((await auditTable(bench)).faults).toEqual([]);
  });

  test('off is a no to that purpose alone, confirmed once with what goes on', async () => {
    await agreed(shown, ['offers', 'orders']);
    const message = await listFor();
    later(minute);
    const off = rowOf(message, 'Stop order updates');
    await chat.send(anna, pick(off));
    expect(await own()).toMatchObject([{ action: 'revoked', purposes: ['orders'], level: 3 }]);
    expect(await consent()).toMatchObject({ offers: 'opted-in', orders: 'opted-out' });
    expect((await chat.answers()).map(({ text }) => text)).toEqual([
      'Acme: we’ve stopped sending you order updates. You’ll still hear from us about offers and discounts.',
    ]);
    // Once more it ends nothing: it is on record, and nobody is told again.
    later(minute);
    await chat.send(anna, pick(off));
    expect(await own()).toHaveLength(2);
    expect(await chat.answers()).toEqual([]);
  });

  test('back and forth, the latest press holds, and what is told is what holds then', async () => {
    await agreed(shown, ['offers', 'orders']);
    const off = rowOf(await listFor(), 'Stop order updates');
    later(minute);
    await chat.send(anna, pick(off));
    later(minute);
    await chat.send(anna, pick(off.replace(/n(\d)$/, 'y$1')));
    expect(await consent()).toMatchObject({ orders: 'opted-in' });
    // The first confirmation would say what does not hold any more.
    expect((await chat.answers()).map(({ text }) => text)).toEqual([expect.stringContaining('you’re in')]);
  });

  test('“stop everything” is a STOP: a no to all, one confirmation, and START comes back from it', async () => {
    await agreed();
    const message = await listFor();
    later(minute);
    await chat.send(anna, pick(rowOf(message, 'Stop everything')));
    expect(await own()).toMatchObject([{ action: 'revoked', purposes: 'all' }]);
    expect((await chat.answers()).map(({ text }) => text)).toEqual([expect.stringContaining('send START')]);
    later(minute);
    await chat.send(anna, words('START'));
    expect(await consent()).toMatchObject({ offers: 'opted-in' });
  });

  test('on counts until the list is a day old, off for as long as it can be understood', async () => {
    await agreed();
    const message = await listFor();
    later(listsHoldFor);
    await chat.send(anna, pick(rowOf(message, 'Get order updates')));
    expect(await own()).toEqual([]);
    later(30 * 24 * 60 * minute);
    await chat.send(anna, pick(rowOf(message, 'Stop offers and…')));
    expect(await consent()).toMatchObject({ offers: 'opted-out' });
  });

  test('on is nothing where the list named no notice', async () => {
    await agreed({ noticeId: 'paper', noticeVersion: 3 });
    const off = rowOf(await listFor(), 'Stop Offers');
    later(minute);
    await chat.send(anna, pick(off.replace(/n0$/, 'y0')));
    expect(await own()).toEqual([]);
  });

  test('of somebody else’s list does nothing but open the window', async () => {
    await agreed();
    const message = await listFor();
    await bench.hear({ phone: bea }, noon - 60 * minute);
    for (const { id } of rows(message).slice(0, 2)) await chat.send(bea, pick(id));
    expect(await own()).toEqual([]);
    expect(await chat.answers()).toEqual([]);
    expect(await consent()).toMatchObject({ offers: 'opted-in' });
  });

  test('titles and descriptions say nothing, whatever they are', async () => {
    await agreed();
    for (const title of ['STOP', 'Stop everything', 'START', 'preferences', 'optledger:stop-all'])
      await chat.send(anna, pick('their-own-row', title));
    expect(await own()).toEqual([]);
    expect(await chat.answers()).toEqual([]);
  });

  test('on after a no of the person counts: it was pressed on their phone', async () => {
    await agreed();
    const message = await listFor();
    await bench.say(
      { phone: anna },
      { action: 'revoked', purposes: ['orders'], provider: true, saidAt: noon, eventId: 'no' },
    );
    later(minute);
    await chat.send(anna, pick(rowOf(message, 'Get order updates')));
    expect(await consent()).toMatchObject({ orders: 'opted-in' });
  });
});
