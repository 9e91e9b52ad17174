import { beforeEach, describe, expect, it } from 'vitest';
import { TryAgainError } from '../../lambdas/domain/errors.ts';
import { acme, noon } from '../support/ledger/ledger-bench.ts';
import { ana, arabic, type LinkBench, linkBench } from '../support/ledger/linked-person.ts';
import { testToken } from '../support/pages/collection.ts';
import { filledIn, formsOf, textOf } from '../support/pages/page-form.ts';
import { rowsWhere } from '../support/table/rows.ts';

const minute = 60_000;
const day = 86_400_000;
const user = { phone: `+${ana}` };
let bench: LinkBench;
let path: string;
beforeEach(async () => {
  bench = await linkBench();
  path = await bench.link('preference-page');
  bench.setNow(noon + minute);
});

/** Ana opted in on WhatsApp, with the notice of the page. */
const optIn = (purposes: readonly string[], at = noon) =>
  bench.say(
    { phone: ana },
    {
      purposes,
      saidAt: at,
      provider: true,
      evidence: { noticeId: 'spring', noticeVersion: 1 },
      eventId: `yes-${at}-${purposes}`,
    },
  );
const stop = () =>
  bench.say({ phone: ana }, { action: 'revoked', purposes: 'all', provider: true, eventId: `stop-${bench.now()}` });
const page = async (language = 'en') =>
  (await bench.call('GET', path, { headers: { 'accept-language': language } })).body as string;
/** The form that saves, as the browser would send it when these boxes are ticked. */
async function saveForm(boxes: readonly string[]): Promise<URLSearchParams> {
  const form = formsOf(await page(), path).find(({ fields }) => fields.some(({ value }) => value === 'save'));
  if (form === undefined) throw new Error('The page has no form that saves.');
  const sent = filledIn(form, {});
  sent.delete('purpose');
  for (const box of boxes) sent.append('purpose', box);
  return sent;
}
async function stopForm(): Promise<URLSearchParams> {
  const form = formsOf(await page(), path).find(({ fields }) => fields.some(({ value }) => value === 'stop'));
  if (form === undefined) throw new Error('The page has no button that stops everything.');
  return filledIn(form, {});
}
const boxesOf = (html: string) =>
  formsOf(html, path).flatMap(({ fields }) =>
    fields.filter(({ type }) => type === 'checkbox').map(({ value, checked }) => `${value}${checked ? '+' : '-'}`),
  );
/** The page to which a form was answered. */
const seeAfter = async (sent: URLSearchParams) => {
  const { status, headers } = await bench.post(path, sent);
  expect(status).toBe(303);
  return (await bench.call('GET', headers.location ?? '')).body as string;
};

describe('the preference page', () => {
  it('shows each purpose as it is, since when, how it came, and what was shown', async () => {
    await optIn(['offers']);
    const html = await page();
    expect(boxesOf(html)).toEqual(['offers+', 'orders-']);
    expect(textOf(html)).toContain('Signed up on November 20, 2026 at 12:00 PM (WhatsApp message)');
    expect(textOf(html)).toContain('What you were shown');
    expect(textOf(html)).toContain('I agree to receive offers and discounts from Acme on WhatsApp at this number.');
    expect(textOf(html)).toContain('spring@1');
    expect(textOf(html)).toContain('number ending in \u206678\u2069');
    expect(html).not.toContain('5512345678');
  });

  it('shows no words that were published after the person had said yes', async () => {
    const before = { purposes: ['offers'], saidAt: noon - minute, eventId: 'before' };
    await bench.say({ phone: ana }, { ...before, evidence: { noticeId: 'spring', noticeVersion: 1 } });
    const seen = textOf(await page());
    expect(seen).toContain('spring@1');
    expect(seen).not.toContain('I agree to receive offers and discounts from Acme on WhatsApp at this number.');
  });

  it('shows times in the time zone of the app and in the language of the visitor', async () => {
    await optIn(['offers'], Date.UTC(2026, 10, 20, 3));
    const html = await page('ar');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(textOf(html)).toContain(arabic.purposes[0]?.text);
    expect(textOf(html)).toContain('رسالة WhatsApp');
  });

  it('shows somebody of whom nothing is known as not opted in, and records nothing', async () => {
    const cost = await bench.measure(page);
    expect(cost).toMatchObject({ requests: 5, wru: 1 });
    const known = await bench.measure(page);
    expect(known).toMatchObject({ requests: 4, wru: 1 });
    expect(boxesOf(await page())).toEqual(['offers-', 'orders-']);
    expect(await bench.statements(user)).toEqual([]);
  });

  it('costs two requests for somebody who is known, and one that counts', async () => {
    await optIn(['offers']);
    await page();
    expect(await bench.measure(page)).toEqual({ requests: 3, rru: 1.5, wru: 1 });
  });

  it('says truthfully why nothing comes although it is opted in', async () => {
    await optIn(['offers']);
    await bench.ledger.recordPlatformPreference(acme, {
      ...{ person: { phone: ana }, at: noon + minute, eventId: 'p1' },
      ...{ value: 'stop', evidence: {} },
    });
    expect(textOf(await page())).toContain('You get no advertising, because you turned it off in WhatsApp');
  });

  it('lets a purpose that its notice does not describe only be stopped', async () => {
    await optIn(['news']);
    const html = await page();
    expect(boxesOf(html)).toEqual(['offers-', 'orders-', 'news+']);
    expect(textOf(html)).toContain('Here you can only stop this.');
    expect(boxesOf(await seeAfter(await saveForm([])))).toEqual(['offers-', 'orders-']);
    const sent = await saveForm(['news']);
    expect(textOf(await seeAfter(sent))).toContain('Something changed');
    expect(await bench.mayMessage(user, 'news')).toBe('opted-out');
  });

  it('finds a userId that was merged into another', async () => {
    const { userId } = await bench.say({ phone: ana }, { purposes: ['orders'] });
    await bench.say({ bsuid: 'MX.7' }, { provider: true, saidAt: noon - day });
    await bench.hear({ phone: ana, bsuid: 'MX.7' }, noon);
    path = await bench.link('preference-page', { user: { userId } });
    expect(boxesOf(await page())).toEqual(['offers+', 'orders+']);
    await bench.post(path, await stopForm());
    expect(await bench.mayMessage({ bsuid: 'MX.7' }, 'offers')).toBe('opted-out');
  });
});

describe('the button that stops marketing alone', () => {
  const button = async () =>
    formsOf(await page(), path).find(({ fields }) => fields.some(({ value }) => value === 'stop-marketing'));

  it('is one own no to marketing, and says what goes on', async () => {
    await optIn(['offers', 'orders', 'news']);
    const form = await button();
    expect(form).toBeDefined();
    const html = await seeAfter(filledIn(form ?? never(), {}));
    expect(textOf(html)).toContain('No more advertising for you. Everything else you agreed to goes on.');
    expect(boxesOf(html)).toEqual(['offers-', 'orders+']);
    expect((await bench.statements(user)).at(-1)).toMatchObject({
      ...{ action: 'revoked', purposes: 'marketing', firstHand: true, source: 'preference-page' },
      evidence: { text: 'Stop advertising' },
    });
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
    expect(await bench.mayMessage(user, 'orders')).toBe('allow');
    expect(await button()).toBeUndefined();
  });

  it('pressed twice is one act; after another yes it is another', async () => {
    await optIn(['offers', 'orders']);
    const sent = filledIn((await button()) ?? never(), {});
    await bench.post(path, sent);
    await bench.post(path, sent);
    expect(await bench.statements(user)).toHaveLength(2);
    await optIn(['offers'], noon + 2 * minute);
    bench.setNow(noon + 3 * minute);
    await bench.post(path, sent);
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
  });

  it('counts by a link that has expired, and is not there where all is one kind or nothing is left to stop', async () => {
    await optIn(['offers', 'orders']);
    const sent = filledIn((await button()) ?? never(), {});
    await bench.post(path, await stopForm());
    expect(await button()).toBeUndefined();
    bench.setNow(noon + 400 * day);
    expect(textOf(await seeAfter(sent))).toContain('No more advertising for you.');
    expect((await bench.statements(user)).at(-1)).toMatchObject({ purposes: 'marketing' });
    await bench.change('preference-page', { purposes: ['offers'] });
  });

  it.each(['en', 'ar'])('stands before the button that stops everything: %s', async (language) => {
    const html = await page(language);
    expect(html.indexOf('value="stop-marketing"')).toBeGreaterThan(0);
    expect(html.indexOf('value="stop-marketing"')).toBeLessThan(html.indexOf('value="stop"'));
  });
});

function never(): never {
  throw new Error('The page has no button that stops marketing.');
}

describe('saving', () => {
  it('records a tick as the person’s own yes, with the notice that was shown', async () => {
    const html = await seeAfter(await saveForm(['orders']));
    expect(boxesOf(html)).toEqual(['offers-', 'orders+']);
    expect(textOf(html)).toContain('Saved.');
    expect(await bench.statements(user)).toMatchObject([
      {
        action: 'granted',
        purposes: ['orders'],
        firstHand: true,
        source: 'preference-page',
        notice: 'spring@1',
        evidence: {
          noticeLocale: 'en',
          pointId: `pt_${testToken(2)}`,
          campaign: 'spring-26',
          text: 'I agree to receive news of my orders from Acme on WhatsApp at this number.',
          identifiers: { phone: '+525512345678' },
        },
      },
    ]);
    expect(await bench.mayMessage(user, 'orders')).toBe('allow');
  });

  it('takes a tick away at once: the next question is denied, and exports and queues hear of it', async () => {
    await optIn(['offers', 'orders']);
    expect(await bench.mayMessage(user, 'offers')).toBe('allow');
    await bench.post(path, await saveForm(['orders']));
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
    expect(await bench.mayMessage(user, 'orders')).toBe('allow');
    expect(await rowsWhere(bench.table, /^acme#E#offers#/)).toEqual([]);
    expect(await rowsWhere(bench.table, /^acme#R#/)).toMatchObject([{ purposes: ['offers'], why: 'opt-out' }]);
  });

  it('records only what was changed', async () => {
    await optIn(['offers']);
    await bench.post(path, await saveForm(['offers']));
    expect(await bench.statements(user)).toHaveLength(1);
    await bench.post(path, await saveForm(['orders']));
    expect((await bench.statements(user)).slice(1)).toMatchObject([
      { action: 'revoked', purposes: ['offers'] },
      { action: 'granted', purposes: ['orders'] },
    ]);
  });

  it('that fails half-way leaves the person with less, not with more, and goes on when it is sent again', async () => {
    let fails = true;
    bench = await linkBench((ledger) => ({
      ...ledger,
      recordStatement: (app, command) => {
        if (command.action === 'granted' && fails) throw new TryAgainError('The store is busy.');
        return ledger.recordStatement(app, command);
      },
    }));
    path = await bench.link('preference-page');
    bench.setNow(noon + minute);
    await optIn(['offers']);
    const sent = await saveForm(['orders']);
    expect((await bench.post(path, sent)).status).toBe(503);
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
    expect(await bench.mayMessage(user, 'orders')).toBe('never-asked');
    fails = false;
    expect(boxesOf(await seeAfter(sent))).toEqual(['offers-', 'orders+']);
    expect(await bench.statements(user)).toHaveLength(3);
  });

  it('is one act when the form is sent twice', async () => {
    await optIn(['offers']);
    const sent = await saveForm(['orders']);
    const first = await seeAfter(sent);
    bench.setNow(noon + 3 * minute);
    expect(boxesOf(await seeAfter(sent))).toEqual(boxesOf(first));
    expect(await bench.statements(user)).toHaveLength(3);
  });

  it('from a page that is older than a STOP undoes nothing of it', async () => {
    await optIn(['offers', 'orders']);
    const untouched = await saveForm(['offers', 'orders']);
    const more = await saveForm(['offers', 'orders', 'news']);
    bench.setNow(noon + 2 * minute);
    await stop();
    bench.setNow(noon + 3 * minute);
    for (const sent of [untouched, more]) {
      const html = await seeAfter(sent);
      expect(textOf(html)).toContain('Something changed while this page was open');
      expect(boxesOf(html)).toEqual(['offers-', 'orders-']);
    }
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
  });

  it('takes no new yes from a page that is older than a STOP', async () => {
    const sent = await saveForm(['offers']);
    bench.setNow(noon + 2 * minute);
    await stop();
    bench.setNow(noon + 3 * minute);
    expect(textOf(await seeAfter(sent))).toContain('Something changed');
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
  });

  it('takes every no, from however old a page and whatever its hidden fields say', async () => {
    await optIn(['offers', 'orders']);
    const sent = await saveForm(['orders']);
    for (const name of ['act', 'shown-at', 'version', 'locale', 'hash']) sent.delete(name);
    bench.setNow(noon + 40 * day);
    await bench.post(path, sent);
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
    expect(await bench.mayMessage(user, 'orders')).toBe('allow');
  });

  it('takes the same no again after another yes', async () => {
    await optIn(['offers']);
    const sent = await saveForm([]);
    await bench.post(path, sent);
    bench.setNow(noon + 3 * minute);
    await optIn(['offers'], noon + 2 * minute);
    expect(await bench.mayMessage(user, 'offers')).toBe('allow');
    await bench.post(path, sent);
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
  });

  it('opts in to nothing by what the page did not show', async () => {
    for (const change of [{ version: '9' }, { locale: 'fr' }, { hash: 'x'.repeat(43) }]) {
      const sent = await saveForm(['offers']);
      for (const [name, value] of Object.entries(change)) sent.set(name, value);
      expect(textOf(await seeAfter(sent))).toContain('Something changed');
    }
    const unoffered = await saveForm(['news', 'nope', '*', '__proto__']);
    await bench.post(path, unoffered);
    expect(await bench.statements(user)).toEqual([]);
  });

  it.each(['phone', 'user', 'userId', 'person', 'number', 'link', 'appId'])(
    'says nothing about whom a field names: %s',
    async (name) => {
      const ben = { phone: '+525587654321' };
      const sent = await saveForm(['offers']);
      sent.append(name, ben.phone);
      await bench.post(path, sent);
      expect(await bench.statements(ben)).toEqual([]);
      expect(await bench.mayMessage(user, 'offers')).toBe('allow');
    },
  );

  it('while the point is closed takes the no and not the yes', async () => {
    await optIn(['offers']);
    const sent = await saveForm(['orders']);
    await bench.change('preference-page', { status: 'paused' });
    const html = await seeAfter(sent);
    expect(textOf(html)).toContain('Sign-ups are closed right now');
    expect(boxesOf(html)).toEqual([]);
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
    expect(await bench.mayMessage(user, 'orders')).toBe('never-asked');
  });
});

describe('stop everything', () => {
  it('is one own no to all purposes, at once', async () => {
    await optIn(['offers', 'orders']);
    const html = await seeAfter(await stopForm());
    expect(textOf(html)).toContain('Everything is stopped. Acme won’t send you any more messages.');
    expect((await bench.statements(user)).at(-1)).toMatchObject({
      action: 'revoked',
      purposes: 'all',
      firstHand: true,
      source: 'preference-page',
      evidence: { pointId: `pt_${testToken(2)}` },
    });
    for (const purpose of ['offers', 'orders']) expect(await bench.mayMessage(user, purpose)).toBe('opted-out');
    expect(await rowsWhere(bench.table, /^acme#E#/)).toEqual([]);
    expect(await rowsWhere(bench.table, /^acme#R#/)).toHaveLength(1);
  });

  it('reaches the doubtful form of the number', async () => {
    const mobile = { phone: '+54 9 11 2345 6789' };
    const line = { phone: '541123456789' };
    await bench.say(line);
    path = await bench.link('preference-page', { user: mobile });
    await bench.post(path, await stopForm());
    expect(await bench.mayMessage({ phone: `+${line.phone}` }, 'offers')).toBe('opted-out');
  });

  it('of somebody unknown is kept: a later report of the business does not get past it', async () => {
    await bench.post(path, await stopForm());
    bench.setNow(noon + 2 * minute);
    await bench.say({ phone: ana });
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
  });

  it('is said only while it is true', async () => {
    const { headers } = await bench.post(path, await stopForm());
    bench.setNow(noon + 2 * minute);
    await optIn(['offers'], bench.now());
    const html = (await bench.call('GET', headers.location ?? '')).body;
    expect(textOf(html)).not.toContain('Everything is stopped');
  });

  it('works when the link has expired, because a no is never too late', async () => {
    await optIn(['offers']);
    const sent = await stopForm();
    bench.setNow(noon + 400 * day);
    const { status, body } = await bench.call('GET', path);
    expect(status).toBe(410);
    expect(textOf(body)).toContain('This link has expired');
    expect(formsOf(body, path).flatMap(({ fields }) => fields.map(({ value }) => value))).toContain('stop');
    expect(textOf(await seeAfter(sent))).toContain('Everything is stopped');
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
  });

  it('for a number that has gone to somebody else stops who had it when the link was made, and nobody else', async () => {
    await bench.say({ phone: ana, bsuid: 'MX.1' }, { provider: true });
    path = await bench.link('preference-page');
    bench.setNow(noon + day);
    await bench.say({ phone: ana, bsuid: 'MX.2' }, { provider: true, saidAt: noon + day });
    bench.setNow(noon + 2 * day);
    expect(textOf(await seeAfter(await saveForm(['offers', 'orders'])))).toContain('Something changed');
    await bench.post(path, await stopForm());
    expect(await bench.mayMessage({ bsuid: 'MX.1' }, 'offers')).toBe('opted-out');
    expect(await bench.mayMessage(user, 'offers')).toBe('allow');
  });
});

it('opening the link, even with the words of a stop in the address, changes nothing', async () => {
  await optIn(['offers']);
  await bench.call('GET', `${path}?List-Unsubscribe=One-Click&do=stop&done=stopped`);
  expect(await bench.mayMessage(user, 'offers')).toBe('allow');
});
