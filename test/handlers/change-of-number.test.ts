import { beforeEach, describe, expect, it } from 'vitest';
import { elsewhere, first, type MovingApp, movingApp, sibling } from '../support/ledger/moving-app.ts';
import { messagesChange } from '../support/ledger/whatsapp-webhook.ts';

const ana = { waId: '5215512345678', bsuid: 'MX.1349' };
const user = { phone: '+525512345678' };
let app: MovingApp;
beforeEach(async () => {
  app = await movingApp();
  await app.optIn(user);
  await app.write(first, ana, 'hola');
  app.wait(10);
});

const preference = (number: { readonly phoneNumberId: string }, value: 'stop' | 'resume') => ({
  field: 'user_preferences',
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: number.phoneNumberId },
    user_preferences: [
      { wa_id: ana.waId, category: 'marketing_messages', value, timestamp: Math.floor(app.api.now / 1000) },
    ],
  },
});

describe('an app with another number of the same portfolio', () => {
  beforeEach(async () => {
    expect(await app.change(sibling)).toMatchObject({ status: 200, body: { whatsapp: { wabaId: first.wabaId } } });
    app.wait(1);
  });

  it('keeps its people, by number and by BSUID', async () => {
    expect(await app.may(user)).toBe('allow opted-in');
    expect(await app.may({ bsuid: ana.bsuid })).toBe('allow opted-in');
  });

  it('hears STOP at the old number, and confirms it from no number', async () => {
    expect(await app.write(first, ana, 'STOP')).toBe(200);
    expect(await app.may(user)).toBe('deny opted-out');
    expect(await app.keptAside()).toEqual([]);
    expect(await app.replies()).toEqual([]);
  });

  it('hears there a stop of marketing, and what may mean stop, without asking', async () => {
    await app.write(first, ana, 'no more offers');
    expect(await app.may(user)).toBe('deny opted-out');
    expect(await app.may(user, 'template', 'order-updates')).toBe('allow opted-in');
    await app.optIn({ phone: '+525512345679' });
    await app.write(first, { waId: '5215512345679' }, 'quiero salir');
    expect(await app.may({ phone: '+525512345679' })).toBe('deny suppressed-ambiguous-stop');
    expect(await app.replies()).toEqual([]);
  });

  it('hears there WhatsApp’s own stop, and no leave to write again, which was given for another number', async () => {
    await app.deliver(preference(first, 'stop'));
    expect(await app.may(user)).toBe('deny platform-stop');
    app.wait(1);
    await app.deliver(preference(first, 'resume'));
    expect(await app.may(user)).toBe('deny platform-stop');
    await app.deliver(preference(sibling, 'resume'));
    expect(await app.may(user)).toBe('allow opted-in');
  });

  it('hears START there, which is said by the same person to the same business', async () => {
    await app.write(first, ana, 'STOP');
    app.wait(1);
    await app.write(first, ana, 'START');
    expect(await app.may(user)).toBe('allow opted-in');
    expect(await app.replies()).toEqual([]);
  });

  it('follows a person of whom the old number hears that they changed theirs', async () => {
    const system = { type: 'user_changed_number', wa_id: '5215587654321', body: 'User changed' };
    const timestamp = String(app.api.now / 1000);
    const notice = { from: ana.waId, id: 'wamid.MOVED', timestamp, type: 'system', system };
    await app.deliver(messagesChange(first.phoneNumberId, { messages: [notice] }));
    expect(await app.may({ phone: '+525587654321' })).toBe('allow opted-in');
    expect(await app.may(user)).toBe('deny never-asked');
  });

  it('has no window with anybody before they write to the new number', async () => {
    expect(await app.may(user, 'free-form')).toBe('deny window-closed');
    // What they write to the old one opens none, nor does a call to it.
    await app.write(first, ana, 'are you there?');
    const timestamp = String(Math.floor(app.api.now / 1000));
    const call = { id: 'wacid.1', from: ana.waId, event: 'connect', direction: 'USER_INITIATED', timestamp };
    await app.deliver({ ...messagesChange(first.phoneNumberId, { calls: [call] }), field: 'calls' });
    expect(await app.may(user, 'free-form')).toBe('deny window-closed');
    const seen = async () => (await app.post('users/search', user)).body;
    expect(await seen()).toMatchObject({ activity: 'inactive', window: { state: 'closed' } });
    expect((await seen()).window).not.toHaveProperty('lastInboundAt');
    await app.write(sibling, ana, 'hola');
    expect(await app.may(user, 'free-form')).toBe('allow window-open');
    expect(await seen()).toMatchObject({ activity: 'active', window: { state: 'open' } });
  });

  it('is answered from the new number only for what was said to it', async () => {
    await app.write(sibling, ana, 'STOP');
    expect(await app.replies()).toEqual([{ from: sibling.phoneNumberId, to: { waId: ana.waId } }]);
  });

  it('goes back: what was opened in between stays closed, and the number in between is the former one', async () => {
    await app.write(sibling, ana, 'hola');
    expect(await app.change(first)).toMatchObject({ status: 200 });
    app.wait(1);
    expect(await app.may(user, 'free-form')).toBe('deny window-closed');
    await app.write(sibling, ana, 'STOP');
    expect(await app.may(user)).toBe('deny opted-out');
    app.wait(1);
    await app.write(first, ana, 'START');
    expect(await app.may(user, 'free-form')).toBe('allow window-open');
  });
});

it('a STOP whose answer is still to come when the number changes is not answered from the new number', async () => {
  await app.write(first, ana, 'STOP');
  await app.change(sibling);
  app.api.now += 6000;
  expect(await app.replies()).toEqual([]);
});

it('what is kept in the first seconds after a change, while a function may not know of it, opens no window', async () => {
  // This function read the settings a moment ago.
  await app.write(first, ana, 'hola');
  await app.change(sibling);
  app.api.now += 4000;
  await app.write(first, ana, 'hola?');
  app.wait(1);
  expect(await app.may(user, 'free-form')).toBe('deny window-closed');
});

it('an app without a number hears its last one, and has no window', async () => {
  expect((await app.change(null)).status).toBe(200);
  app.wait(1);
  expect(await app.may(user, 'free-form')).toBe('deny window-closed');
  await app.write(first, ana, 'STOP');
  expect(await app.may(user)).toBe('deny opted-out');
});

it('a number that another app has taken since is heard by that app alone', async () => {
  await app.change(sibling);
  await app.api.call('POST', '/v1/apps', {
    body: { appId: 'heir', displayName: 'Heir', whatsapp: { ...first, portfolioId: '10001' } },
  });
  app.wait(1);
  await app.write(first, ana, 'STOP');
  expect(await app.may(user)).toBe('allow opted-in');
});

describe('what has to be said of a number', () => {
  const faults = ({ status, body }: Awaited<ReturnType<MovingApp['change']>>) => [
    status,
    ...(body.errors ?? []).map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
  ];
  const { portfolioId: _unsaid, ...unsaid } = elsewhere;
  const other = { ...sibling, wabaId: '102290129340377' };

  it('nothing more for a WABA that the app has, or had', async () => {
    expect(faults(await app.change(sibling))).toEqual([200]);
    expect(faults(await app.change(null))).toEqual([200]);
    expect(faults(await app.change(first))).toEqual([200]);
  });

  it('the portfolio, for a WABA that is new to the app, also while it has no number', async () => {
    expect(faults(await app.change(unsaid))).toEqual([422, '/whatsapp/portfolioId required']);
    await app.change(null);
    expect(faults(await app.change(unsaid))).toEqual([422, '/whatsapp/portfolioId required']);
    expect(faults(await app.change(elsewhere))).toEqual([422, '/whatsapp/portfolioId unnamed-portfolio']);
  });

  it('first the name of the present one: nobody could tell whether it is the same', async () => {
    expect(faults(await app.change(elsewhere))).toEqual([422, '/whatsapp/portfolioId unnamed-portfolio']);
    const named = await app.change({ ...first, portfolioId: '10001' });
    expect(named.body.whatsapp).toMatchObject({ portfolioId: '10001' });
    expect(faults(await app.change(elsewhere))).toEqual([200]);
    expect((await app.api.call('GET', '/v1/apps/acme')).body.whatsapp).toEqual({
      ...elsewhere,
      phone: '+525500000003',
      provider: 'meta',
    });
  });

  it('a WABA stays in its portfolio, and a phone_number_id too', async () => {
    await app.change({ ...first, portfolioId: '10001' });
    const moved = { ...first, portfolioId: '20002' };
    expect(faults(await app.change(moved))).toEqual([422, '/whatsapp/portfolioId another-portfolio']);
    const sameNumber = { ...elsewhere, phoneNumberId: first.phoneNumberId };
    expect(faults(await app.change(sameNumber))).toEqual([422, '/whatsapp/portfolioId another-portfolio']);
    await app.change(elsewhere);
    const back = { ...sibling, portfolioId: '20002' };
    expect(faults(await app.change(back))).toEqual([422, '/whatsapp/portfolioId another-portfolio']);
    expect((await app.change(sibling)).body.whatsapp).toMatchObject({ portfolioId: '10001' });
  });

  it('another WABA of the same portfolio changes nothing of people', async () => {
    await app.change({ ...first, portfolioId: '10001' });
    expect(faults(await app.change({ ...other, portfolioId: '10001' }))).toEqual([200]);
    expect(await app.may({ bsuid: ana.bsuid })).toBe('allow opted-in');
    await app.write(first, ana, 'STOP');
    await app.write(first, ana, 'START');
    expect(await app.may(user)).toBe('deny opted-out');
    app.wait(1);
    await app.write(first, ana, 'START');
    expect(await app.may(user)).toBe('allow opted-in');
  });

  it('the same change again changes nothing', async () => {
    await app.change({ ...first, portfolioId: '10001' });
    await app.change(elsewhere);
    app.wait(1);
    await app.write(elsewhere, ana, 'hola');
    app.wait(1);
    expect(faults(await app.change(elsewhere))).toEqual([200]);
    app.wait(1);
    expect(await app.may(user, 'free-form')).toBe('allow window-open');
    expect(await app.may({ bsuid: ana.bsuid })).toBe('allow opted-in');
  });
});
