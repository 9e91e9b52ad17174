import { beforeEach, describe, expect, it } from 'vitest';
import { elsewhere, first, type MovingApp, movingApp, sibling } from '../support/ledger/moving-app.ts';
import { messagesChange } from '../support/ledger/whatsapp-webhook.ts';

/** Ana is known by both, Eva by her BSUID alone, Paz by her number. BSUIDs of the second portfolio begin with a 2. */
const ana = { waId: '5215512345678', bsuid: 'MX.1001' };
const eva = { bsuid: 'MX.1002' };
const paz = { waId: '5215512345680' };
const anaNow = { waId: ana.waId, bsuid: 'MX.2001' };
const numberOf = { ana: { phone: '+525512345678' }, paz: { phone: '+525512345680' } };
const bsuidOf = (who: { readonly bsuid: string }) => ({ bsuid: who.bsuid });

let app: MovingApp;
beforeEach(async () => {
  app = await movingApp();
  await app.change({ ...first, portfolioId: '10001' });
  await app.optIn(numberOf.ana);
  await app.optIn(bsuidOf(eva));
  await app.optIn(numberOf.paz);
  await app.write(first, ana, 'hola');
  app.wait(10);
  for (const user of [numberOf.ana, bsuidOf(ana), bsuidOf(eva), numberOf.paz])
    expect(await app.may(user)).toBe('allow opted-in');
  expect((await app.change(elsewhere)).status).toBe(200);
  app.wait(1);
});

const userId = async (user: object) => (await app.post('users/search', user)).body.userId;

describe('after a change of portfolio', () => {
  it('people are kept by number, and nobody is written to by a BSUID of the former one', async () => {
    expect(await app.may(numberOf.ana)).toBe('allow opted-in');
    expect(await app.may(numberOf.paz)).toBe('allow opted-in');
    expect(await app.may(bsuidOf(eva))).toBe('deny former-portfolio');
    expect(await app.may(bsuidOf(ana))).toBe('deny former-portfolio');
    expect(await app.may({ ...numberOf.ana, ...bsuidOf(ana) })).toBe('allow opted-in');
    expect(await app.may(bsuidOf(eva), 'free-form')).toMatch(/^deny former-portfolio/);
    expect(await app.may({ userId: await userId(bsuidOf(eva)) })).toBe('deny former-portfolio');
    expect(await app.may({ userId: await userId(numberOf.ana) })).toBe('allow opted-in');
  });

  it('a check of a hundred answers the same', async () => {
    const users = [numberOf.ana, bsuidOf(ana), bsuidOf(eva), { ...numberOf.ana, ...bsuidOf(ana) }, { bsuid: 'MX.9' }];
    const items = users.map((user) => ({ user, purpose: 'offers' }));
    const { body } = await app.post('eligibility/bulk', { items });
    const codes = body.data.map((each: { body: { reasons: { code: string }[] } }) => each.body.reasons[0]?.code);
    expect(codes).toEqual(['opted-in', 'former-portfolio', 'former-portfolio', 'opted-in', 'never-asked']);
  });

  it('a former BSUID is shown to nobody as an address', async () => {
    for (const user of [numberOf.ana, bsuidOf(eva)]) {
      const found = await app.post('users/search', user);
      expect(found.status).toBe(200);
      expect(found.body).not.toHaveProperty('bsuid');
    }
    const { body } = await app.api.call('GET', '/v1/apps/acme/users');
    expect(JSON.stringify(body)).not.toMatch(/MX\.100/);
  });

  it('a new BSUID that a payload shows with the number joins the person, who is then found by it', async () => {
    const known = await userId(numberOf.ana);
    await app.write(elsewhere, anaNow, 'hola');
    const since = new Date(app.api.now - 60_000).toISOString();
    const { body } = await app.api.call('GET', '/v1/apps/acme/withdrawals', { query: { since } });
    expect(body.data).toEqual([]);
    expect(await app.may(bsuidOf(anaNow))).toBe('allow opted-in');
    expect((await app.post('users/search', bsuidOf(anaNow))).body).toMatchObject({ userId: known, bsuid: 'MX.2001' });
    expect(await userId(bsuidOf(ana))).toBe(known);
    await app.write(elsewhere, bsuidOf(anaNow), 'STOP');
    expect(await app.may(numberOf.ana)).toBe('deny opted-out');
  });

  it('a new BSUID alone is somebody of whom nothing is known', async () => {
    await app.write(elsewhere, { bsuid: 'MX.2002' }, 'hola');
    expect(await app.may({ bsuid: 'MX.2002' })).toBe('deny never-asked');
    expect(await app.may({ bsuid: 'MX.2002' }, 'free-form')).toBe('allow window-open');
  });

  it('the same letters from the new portfolio are somebody else', async () => {
    await app.write(elsewhere, eva, 'hola');
    expect(await app.may(bsuidOf(eva))).toBe('deny never-asked');
    await app.write(elsewhere, { waId: '5215512345699', bsuid: ana.bsuid }, 'hola');
    expect(await app.may({ phone: '+525512345699' })).toBe('deny never-asked');
    expect(await app.may(numberOf.ana)).toBe('allow opted-in');
    await app.write(elsewhere, bsuidOf(ana), 'STOP');
    expect(await app.may(numberOf.ana)).toBe('allow opted-in');
  });

  it('a STOP that still comes to the old number denies the person, by number and BSUID or by BSUID alone', async () => {
    expect(await app.write(first, bsuidOf(ana), 'STOP')).toBe(200);
    expect(await app.may(numberOf.ana)).toBe('deny opted-out');
    await app.write(first, { waId: paz.waId, bsuid: 'MX.1003' }, 'STOP');
    expect(await app.may(numberOf.paz)).toBe('deny opted-out');
    await app.write(first, eva, 'STOP');
    expect(await app.may(bsuidOf(eva))).toBe('deny former-portfolio opted-out');
    expect(await app.replies()).toEqual([]);
  });

  it('also where the new BSUID came first: the old number takes nobody’s number away', async () => {
    await app.write(elsewhere, { waId: '5215512345681', bsuid: 'MX.2003' }, 'STOP');
    await app.optIn({ phone: '+525512345682' });
    await app.write(elsewhere, { waId: '5215512345682', bsuid: 'MX.2004' }, 'hola');
    // Eva has a number that the new portfolio knows: what she says at the old one stands there, and what was said there stands too.
    await app.write(first, { waId: '5215512345681', bsuid: eva.bsuid }, 'no more offers');
    expect(await app.may({ phone: '+525512345681' }, 'template', 'order-updates')).toBe('deny opted-out');
    await app.write(first, { waId: '5215512345682', bsuid: 'MX.1009' }, 'STOP');
    expect(await app.may({ bsuid: 'MX.2004' })).toBe('deny opted-out');
  });

  it('nothing but a no counts at the old number', async () => {
    await app.write(elsewhere, anaNow, 'STOP');
    app.wait(1);
    await app.write(first, ana, 'START');
    expect(await app.may(numberOf.ana)).toBe('deny opted-out');
    expect(await app.keptAside()).toEqual([]);
    await app.write(elsewhere, anaNow, 'START');
    expect(await app.may(numberOf.ana)).toBe('allow opted-in');
  });

  it('a change of number of which the old number hears is followed', async () => {
    const timestamp = String(app.api.now / 1000);
    const system = { type: 'user_changed_number', wa_id: '5215587654321', user_id: 'MX.1011', body: 'User changed' };
    const who = { from: ana.waId, from_user_id: ana.bsuid };
    const notice = { ...who, id: 'wamid.MOVED', timestamp, type: 'system', system };
    await app.write(elsewhere, anaNow, 'hola');
    await app.deliver(messagesChange(first.phoneNumberId, { messages: [notice] }));
    expect(await app.may({ phone: '+525587654321' })).toBe('allow opted-in');
    expect(await app.may(bsuidOf(anaNow))).toBe('allow opted-in');
    expect((await app.post('users/search', { phone: '+525587654321' })).body).toMatchObject({ bsuid: 'MX.2001' });
    await app.write(first, { bsuid: 'MX.1011' }, 'STOP');
    expect(await app.may({ phone: '+525587654321' })).toBe('deny opted-out');
  });

  it('a window of the old number is none, and the new one opens its own', async () => {
    expect(await app.may(numberOf.ana, 'free-form')).toBe('deny window-closed');
    await app.write(elsewhere, anaNow, 'hola');
    expect(await app.may(numberOf.ana, 'free-form')).toBe('allow window-open');
  });

  describe('what callers still say of a former BSUID', () => {
    it('a yes that names nothing else is refused, single and in bulk', async () => {
      const refused = { pointer: '/user/bsuid', code: 'former-portfolio' };
      expect(await app.optIn(bsuidOf(eva))).toMatchObject({ status: 422, body: { errors: [refused] } });
      const evidence = { documentRef: 'A-1' };
      const rest = { purposes: ['offers'], saidAt: new Date(app.api.now).toISOString(), source: 'paper', evidence };
      const items = [
        { user: bsuidOf(eva) },
        { user: { ...numberOf.paz, ...bsuidOf(eva) } },
        { user: { bsuid: 'MX.2009' } },
      ];
      const said = items.map((each) => ({ ...each, ...rest, by: 'data-subject' }));
      const { body } = await app.post('opt-ins/bulk', { items: said });
      expect(body.data).toMatchObject([{ status: 422, body: { errors: [refused] } }, { status: 201 }, { status: 201 }]);
      expect(await app.may({ bsuid: 'MX.2009' })).toBe('allow opted-in');
    });

    it('a retry of a yes from before the change is answered as it was then', async () => {
      await app.change(first);
      app.wait(1);
      const act = { eventId: 'yes-1', saidAt: new Date(app.api.now).toISOString() };
      const firstAnswer = await app.optIn(bsuidOf(eva), act);
      await app.change(elsewhere);
      app.wait(1);
      expect(await app.optIn(bsuidOf(eva), act)).toMatchObject({ status: 201, body: firstAnswer.body });
    });

    it('a no stands for whoever had it, and for the number that is theirs', async () => {
      const no = {
        purposes: 'all',
        saidAt: new Date(app.api.now).toISOString(),
        source: 'call-centre',
        by: 'data-subject',
      };
      const answer = await app.post('opt-outs', { ...no, user: bsuidOf(ana) });
      expect(answer).toMatchObject({ status: 201, body: { userId: await userId(numberOf.ana) } });
      expect(await app.may(numberOf.ana)).toBe('deny opted-out');
      await app.post('opt-outs', { ...no, user: { ...numberOf.paz, ...bsuidOf(eva) } });
      expect(await app.may(numberOf.paz)).toBe('deny opted-out');
      expect(await app.may({ userId: await userId(bsuidOf(eva)) })).toBe('deny former-portfolio opted-out');
    });

    it('a no under it denies a question that names it beside a number', async () => {
      await app.write(first, eva, 'STOP');
      expect(await app.may({ ...numberOf.paz, ...bsuidOf(eva) })).toBe('deny opted-out');
    });
  });

  it('going back: former BSUIDs name people again, and those of the portfolio in between do not', async () => {
    await app.write(elsewhere, anaNow, 'hola');
    await app.write(elsewhere, { bsuid: 'MX.2005' }, 'hola');
    await app.optIn({ bsuid: 'MX.2005' });
    await app.write(first, eva, 'STOP');
    expect((await app.change(sibling)).body.whatsapp).toMatchObject({ portfolioId: '10001' });
    app.wait(1);
    expect(await app.may(bsuidOf(ana))).toBe('allow opted-in');
    expect(await app.may(bsuidOf(eva))).toBe('deny opted-out');
    expect(await app.may({ bsuid: 'MX.2005' })).toBe('deny former-portfolio');
    expect(await app.may(bsuidOf(anaNow))).toBe('deny former-portfolio');
    expect(await app.may(numberOf.ana)).toBe('allow opted-in');
    await app.write(sibling, ana, 'hola');
    expect((await app.post('users/search', numberOf.ana)).body).toMatchObject({ bsuid: ana.bsuid });
    await app.write(elsewhere, bsuidOf(anaNow), 'STOP');
    expect(await app.may(numberOf.ana)).toBe('deny opted-out');
  });

  it('a second change to a third portfolio', async () => {
    await app.write(elsewhere, anaNow, 'hola');
    const third = { phoneNumberId: '306540352242955', phone: '+525500000009', wabaId: '30229', portfolioId: '30003' };
    expect((await app.change(third)).status).toBe(200);
    app.wait(1);
    await app.write(third, { waId: ana.waId, bsuid: 'MX.3001' }, 'hola');
    expect(await app.may({ bsuid: 'MX.3001' })).toBe('allow opted-in');
    for (const former of [ana, anaNow]) {
      expect(await app.may(bsuidOf(former))).toBe('deny former-portfolio');
      expect(await app.post('users/search', bsuidOf(former))).toMatchObject({
        status: 200,
        body: { bsuid: 'MX.3001' },
      });
    }
    await app.write(elsewhere, bsuidOf(anaNow), 'STOP');
    expect(await app.may({ bsuid: 'MX.3001' })).toBe('deny opted-out');
  });
});
