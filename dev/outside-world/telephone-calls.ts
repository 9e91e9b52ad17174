import { createHmac, randomUUID } from 'node:crypto';
import { type FrontDoor, type KnownApp, knownApps } from './known-apps.ts';

/** By whom a call comes to us. */
export const callWays = ['twilio', 'exotel', 'connect'] as const;
export type CallWay = (typeof callWays)[number];

/** Somebody calls one of our numbers. */
export interface SimulatedCall {
  /** As WhatsApp writes it: digits only. Empty = they show no number. */
  readonly from: string;
  /** Our number; without it the first one of the app. */
  readonly to?: string;
  /** Without it the only app that has numbers to call. */
  readonly app?: string;
  readonly by?: CallWay;
}

/** What came of a call: the last status, and what they heard, if that is known. */
export interface CallResult {
  readonly status: number;
  readonly heard?: string;
}

/** What calls need of the running local mode. */
export interface Switchboard extends FrontDoor {
  /** The address that Twilio was given, over which it signs. */
  publicUrl(): string;
  readonly twilioToken: string;
  /** Calls the function of Amazon Connect. */
  contact(event: object): Promise<Readonly<Record<string, string>>>;
}

/** Calls on the telephone, as Twilio, Exotel and Amazon Connect tell of them. */
export function telephoneCalls(system: Switchboard) {
  /** The secret addresses of Exotel, made when they are needed first: nobody tells them a second time. */
  const hooks = new Map<string, string>();

  async function twilio(path: string, form: Readonly<Record<string, string>>): Promise<CallResult & { twiml: string }> {
    const url = `${system.publicUrl()}${path}`;
    const signed = Object.keys(form)
      .sort()
      .reduce((text, name) => text + name + form[name], url);
    const response = await fetch(`${system.baseUrl}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': createHmac('sha1', system.twilioToken).update(signed).digest('base64'),
      },
      body: new URLSearchParams(form),
    });
    const twiml = await response.text();
    return { status: response.status, twiml, heard: wordsIn(twiml) };
  }

  async function exotel(app: KnownApp, query: Readonly<Record<string, string>>): Promise<CallResult> {
    const url = hooks.get(app.appId) ?? (await newHook(app.appId));
    hooks.set(app.appId, url);
    const { pathname } = new URL(url);
    const response = await fetch(`${system.baseUrl}${pathname}?${new URLSearchParams(query)}`);
    await response.arrayBuffer();
    return { status: response.status };
  }

  async function newHook(appId: string): Promise<string> {
    const response = await fetch(`${system.baseUrl}/v1/apps/${appId}/call-hooks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${system.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'exotel' }),
    });
    const { url, detail } = (await response.json()) as { url?: string; detail?: string };
    if (url === undefined) throw new Error(`No address for calls could be made: ${detail}`);
    return url;
  }

  const contactOf = (from: string, to: string, callId: string, parameters: object) => ({
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: {
        ContactId: callId,
        InitialContactId: callId,
        Channel: 'VOICE',
        InitiationMethod: 'INBOUND',
        CustomerEndpoint: from === '' ? null : { Type: 'TELEPHONE_NUMBER', Address: `+${from}` },
        SystemEndpoint: { Type: 'TELEPHONE_NUMBER', Address: to },
        Attributes: {},
      },
      Parameters: parameters,
    },
  });

  return {
    /** They let it ring, or hang up before anybody answers. */
    async missedCall(call: SimulatedCall): Promise<CallResult> {
      const { app, from, to } = await meant(system, call);
      const id = randomUUID().replaceAll('-', '');
      if (call.by === 'exotel')
        return exotel(app, { CallSid: id, CallFrom: from, CallTo: to, Direction: 'incoming', CallType: 'incomplete' });
      const form = { CallSid: `CA${id}`, From: from, To: to, CallStatus: 'ringing', Direction: 'inbound' };
      const { status } = await twilio(`/webhooks/twilio/${app.appId}/voice/missed-call`, form);
      return { status };
    },

    /** They hear the menu, and press a key; none at all without `digits`. */
    async ivr({
      digits = '',
      locale,
      ...call
    }: SimulatedCall & { digits?: string; locale?: string }): Promise<CallResult> {
      const { app, from, to } = await meant(system, call);
      const id = randomUUID().replaceAll('-', '');
      if (call.by === 'exotel') {
        const pressed = { digits: `"${digits}"`, Direction: 'incoming', CallType: 'incomplete' };
        return exotel(app, { CallSid: id, CallFrom: from, CallTo: to, ...pressed });
      }
      if (call.by === 'connect') {
        const parameters = { app: app.appId, ...(locale !== undefined && { locale }) };
        const asked = await system.contact(contactOf(call.from, to, id, parameters));
        if (digits === '') return { status: 200, heard: asked.text ?? '' };
        const key = { ...parameters, digits, said: asked.said };
        const { text = '' } = await system.contact(contactOf(call.from, to, id, key));
        return { status: 200, heard: text };
      }
      const form = { CallSid: `CA${id}`, From: from, To: to, CallStatus: 'in-progress', Direction: 'inbound' };
      const path = `/webhooks/twilio/${app.appId}/voice/ivr`;
      const menu = await twilio(locale === undefined ? path : `${path}?locale=${encodeURIComponent(locale)}`, form);
      const action = /action="([^"]+)"/.exec(menu.twiml)?.[1]?.replaceAll('&amp;', '&');
      if (action === undefined) return { status: menu.status, heard: menu.heard ?? '' };
      const { pathname, search } = new URL(action);
      const key: Readonly<Record<string, string>> = digits === '' ? {} : { Digits: digits };
      const { status, heard = '' } = await twilio(`${pathname}${search}`, { ...form, ...key, msg: 'Gather End' });
      return { status, heard };
    },
  };
}

/** The app and its number that a call is for. Errors: no app has one, or several and none is named. */
async function meant(system: FrontDoor, { app: named, from, to }: SimulatedCall) {
  const apps = (await knownApps(system)).filter(({ telephone }) => (telephone?.numbers.length ?? 0) > 0);
  const [app, ...others] = apps.filter(({ appId }) => named === undefined || appId === named);
  if (app === undefined)
    throw new Error(
      `${named === undefined ? 'No app has' : `The app "${named}" has no`} telephone number (docs/telephone.md).`,
    );
  if (others.length > 0)
    throw new Error(`Say which app with --app: ${[app, ...others].map(({ appId }) => appId).join(', ')}.`);
  return { app, from: from === '' ? '' : `+${from}`, to: to ?? app.telephone?.numbers[0]?.phone ?? '' };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a machine says of TwiML. */
const wordsIn = (twiml: string): string =>
  (/<Say[^>]*>([^<]*)<\/Say>/.exec(twiml)?.[1] ?? '').replace(
    /&(\w+);/g,
    (whole, name: string) => entities[name] ?? whole,
  );
