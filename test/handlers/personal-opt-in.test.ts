import { beforeEach, describe, expect, it } from 'vitest';
import { keptTogether } from '../../lambdas/domain/notice/kept-together.ts';
import { fullKey, type SeenAnswer } from '../support/api/http-event.ts';
import { noon } from '../support/ledger/ledger-bench.ts';
import { ana, arabic, english, type LinkBench, linkBench } from '../support/ledger/linked-person.ts';
import { testCode, testToken } from '../support/pages/collection.ts';
import { filledIn, formsOf, textOf } from '../support/pages/page-form.ts';

const day = 86_400_000;
const ben = '525587654321';
let bench: LinkBench;
let path: string;
beforeEach(async () => {
  bench = await linkBench();
  path = await bench.link('personal-link');
  bench.setNow(noon + 60_000);
});

const user = { phone: `+${ana}` };
const other = { phone: `+${ben}` };
const tick = (ticks: readonly string[], values: object = {}) => bench.fillIn(path, 'number', { ticks, values });

/** The page to which a form was answered. */
async function seeAfter({ status, headers }: SeenAnswer): Promise<string> {
  expect(status).toBe(303);
  const { status: shown, body } = await bench.call('GET', headers.location ?? '');
  expect(shown).toBe(200);
  return body;
}

/** The form of the page with one tick, ready to be sent now or later, once or twice. */
async function ticked(): Promise<URLSearchParams> {
  const [form] = formsOf((await bench.call('GET', path)).body, path);
  if (form === undefined) throw new Error('The page has no form.');
  return filledIn(form, { ticks: ['offers'] });
}

describe('the page of a personal opt-in link', () => {
  it('shows the notice, the number, and nothing ticked', async () => {
    const { status, headers, body } = await bench.call('GET', path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'referrer-policy': 'same-origin', 'cache-control': 'no-store' });
    const [form] = formsOf(body, path);
    expect(form?.fields.filter(({ type }) => type === 'checkbox')).toMatchObject([
      { value: 'offers', checked: false },
      { value: 'orders', checked: false },
    ]);
    expect(form?.fields.find(({ name }) => name === 'number')?.value).toBe('+52 55 1234 5678');
    expect(textOf(body)).toContain(english.heading);
    expect(textOf(body)).toContain(english.howToStop);
  });

  it('speaks Arabic, from right to left, to who reads Arabic', async () => {
    const { body } = await bench.call('GET', path, { headers: { 'accept-language': 'ar-EG,ar;q=0.9,en;q=0.5' } });
    expect(body).toContain('<html lang="ar" dir="rtl">');
    expect(textOf(body)).toContain(keptTogether(arabic.heading, arabic));
  });

  it('is counted and changes nothing else when it is opened, by people or by scanners of mail', async () => {
    const cost = await bench.measure(() => bench.call('GET', path));
    expect(cost).toMatchObject({ requests: 5, wru: 1 });
    const again = await bench.measure(() => bench.call('GET', path));
    expect(again).toMatchObject({ requests: 4, wru: 1 });
    expect(await bench.statements(user)).toEqual([]);
  });
});

describe('an opt-in by the number of the link', () => {
  it('counts at once, first-hand, for what was ticked', async () => {
    const body = await seeAfter(await tick(['offers']));
    expect(textOf(body)).toContain('You’re in');
    expect(textOf(body)).toContain('offers and discounts');
    expect(textOf(body)).not.toContain('news of my orders');
    expect(body).not.toContain('1234');
    expect(await bench.mayMessage(user, 'offers')).toBe('allow');
    expect(await bench.mayMessage(user, 'orders')).toBe('never-asked');
  });

  it('keeps what was shown, and where it came from', async () => {
    await tick(['offers', 'orders']);
    const [statement] = await bench.statements(user);
    expect(statement).toMatchObject({
      action: 'granted',
      purposes: ['offers', 'orders'],
      by: 'data-subject',
      firstHand: true,
      source: 'personal-link',
      saidAt: '2026-11-20T12:01:00.000Z',
      notice: 'spring@1',
      evidence: {
        noticeId: 'spring',
        noticeVersion: 1,
        noticeLocale: 'en',
        noticeHash: expect.stringMatching(/^[\w-]{43}$/),
        pointId: `pt_${testToken(1)}`,
        campaign: 'spring-26',
        ip: '192.0.2.1',
        userAgent: 'Phone/1',
        identifiers: { phone: '+525512345678' },
        text: 'I agree to receive offers and discounts and news of my orders from Acme on WhatsApp at +525512345678.',
      },
    });
  });

  it.each(['+52 55 1234 5678', '+52 1 55 1234 5678', '0052 55 1234-5678', '５５ １２３４ ５６７８', '55 1234 5678'])(
    'is for the same line however the number is written: %s',
    async (number) => {
      await tick(['offers'], { number });
      expect(await bench.mayMessage(user, 'offers')).toBe('allow');
    },
  );

  it('says by which key the link was made, and when', async () => {
    await tick(['offers']);
    const [{ evidence }] = await bench.statements(user);
    expect(evidence).toMatchObject({ linkMadeBy: fullKey.keyId, linkMadeAt: '2026-11-20T12:00:00.000Z' });
  });

  it('is one act when the form is sent twice', async () => {
    const sent = await ticked();
    for (const at of [61_000, 62_000, 3_600_000]) {
      bench.setNow(noon + at);
      expect(textOf(await seeAfter(await bench.post(path, sent)))).toContain('You’re in');
    }
    expect(await bench.statements(user)).toHaveLength(1);
  });

  it('is not repeated by a form that is sent again after a STOP', async () => {
    const sent = await ticked();
    await bench.post(path, sent);
    bench.setNow(noon + 180_000);
    await bench.say({ phone: ana }, { action: 'revoked', purposes: 'all', provider: true, level: 3 });
    bench.setNow(noon + 240_000);
    const { status, body } = await bench.post(path, sent);
    expect(status).toBe(422);
    expect(textOf(body)).toContain('Something changed while this page was open');
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
  });

  it('is not taken from a page that is older than a STOP', async () => {
    const sent = await ticked();
    bench.setNow(noon + 120_000);
    await bench.say({ phone: ana }, { action: 'revoked', purposes: 'all', provider: true, level: 3 });
    bench.setNow(noon + 180_000);
    const { status, body } = await bench.post(path, sent);
    expect(status).toBe(422);
    expect(textOf(body)).toContain('Something changed while this page was open');
    expect(await bench.mayMessage(user, 'offers')).toBe('opted-out');
  });

  it('is not taken from yesterday’s page, nor from one that does not say when it was shown', async () => {
    const sent = await ticked();
    bench.setNow(noon + 60_000 + day);
    expect((await bench.post(path, sent)).status).toBe(422);
    sent.delete('shown-at');
    expect((await bench.post(path, sent)).status).toBe(422);
    expect(await bench.mayMessage(user, 'offers')).toBe('never-asked');
  });
});

describe('another number', () => {
  it('is another person, who has to confirm; nothing changes for the person of the link', async () => {
    const answer = await tick(['offers'], { number: '+52 55 8765 4321' });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(`/o/${testToken(1)}/${testCode(1)}`);
    expect(await bench.mayMessage(other, 'offers')).toBe('pending');
    expect(await bench.statements(other)).toMatchObject([
      {
        action: 'requested',
        source: 'web-form',
        firstHand: false,
        evidence: { identifiers: { phone: '+52 55 8765 4321' } },
      },
    ]);
    expect(await bench.statements(user)).toEqual([]);
    expect(await bench.choices.find(testCode(1))).toMatchObject({
      numbers: [ben],
      purposes: ['offers'],
      appId: 'acme',
    });
  });

  it('in a doubtful form of the same line has to confirm too', async () => {
    const argentine = await bench.link('personal-link', { user: { phone: '+54 9 11 2345 6789' } });
    const answer = await bench.fillIn(argentine, 'number', {
      ticks: ['offers'],
      values: { number: '+54 11 2345 6789' },
    });
    expect(answer.status).toBe(303);
    expect(await bench.mayMessage({ phone: '+54 9 11 2345 6789' }, 'offers')).toBe('never-asked');
  });

  it('that is none is asked for again, with what was ticked', async () => {
    const { status, body } = await tick(['orders'], { number: 'my phone' });
    expect(status).toBe(422);
    expect(body).toContain('aria-invalid="true"');
    const [form] = formsOf(body, path);
    expect(form?.fields.filter(({ checked }) => checked).map(({ value }) => value)).toEqual(['orders']);
    expect(form?.fields.find(({ name }) => name === 'number')?.value).toBe('my phone');
  });

  it.each(['phone', 'user', 'userId', 'person', 'appId', 'pointId', 'source', 'level'])(
    'is not read from a field of another name: %s',
    async (name) => {
      await bench.say({ phone: ben }, { action: 'revoked', purposes: 'all' });
      const before = await bench.statements(other);
      const sent = await ticked();
      sent.append(name, `+${ben}`);
      await bench.post(path, sent);
      expect(await bench.statements(other)).toEqual(before);
      expect(await bench.mayMessage(user, 'offers')).toBe('allow');
    },
  );

  it('may be tried as often as people do, not as robots do', async () => {
    for (let n = 0; n < 300; n += 1) await bench.post(path, 'purpose=offers');
    expect(await bench.post(path, 'purpose=offers')).toMatchObject({ status: 429 });
  });
});

describe('a number that has gone to somebody else', () => {
  it('has to confirm, because the link was for who had it then', async () => {
    await bench.say({ phone: ana, bsuid: 'MX.1' }, { provider: true, action: 'requested', purposes: ['news'] });
    path = await bench.link('personal-link');
    bench.setNow(noon + 3_600_000);
    await bench.hear({ phone: ana, bsuid: 'MX.2' }, noon + 3_600_000);
    bench.setNow(noon + 7_200_000);
    expect((await tick(['offers'])).status).toBe(303);
    expect(await bench.mayMessage(user, 'offers')).toBe('pending');
    expect(await bench.mayMessage({ bsuid: 'MX.1' }, 'offers')).toBe('never-asked');
  });
});

describe('what the form says was shown', () => {
  it.each([
    ['no purpose', { purpose: '' }, 422],
    ['a version that the notice never had', { version: '7' }, 422],
    ['another locale', { locale: 'fr' }, 422],
    ['another hash', { hash: 'x'.repeat(43) }, 422],
    ['a purpose that is not offered', { purpose: 'news' }, 422],
  ])('is not believed: %s', async (_, change, status) => {
    const sent = await ticked();
    for (const [name, value] of Object.entries(change)) value === '' ? sent.delete(name) : sent.set(name, value);
    expect((await bench.post(path, sent)).status).toBe(status);
    expect(await bench.statements(user)).toEqual([]);
  });

  it('is the version that was on the page, also when there is a newer one', async () => {
    const sent = await ticked();
    await bench.publish([{ ...english, heading: 'Something else' }]);
    await bench.change('personal-link', { notice: { noticeId: 'spring', version: 2 } });
    await bench.post(path, sent);
    expect(await bench.statements(user)).toMatchObject([{ notice: 'spring@1' }]);
  });
});

describe('a link that takes nobody', () => {
  it('has expired: it says so, and how to stop', async () => {
    bench.setNow(noon + 30 * day);
    const { status, body } = await bench.call('GET', path);
    expect(status).toBe(410);
    expect(textOf(body)).toContain('This link has expired');
    expect(textOf(body)).toContain('STOP');
    expect((await bench.post(path, 'purpose=offers&number=%2B525512345678')).status).toBe(410);
    expect(await bench.statements(user)).toEqual([]);
  });

  it('works until its last second', async () => {
    bench.setNow(noon + 30 * day - 1000);
    expect((await tick(['offers'])).status).toBe(303);
    expect(await bench.mayMessage(user, 'offers')).toBe('allow');
  });

  it.each([[{ status: 'paused' as const }], [{ expiresAt: noon }]])(
    'belongs to a point that is closed: %j',
    async (more) => {
      const sent = await ticked();
      await bench.change('personal-link', more);
      expect((await bench.call('GET', path)).status).toBe(410);
      expect((await bench.post(path, sent)).status).toBe(410);
      expect(await bench.statements(user)).toEqual([]);
    },
  );

  it('was changed in any letter: the same page that says nothing, without a look at the table', async () => {
    const sealed = path.slice('/me/'.length);
    const pages = new Set<string>();
    for (let at = 0; at < sealed.length; at += 7) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      for (const method of ['GET', 'POST']) {
        let answer = await bench.call('GET', '/me/x');
        const cost = await bench.measure(async () => {
          answer = await bench.call(method, `/me/${changed}`, { body: 'List-Unsubscribe=One-Click' });
        });
        expect(answer.status).toBe(404);
        expect(cost.requests).toBe(0);
        pages.add(answer.body);
      }
    }
    expect(pages.size).toBe(1);
  });

  it('is posted by another site', async () => {
    const answer = await bench.post(path, 'purpose=offers', { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(400);
  });
});
