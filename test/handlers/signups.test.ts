import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { signupStore } from '../../lambdas/adapters/dynamodb/collection/signup-store.ts';
import { asideShelf, keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { mostTexts } from '../../lambdas/domain/collection/signup.ts';
import { isPlatformStopped } from '../../lambdas/domain/identity/subject.ts';
import { heardAgainWith } from '../../lambdas/handlers/deps/hearing/heard-again.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import { findSignup, listSignups } from '../../lambdas/use-cases/collection/manage-signups.ts';
import type { MetaSignups } from '../../lambdas/use-cases/collection/signup-ports.ts';
import { retryAside } from '../../lambdas/use-cases/inbound/retry-aside.ts';
import { fixtureBytes } from '../support/fixtures.ts';
import { acme, identifierKey, noon } from '../support/ledger/ledger-bench.ts';
import { deliver, delivery, messagesChange, textMessage, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';
import { type PointBench, pointBench } from '../support/pages/point-bench.ts';
import { ledgerRows } from '../support/table/rows.ts';
import { auditTable, consentOf } from '../support/table/table-audit.ts';

const anna = '16505551234';
const [second, minute] = [1000, 60_000];
const number = '106540352242922';
const asked = {
  name: 'Checkout page',
  purposes: ['offers'],
  signupMessage: 'Get offers from Acme on WhatsApp, at most four a month. Reply STOP at any time to stop.',
  confirmationMessage: 'Welcome! Your code is {{promo_code}}.',
  privacyPolicyUrl: 'https://acme.example/privacy',
  promoCode: 'HELLO10',
  acceptTerms: true,
};

/** Meta, with something that comes to pass between its answer and our reading it. */
function slowly(meta: MetaSignups, meanwhile: () => Promise<unknown>): MetaSignups {
  return {
    ...meta,
    page: async (...asked) => {
      const answer = await meta.page(...asked);
      await meanwhile();
      return answer;
    },
    find: async (...asked) => {
      const answer = await meta.find(...asked);
      await meanwhile();
      return answer;
    },
  };
}
let bench: PointBench;
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  bench = await pointBench();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const make = (more: object = {}) => bench.call('POST', '/signups', { body: { ...asked, ...more } });
const change = (id: string, body: object) => bench.call('PATCH', `/signups/${id}`, { body });
const made = async (more: object = {}): Promise<string> => {
  const { status, body } = await make(more);
  expect(status, JSON.stringify(body)).toBe(201);
  return body.signupId as string;
};
const codes = ({ body }: { readonly body: unknown }) =>
  ((body as { errors?: { pointer: string; code: string }[] }).errors ?? []).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

function deps() {
  const { table, now, ledger } = bench.ledger;
  return {
    apps: appStore(table, now),
    ledger,
    choices: choiceStore(table, now),
    prompts: promptStore(table, now),
    points: pointStore(table),
    templates: templateStore(table),
    aside: keptAside(table, now),
    now,
  };
}
const signup = (id: unknown, at = bench.ledger.now(), more: object = {}): object => ({
  ...{ wa_id: anna, detail: 'User signed up via signup link', category: 'marketing_messages', value: 'signup' },
  ...{ signup_id: id, timestamp: Math.floor(at / 1000) },
  ...more,
});
const hear = async (preference: object, phoneNumberId = number) => {
  const change = { ...messagesChange(phoneNumberId, { user_preferences: [preference] }), field: 'user_preferences' };
  expect(await deliver(whatsappWebhook({ ...deps(), secrets: webhookSecrets }), delivery(change))).toMatchObject({
    status: 200,
  });
};
const says = async (body: string, at: number) => {
  const message = textMessage(anna, `wamid.${at}.${body}`, at, body);
  await deliver(
    whatsappWebhook({ ...deps(), secrets: webhookSecrets }),
    delivery(messagesChange(number, { messages: [message] })),
  );
};
const offers = async () => (await consentOf(bench.ledger, { phone: anna }))?.offers ?? 'never-asked';
const grants = async () => (await ledgerRows(bench.table)).filter(({ action }) => action === 'granted');
const kept = async () => (await asideShelf(bench.table).list('2026-11-20')).map(({ why }) => why);
/** Meta's own manager does it. */
const madeElsewhere = (id = '77777777777777777', wabaId = '102290129340398', fields: object = {}) => {
  const { signups, accepted } = bench.signupsAtMeta.read();
  const words = {
    signup_message: asked.signupMessage,
    confirmation_message: 'Welcome!',
    privacy_policy_url: 'https://acme.example/privacy',
  };
  const all = { ...words, display_name: 'By hand', status: 'ACTIVE', ...fields };
  bench.signupsAtMeta.write({
    signups: [...signups.filter((each) => each.id !== id), { id, wabaId, fields: all }],
    accepted,
  });
  return id;
};

describe('making a signup', () => {
  test('makes it at Meta, and a point with link and QR code here', async () => {
    const { status, body } = await make();
    expect(status).toBe(201);
    const id = String(body.signupId);
    expect(bench.signupsAtMeta.read().signups).toMatchObject([
      {
        id,
        wabaId: '102290129340398',
        fields: { signup_message: asked.signupMessage, display_name: 'Checkout page', promo_code: 'HELLO10' },
      },
    ]);
    expect(body).toMatchObject({
      ...{ status: 'active', adopted: true, purposes: ['offers'], locale: 'en', promoCode: 'HELLO10' },
      url: `https://wa.me/15550783881/signup/${id}`,
    });
    const text = {
      confirmationMessage: asked.confirmationMessage,
      privacyPolicyUrl: asked.privacyPolicyUrl,
      promoCode: 'HELLO10',
      signupMessage: asked.signupMessage,
    };
    const hash = createHash('sha256').update(JSON.stringify(text)).digest('base64url');
    expect(body.texts).toEqual([{ ...text, since: new Date(noon).toISOString(), hash }]);
    const point = await bench.call('GET', `/points/${body.pointId}`);
    expect(point.body).toMatchObject({
      kind: 'in-app-signup',
      name: 'Checkout page',
      url: body.countedUrl,
      whatsappUrl: body.url,
    });
    expect((await bench.call('GET', `/points/${body.pointId}/qr.svg`)).status).toBe(200);
  });

  test.each([
    ['words that are too long', { signupMessage: 'x'.repeat(301) }, ['/signupMessage too-long']],
    ['no words', { confirmationMessage: '' }, ['/confirmationMessage required']],
    ['a page without https', { privacyPolicyUrl: 'http://acme.example/privacy' }, ['/privacyPolicyUrl unusable-url']],
    ['a page of another machine', { websiteUrl: 'https://127.0.0.1/' }, ['/websiteUrl unusable-url']],
    ['a code with a hyphen', { promoCode: 'HELLO-10' }, ['/promoCode not-a-promo-code']],
    ['a code that is too long', { promoCode: 'x'.repeat(51) }, ['/promoCode not-a-promo-code']],
    ['a code that is not said', { confirmationMessage: 'Welcome!' }, ['/confirmationMessage code-not-said']],
    ['no code to say', { promoCode: undefined }, ['/promoCode required']],
    [
      'another placeholder',
      { confirmationMessage: '{{promo_code}} {{name}}' },
      ['/confirmationMessage unknown-placeholder'],
    ],
    ['an unknown purpose', { purposes: ['offers', 'spam'] }, ['/purposes/1 unknown-purpose']],
    ['no purpose', { purposes: [] }, ['/purposes required']],
    ['a field that there is not', { policy: 1 }, ['/policy unknown-field']],
  ])('is refused before Meta is asked: %s', async (_name, more, faults) => {
    const answer = await make(more);
    expect(answer.status).toBe(422);
    expect(codes(answer).map((each) => each.split(' ')[0])).toEqual(faults.map((each) => each.split(' ')[0]));
    expect(bench.asked).toEqual([]);
  });

  test('is refused where the words promise what they may not, by the linter', async () => {
    const answer = await make({ signupMessage: 'If you do nothing we assume that you agree to messages from Acme.' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'notice-lint' } });
    expect(bench.asked).toEqual([]);
  });

  test.each([
    ['+436641234567', 'AT'],
    ['+3546111234', 'IS'],
    ['+4236601234', 'LI'],
    ['+4740612345', 'NO'],
    ['+447400123456', 'GB'],
    ['+5511961234567', 'BR'],
    ['+819012345678', 'JP'],
    ['+821020000000', 'KR'],
    ['+2348021234567', 'NG'],
    ['+27711234567', 'ZA'],
    ['+905012345678', 'TR'],
  ])('is refused for a number of a country where Meta does not offer it: %s', async (phone, country) => {
    bench = await pointBench({ app: { whatsapp: { phoneNumberId: number, phone, wabaId: '102290129340398' } } });
    const answer = await make();
    expect(answer.status).toBe(422);
    expect(codes(answer)).toEqual(['appId not-offered-there']);
    expect(JSON.stringify(answer.body)).toContain(`(${country})`);
    expect(bench.asked).toEqual([]);
  });

  test.each(['+15550783881', '+525512345678', '+919812345678', '+41781234567', '+6281234567890'])(
    'is offered to a number like %s',
    async (phone) => {
      bench = await pointBench({ app: { whatsapp: { phoneNumberId: number, phone, wabaId: '102290129340398' } } });
      expect((await make()).status).toBe(201);
    },
  );

  test('says what Meta says when it refuses: terms that nobody accepted', async () => {
    const answer = await make({ acceptTerms: undefined });
    expect(answer).toMatchObject({ status: 502, body: { code: 'meta-refused' } });
    expect(String(answer.body.detail)).toContain('2494164');
  });

  test('needs a token', async () => {
    bench = await pointBench({ secret: undefined });
    expect(await make()).toMatchObject({ status: 409, body: { code: 'meta-not-set-up' } });
  });

  test('of a point by hand is refused: a signup makes its own', async () => {
    const answer = await bench.call('POST', '/points', { body: { kind: 'in-app-signup', name: 'X' } });
    expect(codes(answer)).toEqual(['/kind made-by-a-signup']);
  });
});

describe('changing a signup', () => {
  test('keeps the text before with its date', async () => {
    const id = await made();
    bench.ledger.setNow(noon + minute);
    const signupMessage = 'Get weekly offers from Acme on WhatsApp. Reply STOP at any time to stop.';
    const { body } = await change(id, { signupMessage });
    expect(body).toMatchObject({ signupMessage, texts: [{ signupMessage }, { signupMessage: asked.signupMessage }] });
    expect((body.texts as { since: string }[]).map(({ since }) => since)).toEqual([
      new Date(noon + minute).toISOString(),
      new Date(noon).toISOString(),
    ]);
    expect(bench.signupsAtMeta.read().signups[0]?.fields.signup_message).toBe(signupMessage);
  });

  test('disables it without a word about anything else, and takes it up again', async () => {
    const id = await made();
    expect(await change(id, { status: 'disabled' })).toMatchObject({ status: 200, body: { status: 'disabled' } });
    expect((await bench.call('GET', `/signups/${id}`)).body).toMatchObject({ status: 'disabled' });
    expect((await change(id, { status: 'active' })).body).toMatchObject({ status: 'active' });
  });

  test.each([
    [{ privacyPolicyUrl: 'https://acme.example/other' }, '/privacyPolicyUrl'],
    [{ purposes: ['offers', 'orders'] }, '/purposes fixed'],
    [{ campaign: 'x' }, '/campaign fixed'],
    [{ textSince: '2026-11-20T11:00:00Z' }, '/textSince fixed'],
    [{ promoCode: 'a b' }, '/promoCode'],
    [{ confirmationMessage: 'Welcome!' }, '/confirmationMessage code-not-said'],
    [{}, ''],
  ])('is refused what never changes, and what is wrong: %j', async (body, fault) => {
    const id = await made();
    const answer = await change(id, body);
    expect(answer.status).toBe(422);
    if (fault !== '') expect(codes(answer).join()).toContain(fault);
  });

  test('and its point: neither purposes nor campaign are the point’s to change', async () => {
    const { body } = await make();
    expect(codes(await bench.call('PATCH', `/points/${body.pointId}`, { body: { purposes: ['orders'] } }))).toEqual([
      '/purposes fixed',
    ]);
    expect((await bench.call('PATCH', `/points/${body.pointId}`, { body: { name: 'Till' } })).status).toBe(200);
    for (const status of ['paused', 'active'])
      expect((await bench.call('PATCH', `/points/${body.pointId}`, { body: { status } })).body).toMatchObject({
        status,
      });
    const { pointId } = (await bench.call('GET', `/signups/${body.signupId}`)).body;
    expect((await bench.call('GET', `/points/${pointId}`)).body.whatsappUrl).toBe(body.url);
  });

  test('of an unknown one, one of another app or of another account is 404', async () => {
    const id = madeElsewhere('5', '999');
    expect((await change('4', { status: 'disabled' })).status).toBe(404);
    expect((await change(id, { purposes: ['offers'] })).status).toBe(404);
    expect((await change('abc', { status: 'disabled' })).status).toBe(404);
  });
});

describe('signups that were made elsewhere', () => {
  test('are in the list, page by page, and no token is in a cursor', async () => {
    for (let n = 0; n < 30; n += 1) madeElsewhere(String(1000 + n));
    const first = await bench.call('GET', '/signups', { query: { limit: '25' } });
    expect(first.body.data).toHaveLength(25);
    expect(first.body.data?.[0]).toMatchObject({ adopted: false, purposes: [], name: 'By hand' });
    const second = await bench.call('GET', '/signups', { query: { cursor: String(first.body.nextCursor) } });
    expect(second.body.data).toHaveLength(5);
    expect(second.body.nextCursor).toBeNull();
    expect(JSON.stringify(first.body)).not.toContain('access-token');
    expect(bench.asked.join()).not.toContain('access_token');
  });

  test('count once they are adopted by naming their purposes, and not before', async () => {
    const id = madeElsewhere();
    await hear(signup(id));
    expect(await kept()).toEqual(['unknown-signup']);
    expect(await offers()).toBe('never-asked');
    expect(codes(await change(id, { name: 'x' }))).toEqual(['/purposes required']);
    expect(codes(await change(id, { purposes: ['offers'], signupMessage: 'x' }))).toEqual([
      '/signupMessage adopt-first',
    ]);
    expect(codes(await change(id, { purposes: ['offers'], textSince: '2027-01-01T00:00:00Z' }))).toEqual([
      '/textSince in-the-future',
    ]);
    const { status, body } = await change(id, { purposes: ['offers'], textSince: '2026-11-01T00:00:00Z' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ adopted: true, purposes: ['offers'], name: 'By hand' });
    // What was kept aside is heard again.
    const shelf = asideShelf(bench.table);
    const [item] = await shelf.list('2026-11-20');
    if (item === undefined) throw new Error('nothing lies aside');
    const { table, now } = bench.ledger;
    const retry = { ...deps(), ...heardAgainWith(table, identifierKey, now), notices: noticeStore(table) };
    expect(await retryAside(retry, item)).toEqual({ came: 'stored' });
    expect(await offers()).toBe('opted-in');
  });

  test.each([
    ['longer than a point may be called', `${'x'.repeat(99)}😀 shop`, `${'x'.repeat(99)}\ufffd`],
    ['nothing', '', 'Signup 77777777777777777'],
  ])('give their point a name that it can have: %s', async (_name, display_name, name) => {
    const { status, body } = await change(madeElsewhere(undefined, undefined, { display_name }), {
      purposes: ['offers'],
    });
    expect(status).toBe(200);
    expect((await bench.call('GET', `/points/${body.pointId}`)).body).toMatchObject({ name });
  });

  test('are adopted although half of a character stands in their words', async () => {
    const id = madeElsewhere(undefined, undefined, {
      signup_message: `${asked.signupMessage} \ud83d`,
      display_name: 'x\ud83d',
    });
    expect((await bench.call('GET', '/signups')).status).toBe(200);
    const { status, body } = await change(id, { purposes: ['offers'] });
    expect([status, body.signupMessage]).toEqual([200, `${asked.signupMessage} \ufffd`]);
    await hear(signup(id));
    expect((await grants())[0]?.body).toMatchObject({ signupText: { signupMessage: `${asked.signupMessage} \ufffd` } });
  });

  test('of a time before their known text stay aside', async () => {
    const id = madeElsewhere();
    await change(id, { purposes: ['offers'] });
    await hear(signup(id, noon - second));
    expect(await kept()).toEqual(['signup-before-its-text']);
    await hear(signup(id, noon));
    expect(await offers()).toBe('opted-in');
  });

  test('and are changed there leave their new text here when they are looked at', async () => {
    const id = await made();
    const { wabaId = '' } = bench.signupsAtMeta.read().signups[0] ?? {};
    bench.ledger.setNow(noon + minute);
    madeElsewhere(id, wabaId, { signup_message: 'Other words from Acme.' });
    await bench.call('GET', '/signups');
    const { body } = await bench.call('GET', `/signups/${id}`);
    expect((body.texts as { signupMessage: string }[]).map(({ signupMessage }) => signupMessage)).toEqual([
      'Other words from Acme.',
      asked.signupMessage,
    ]);
  });
});

describe('the texts of a signup', () => {
  const words = (n: number) => `Get offers from Acme on WhatsApp, ${n}. Reply STOP at any time to stop.`;
  const texts = async (id: string) =>
    (await signupStore(bench.table).find(id))?.texts.map(({ text }) => text.signupMessage) ?? [];
  /** Everything that a signup needs, with something that comes to pass just after Meta has answered. */
  const withMeta = (meanwhile: () => Promise<unknown>) => ({
    signups: signupStore(bench.table),
    metaSignups: slowly(bench.metaSignups, meanwhile),
    now: bench.ledger.now,
    newToken: () => 'x',
  });
  const app = async () => {
    const found = await appStore(bench.table, bench.ledger.now).findFresh('acme');
    if (found === undefined) throw new Error('no app');
    return found;
  };

  test('do not go back to what Meta said before the change that came between', async () => {
    const id = await made();
    bench.ledger.setNow(noon + minute);
    await listSignups(
      withMeta(() => change(id, { signupMessage: words(1) })),
      await app(),
      25,
      undefined,
    );
    expect(await texts(id)).toEqual([asked.signupMessage, words(1)]);
  });

  test('that Meta told of before such a change are not put behind it', async () => {
    const id = await made();
    const { wabaId = '' } = bench.signupsAtMeta.read().signups[0] ?? {};
    madeElsewhere(id, wabaId, { signup_message: words(1), confirmation_message: 'Welcome!' });
    bench.ledger.setNow(noon + minute);
    await findSignup(
      withMeta(() => change(id, { signupMessage: words(2) })),
      await app(),
      id,
    );
    expect((await texts(id)).at(-1)).toBe(words(2));
  });

  test('are no more than are kept, however often somebody changes them elsewhere', async () => {
    const id = await made();
    const { wabaId = '' } = bench.signupsAtMeta.read().signups[0] ?? {};
    for (let n = 1; n <= mostTexts + 1; n += 1) {
      bench.ledger.setNow(noon + n * minute);
      madeElsewhere(id, wabaId, { signup_message: words(n), confirmation_message: 'Welcome!' });
      expect((await bench.call('GET', `/signups/${id}`)).status).toBe(200);
    }
    const all = await texts(id);
    expect(all).toHaveLength(mostTexts);
    expect(all.at(-1)).toBe(words(mostTexts + 1));
    // Whoever read one that is not known any more is not opted in.
    await hear(signup(id, noon + second));
    expect(await grants()).toEqual([]);
    await hear(signup(id, noon + (mostTexts + 1) * minute));
    expect((await grants())[0]?.body).toMatchObject({ signupText: { signupMessage: words(mostTexts + 1) } });
  });

  test('have the language that they had', async () => {
    const id = await made();
    bench.ledger.setNow(noon + minute);
    const signupMessage =
      'Recibe ofertas de Acme por WhatsApp. Responde ALTO en cualquier momento para dejar de recibirlas.';
    const answer = await change(id, { signupMessage, locale: 'es', profile: 'meta-minimum' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    bench.ledger.setNow(noon + 3 * minute);
    await hear(signup(id, noon + 2 * minute));
    await hear(signup(id, noon + second, { wa_id: '16505559999' }));
    expect((await grants()).map(({ body }) => (body as { noticeLocale: string }).noticeLocale).toSorted()).toEqual([
      'en',
      'es',
    ]);
  });
});

describe('somebody signs up', () => {
  test('and is opted in first-hand to the purposes of the signup alone, with the text that they read', async () => {
    const { body } = await make({ campaign: 'summer' });
    const id = String(body.signupId);
    await hear(signup(id, noon + 500));
    expect(await consentOf(bench.ledger, { phone: anna })).toMatchObject({ offers: 'opted-in', orders: 'never-asked' });
    const [grant] = await grants();
    expect(grant).toMatchObject({ purposes: ['offers'], level: 3, src: 'in-app-signup' });
    expect(grant?.body).toMatchObject({
      ...{ signupId: id, pointId: body.pointId, campaign: 'summer', noticeLocale: 'en' },
      signupText: { signupMessage: asked.signupMessage, promoCode: 'HELLO10' },
      signupTextSince: new Date(noon).toISOString(),
      noticeHash: (body.texts as { hash: string }[])[0]?.hash,
      identifiers: { waId: anna },
    });
    expect((await auditTable(bench.ledger)).faults).toEqual([]);
    const found = await bench.ledger.people.find('acme', { phone: anna }, bench.ledger.now());
    expect(found?.window.lastInboundAt).toBeUndefined();
  });

  test('told again counts once, also by another delivery', async () => {
    const id = await made();
    await hear(signup(id));
    await hear(signup(id));
    expect(await grants()).toHaveLength(1);
  });

  test('by two signups in one second is opted in to what either names', async () => {
    const [one, other] = [await made(), await made({ purposes: ['orders'] })];
    await hear(signup(one));
    await hear(signup(other));
    expect(await consentOf(bench.ledger, { phone: anna })).toMatchObject({ offers: 'opted-in', orders: 'opted-in' });
  });

  test('is proven by the text of the time of the act, not by that of today', async () => {
    const id = await made();
    bench.ledger.setNow(noon + minute);
    await change(id, { signupMessage: 'Get weekly offers from Acme on WhatsApp. Reply STOP at any time to stop.' });
    bench.ledger.setNow(noon + 2 * minute);
    await hear(signup(id, noon + 30 * second));
    expect((await grants())[0]?.body).toMatchObject({ signupText: { signupMessage: asked.signupMessage } });
    await hear(signup(id, noon + 90 * second, { wa_id: '16505559999' }));
    expect((await grants())[1]?.body).toMatchObject({ signupTextSince: new Date(noon + minute).toISOString() });
  });

  test('does not come back over a later STOP; comes back after an earlier one', async () => {
    const id = await made();
    bench.ledger.setNow(noon + 3 * minute);
    await says('STOP', noon + 2 * minute);
    await hear(signup(id, noon + minute));
    expect(await offers()).toBe('opted-out');
    await hear(signup(id, noon + 2 * minute));
    expect(await offers()).toBe('opted-out');
    await hear(signup(id, noon + 2 * minute + second));
    expect(await offers()).toBe('opted-in');
  });

  test('lifts no stop of WhatsApp’s own: that, resume does', async () => {
    const id = await made();
    bench.ledger.setNow(noon + 3 * minute);
    await hear({ wa_id: anna, category: 'marketing_messages', value: 'stop', timestamp: noon / 1000 + 1 });
    await hear(signup(id, noon + minute));
    const stopped = async () =>
      isPlatformStopped(
        (await bench.ledger.people.find('acme', { phone: anna }, noon + 3 * minute))?.subject.platformStop ?? {},
      );
    expect(await stopped()).toBe(true);
    expect(await offers()).toBe('opted-in');
    await hear({ wa_id: anna, category: 'marketing_messages', value: 'resume', timestamp: noon / 1000 + 120 });
    expect(await stopped()).toBe(false);
  });

  test('counts also by a number from where Meta does not offer it: Meta says that they did', async () => {
    await hear(signup(await made(), noon, { wa_id: '4915112345678' }));
    expect(await grants()).toHaveLength(1);
  });

  test.each(['derived/user-preferences-signup.json', 'derived/user-preferences-signup-bsuid-only.json'])(
    'counts as recorded, once the signup is adopted: %s',
    async (file) => {
      await change(madeElsewhere('13176843987434774'), { purposes: ['offers'], textSince: '2024-01-01T00:00:00Z' });
      const webhook = whatsappWebhook({ ...deps(), secrets: webhookSecrets });
      expect(await deliver(webhook, fixtureBytes(file).toString())).toMatchObject({ status: 200 });
      expect(await grants()).toMatchObject([{ purposes: ['offers'], at: 1_731_705_721_000 }]);
    },
  );

  test('counts by BSUID alone', async () => {
    await hear(signup(await made(), noon, { wa_id: undefined, user_id: 'US.13491208655302741918' }));
    expect(await grants()).toHaveLength(1);
  });

  test.each([
    ['no id', { signup_id: undefined }, 'signup-without-id'],
    ['null for an id', { signup_id: null }, 'signup-without-id'],
    ['an id that is none', { signup_id: 'abc' }, 'signup-without-id'],
    ['a number that has lost digits', { signup_id: 13176843987434774n }, 'signup-without-id'],
    ['an id that nobody knows', { signup_id: '1' }, 'unknown-signup'],
    ['no time', { timestamp: undefined }, 'incomplete-preference'],
    ['a time that cannot be read', { timestamp: 'soon' }, 'incomplete-preference'],
    ['a time before WhatsApp', { timestamp: 5 }, 'incomplete-preference'],
    ['nobody', { wa_id: undefined }, 'incomplete-preference'],
    ['another category', { category: 'utility' }, 'unknown-preference-category'],
  ])('is kept aside, and is no opt-in, with %s', async (_name, more, why) => {
    const id = await made();
    const { signup_id: given } = more as { signup_id?: unknown };
    const preference = signup(id, noon, typeof given === 'bigint' ? { signup_id: 13176843987434774 } : more);
    await hear(preference);
    expect(await kept()).toEqual([why]);
    expect(await grants()).toEqual([]);
  });

  test('by the signup of another app, or at the number of another app, is kept aside', async () => {
    const { table, now } = bench.ledger;
    const whatsapp = { phoneNumberId: '777', phone: '+15550001111', wabaId: '102290129340398' };
    await appStore(table, now).create({ ...acme, appId: 'bazaar', smsNumbers: [], whatsapp });
    const { smsName: _none, ...rest } = acme;
    expect(rest.appId).toBe('acme');
    const id = await made();
    await hear(signup(id), '777');
    expect(await kept()).toEqual(['unknown-signup']);
    expect(await grants()).toEqual([]);
  });

  test('by a signup of an account that the app has left is kept aside', async () => {
    const id = await made();
    const { table, now } = bench.ledger;
    const apps = appStore(table, now);
    const app = await apps.findFresh('acme');
    if (app?.whatsapp === undefined) throw new Error('no app');
    await apps.replace(app, { ...app, whatsapp: { ...app.whatsapp, wabaId: '5' }, version: app.version + 1 });
    await hear(signup(id));
    expect(await kept()).toEqual(['unknown-signup']);
  });

  test('is heard though the purposes of the point were never asked for elsewhere: chats are counted apart', async () => {
    const { body } = await make();
    await hear(signup(body.signupId));
    const rows = await ledgerRows(bench.table);
    expect(rows.map(({ kind }) => kind)).toEqual(['statement']);
    expect(rows[0]?.charges).toEqual([
      { point: body.pointId, count: 'confirmed' },
      { point: body.pointId, count: 'optIns' },
    ]);
  });
});
