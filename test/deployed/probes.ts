import { randomUUID } from 'node:crypto';
import { ago, openShop, type Person, type Shop, written } from '../support/journeys/shop.ts';
import { everyRow, type JourneyTarget, rowsOf } from '../support/journeys/target.ts';
import { sms, smsEvent } from '../support/ledger/sms-notification.ts';
import { delivery, messagesChange, textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { socialEvent } from '../support/providers/social.ts';
import { asideProbe } from './aside-probe.ts';
import { invoke } from './aws-call.ts';
import { chargesProbe, noticesProbe, pagesProbe, pointsProbe } from './collection-probes.ts';
import { exportStepsProbe, exportsApiProbe } from './export-probes.ts';
import { gateProbe } from './gate-probe.ts';
import { gupshupProbe } from './gupshup-probe.ts';
import { expectStatus, type Probe } from './probe.ts';
import { relayProbe } from './relay-probe.ts';
import { replyProbe } from './reply-probe.ts';
import type { Stage } from './stage.ts';
import { connectProbe, telephoneProbe } from './telephone-probe.ts';

/** A probe for each owner of a role, over one shop each. What they stand on is made here, so that probes do not need each other. */
export async function openProbes(stage: Stage): Promise<ReadonlyMap<string, Probe>> {
  const run = randomUUID().slice(0, 8);
  const target = await stage.target(run);
  const open = (name: string) => openShop(name, {}, target);
  const steps = await exportStepsProbe(stage, await open('exported'));
  return new Map<string, Probe>([
    ['health', () => invokeHealth(stage)],
    ['docs', async () => expectStatus(await target.browse('GET', '/openapi.json'), 200)],
    ['console', async () => expectStatus(await target.browse('GET', '/console'), 200)],
    ['authorizer', (round) => authorizerProbe(stage, target, round)],
    ['admin', (round) => adminProbe(target, `${run}-${round}`)],
    ['consent', await consentProbe(await open('consent'), await asideProbe(target))],
    ['eligibility', await eligibilityProbe(await open('eligibility'))],
    ['users', await usersProbe(await open('users'))],
    ['whatsapp-webhook', webhookProbe(await open('webhook'))],
    ['sms-inbound', await smsProbe(stage, await open('text'))],
    ['aws-whatsapp', await socialProbe(stage, await open('social'))],
    ['twilio-webhook', await twilioProbe(target, await open('twilio-probe'))],
    ['relay', await relayProbe(stage)],
    ['send-replies', await replyProbe(stage, await open('replies'))],
    ['export-plan', steps],
    ['export-shard', steps],
    ['export-finish', steps],
    ['exports', await exportsApiProbe(await open('exports'), target)],
    ['notices', noticesProbe(await open('notices'))],
    ['points', await pointsProbe(await open('points'))],
    ['pages', await pagesProbeOf(await open('pages'))],
    ['count-charges', await chargesProbe(stage, await open('charges'))],
    ['gate', await gateProbe(await open('gate'), target)],
    ['telephone', await called(await open('telephone'), (shop, joined) => telephoneProbe(shop, target, joined))],
    ['gupshup', await called(await open('gupshup'), (shop, joined) => gupshupProbe(shop, target, joined))],
    ['connect-flow', await called(await open('connect'), (shop, joined) => connectProbe(stage, shop, target, joined))],
  ]);
}

const called = async (shop: Shop, probe: (shop: Shop, joined: Person) => Promise<Probe>): Promise<Probe> =>
  probe(shop, await joinedPerson(shop, 'Joined'));

const pagesProbeOf = async (shop: Shop): Promise<Probe> => pagesProbe(shop, await joinedPerson(shop, 'Joined'));

async function invokeHealth(stage: Stage): Promise<void> {
  const event = {
    version: '2.0',
    routeKey: 'GET /health',
    rawPath: '/health',
    headers: {},
    requestContext: { requestId: '1', http: { method: 'GET', path: '/health', sourceIp: '127.0.0.1' } },
  };
  const { failed, answer } = await invoke(await stage.functionName('health'), event);
  if (failed || (answer as { statusCode?: number }).statusCode !== 200) throw new Error('Health does not answer.');
}

/** With a new key each time: the use of a key is noted once an hour. */
async function authorizerProbe(stage: Stage, target: JourneyTarget, round: string): Promise<void> {
  const function_ = await stage.functionName('authorizer');
  const made = await target.call('POST', '/v1/keys', { name: round, scopes: ['apps:read'], apps: 'all' });
  const { failed, answer } = await invoke(function_, {
    headers: { authorization: `Bearer ${made.body.key}` },
    requestContext: { http: { sourceIp: '127.0.0.1' } },
  });
  if (failed || (answer as { isAuthorized?: boolean }).isAuthorized !== true)
    throw new Error('A good key is turned away.');
  const keys = await everyRow((cursor) => target.call('GET', `/v1/keys?limit=100${cursor}`));
  const used = keys.find(({ keyId }) => keyId === made.body.keyId)?.lastUsedAt;
  if (typeof used !== 'string') throw new Error('The use of the key is not noted.');
}

async function adminProbe(target: JourneyTarget, round: string): Promise<void> {
  const shop = await openShop('admin', {}, { ...target, run: round });
  expectStatus(await target.call('GET', '/v1/apps'), 200);
  const smsNumbers = [
    { phone: `${shop.smsNumber.slice(0, -1)}${(Number(shop.smsNumber.at(-1)) + 1) % 10}`, country: 'US' },
  ];
  expectStatus(await target.call('PATCH', `/v1/apps/${shop.appId}`, { smsNumbers }), 200);
  expectStatus(await target.call('GET', `/v1/apps/${shop.appId}`), 200);
  const key = await target.call('POST', '/v1/keys', { name: round, scopes: ['apps:read'], apps: [shop.appId] });
  expectStatus(key, 201);
  expectStatus(await target.call('GET', '/v1/keys'), 200);
  expectStatus(await target.call('POST', `/v1/keys/${key.body.keyId}/rotate`, { graceSeconds: 60 }), 200);
  expectStatus(await target.call('DELETE', `/v1/keys/${key.body.keyId}`), 204);
  await peopleProbe(target, { email: `${round}@acme.example`, role: 'marketer', apps: [shop.appId] });
}

/** Every call of the user pool: somebody is invited, changed, removed, and invited again. */
async function peopleProbe(target: JourneyTarget, somebody: object): Promise<void> {
  const invited = await target.call('POST', '/v1/people', somebody);
  expectStatus(invited, 201);
  const person = `/v1/people/${invited.body.personId}`;
  expectStatus(await target.call('PATCH', person, { role: 'support' }), 200);
  expectStatus(await target.call('DELETE', person), 204);
  expectStatus(await target.call('POST', '/v1/people', somebody), 201);
  expectStatus(await target.call('GET', '/v1/people'), 200);
}

/** Of this person first the number was known, then the account, then that both are one: writes about them check more. */
async function joinedPerson(shop: Shop, name: string): Promise<Person> {
  const person = shop.person(name);
  const byAccount = (at: number, body: string): object => {
    const { from: _from, ...message } = textMessage('', `wamid.${randomUUID()}`, at, body) as { from: string };
    return { ...message, from_user_id: person.bsuid };
  };
  expectStatus(await shop.optIn({ phone: person.phone }), 201);
  expectStatus({ status: await shop.hear(byAccount(ago(9), 'STOP')) }, 200);
  const both = { ...textMessage(person.waId, `wamid.${randomUUID()}`, ago(8), 'hola'), from_user_id: person.bsuid };
  expectStatus({ status: await shop.hear(both) }, 200);
  return person;
}

async function consentProbe(shop: Shop, hearAgain: Probe): Promise<Probe> {
  const joined = await joinedPerson(shop, 'Joined');
  return async (round) => {
    const [ana, eva] = [shop.person(`Ana ${round}`), shop.person(`Eva ${round}`)];
    expectStatus(await shop.optIn({ phone: joined.phone }), 201);
    expectStatus(await shop.optIn({ phone: ana.phone }), 201);
    const once = { eventId: `event-${round}`, saidAt: written(ago(10)) };
    for (let times = 0; times < 2; times += 1) expectStatus(await shop.optIn({ phone: eva.phone }, once), 201);
    expectStatus(await shop.optIn({ bsuid: eva.bsuid }), 201);
    const no = { source: 'call-centre', by: 'data-subject', saidAt: written(ago(5)) };
    expectStatus(await shop.post('opt-outs', { user: { phone: ana.phone }, purposes: ['offers'], ...no }), 201);
    const bulk = await shop.post('opt-outs/bulk', { items: [{ user: { phone: eva.phone }, purposes: 'all', ...no }] });
    expectStatus(bulk, 200);
    for (const { status } of rowsOf(bulk)) expectStatus({ status: Number(status) }, 201);
    await hearAgain(round);
  };
}

async function eligibilityProbe(shop: Shop): Promise<Probe> {
  const ana = shop.person('Ana');
  const { userId } = (await shop.optIn({ phone: ana.phone })).body;
  const ask = { purpose: 'offers', message: 'template' };
  return async () => {
    for (const user of [{ phone: ana.phone }, { userId }, { bsuid: ana.bsuid, phone: ana.phone }])
      expectStatus(await shop.post('eligibility', { user, ...ask }), 200);
    const bulk = await shop.post('eligibility/bulk', { items: [{ user: { phone: ana.phone }, ...ask }] });
    expectStatus(bulk, 200);
    for (const { status } of rowsOf(bulk)) expectStatus({ status: Number(status) }, 200);
  };
}

async function usersProbe(shop: Shop): Promise<Probe> {
  const ana = shop.person('Ana');
  const { userId } = (await shop.optIn({ phone: ana.phone })).body;
  await shop.hear(textMessage(ana.waId, `wamid.${randomUUID()}`, ago(2), 'hola'));
  return async () => {
    const paths = ['users', 'users?consent=opted-in&purpose=offers', 'users?window=open', `users/${userId}`];
    for (const path of [
      ...paths,
      `users/${userId}/statements`,
      `withdrawals?since=${written(ago(60))}`,
      'kept-aside',
      'attention',
    ])
      expectStatus(await shop.get(path), 200);
    expectStatus(await shop.post('users/search', { phone: ana.phone }), 200);
  };
}

function webhookProbe(shop: Shop, hear: Shop['hear'] = shop.hear): Probe {
  return async (round) => {
    const named = (name: string): Person => shop.person(`${name} ${round}`);
    const [ana, eva, moved] = [named('Ana'), named('Eva'), named('Moved')];
    const id = (): string => `wamid.${randomUUID()}`;
    const { from: _from, ...byAccount } = textMessage('', id(), ago(7), 'STOP') as { from: string };
    const move = { type: 'user_changed_number', wa_id: moved.waId, body: `from ${eva.waId} to ${moved.waId}` };
    const batches: readonly (readonly object[])[] = [
      [
        textMessage(ana.waId, id(), ago(9), `OPTIN ${shop.settings.smsName}`),
        textMessage(eva.waId, id(), ago(9), 'hola'),
      ],
      [textMessage(ana.waId, id(), ago(8), 'STOP')],
      [{ ...byAccount, from_user_id: ana.bsuid }],
      [{ ...textMessage(ana.waId, id(), ago(6), 'hola'), from_user_id: ana.bsuid }],
      [textMessage(ana.waId, id(), ago(5), 'START')],
      [{ ...textMessage(eva.waId, id(), ago(4), 'hola'), from_user_id: eva.bsuid }],
      [{ from: eva.waId, id: id(), timestamp: String(ago(3) / 1000), type: 'system', system: move }],
      [textMessage(eva.waId, id(), ago(2), 'STOP')],
      [{ id: id(), timestamp: 'never', type: 'text' }],
    ];
    for (const messages of batches) expectStatus({ status: await hear(...messages) }, 200);
  };
}

/** The same, as AWS hands it to the function: 200 stands for an event that was handled. */
async function socialProbe(stage: Stage, shop: Shop): Promise<Probe> {
  return webhookProbe(shop, async (...messages) => {
    const event = socialEvent(delivery(messagesChange(shop.phoneNumberId, { messages })));
    return (await invoke(await stage.functionName('aws-whatsapp'), event)).failed ? 500 : 200;
  });
}

async function twilioProbe(target: JourneyTarget, shop: Shop): Promise<Probe> {
  const token = randomUUID().replaceAll('-', '');
  await target.appSecret(shop.appId, 'twilio', { accountSid: `AC${'0'.repeat(32)}`, authToken: token });
  const { phone: ours } = shop.settings.whatsapp as { readonly phone: string };
  return async (round) => {
    const [ana, eva] = [shop.person(`Ana ${round}`), shop.person(`Eva ${round}`)];
    const by = (From: string, To: string, Body: string, more: object = {}) => ({ From, To, Body, ...more });
    const chat = (from: string, body: string, more?: object) => by(`whatsapp:${from}`, `whatsapp:${ours}`, body, more);
    const said = [
      by(ana.phone, shop.smsNumber, `OPTIN ${shop.settings.smsName}`),
      by(ana.phone, shop.smsNumber, 'STOP'),
      chat(`+${eva.waId}`, 'hola'),
      chat(eva.bsuid, 'STOP'),
      chat(`+${eva.waId}`, 'hola', { ExternalUserId: eva.bsuid }),
      chat(`+${eva.waId}`, 'START'),
      // A payload shows her account with another number: she moves there.
      chat(`+${shop.person(`Moved ${round}`).waId}`, 'hola', { ExternalUserId: eva.bsuid }),
      by('nobody', shop.smsNumber, 'STOP'),
    ];
    for (const each of said) {
      const status = await target.twilio(shop.appId, { MessageSid: `SM${randomUUID()}`, ...each }, token);
      expectStatus({ status }, 200);
    }
  };
}

async function smsProbe(stage: Stage, shop: Shop): Promise<Probe> {
  const joined = await joinedPerson(shop, 'Joined');
  return async (round) => {
    const function_ = await stage.functionName('sms-inbound');
    const { phone } = shop.person(`Ana ${round}`);
    const texts = [`OPTIN ${shop.settings.smsName}`, 'STOP', 'START', 'HELP'].map((body) => [phone, body] as const);
    for (const [from, body] of [...texts, [joined.phone, 'STOP'] as const]) {
      const message = sms(from, shop.smsNumber, body, randomUUID());
      const { failed } = await invoke(function_, smsEvent(Date.now(), message));
      if (failed) throw new Error(`${body} was not handled.`);
    }
    if ((await invoke(function_, smsEvent(ago(1), `unreadable ${round}`))).failed)
      throw new Error('Nothing was kept aside.');
  };
}
