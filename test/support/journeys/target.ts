import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import type { OptLedgerClient } from '../../../client/src/index.ts';
import { command } from '../../../dev/control.ts';
import type { SentMessage } from '../../../dev/outside-world/outside-world.ts';
import { twilioPost } from '../../../dev/outside-world/twilio-webhook.ts';
import { signatureOf, wireForm } from '../ledger/whatsapp-webhook.ts';
import {
  connectCaller,
  type JourneySms,
  scheduleFirer,
  smsPublisher,
  socialPublisher,
  swapObject,
  writeAppSecret,
} from './aws.ts';
import { type BusListener, busListener } from './bus.ts';
import { exchangeOf, journeyClient } from './client.ts';
import { exchange } from './http.ts';
import type { JourneySettings } from './settings.ts';

export type Json = { readonly [field: string]: unknown };

/** An answer of the API; `body` is `{ text }` where it is no JSON object. */
export interface JourneyAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Json;
  readonly bytes: Buffer;
}

export interface CallOptions {
  /** Another key than the one for everything; null sends none. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer of a public page. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  readonly html: string;
  /** Where it leads, when it leads elsewhere: a path of ours, or the whole URL of somebody else's. */
  readonly location?: string;
}

/** A browser of the simplest kind: what it prefers to read, and what it sends when a form is submitted. */
export interface BrowseOptions {
  readonly form?: URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
}

type UntypedRequest = (
  method: string,
  path: string,
  options: { readonly body?: object | undefined; readonly headers: object; readonly parseAs: 'text' },
) => Promise<{ readonly response: Response }>;

/** What a target may be without: the setting that it takes, and why it is not there. */
const needs = {
  webhook: ['appSecret', 'JOURNEY_APP_SECRET is not set'],
  verification: ['verifyToken', 'JOURNEY_VERIFY_TOKEN is not set'],
  sms: ['smsTopicArn', 'JOURNEY_SMS_TOPIC_ARN is not set'],
  social: ['whatsappTopicArn', 'JOURNEY_WHATSAPP_TOPIC_ARN is not set'],
  twilio: ['publicUrl', 'JOURNEY_PUBLIC_URL is not set'],
  schedules: ['scheduleGroup', 'JOURNEY_SCHEDULE_GROUP is not set'],
  connect: ['connectFunction', 'JOURNEY_CONNECT_FUNCTION is not set'],
  outside: ['outsideUrl', 'JOURNEY_OUTSIDE_URL is not set'],
  bus: ['eventBusName', 'JOURNEY_EVENT_BUS_NAME is not set'],
  example: ['local', 'the example of the client is run against local mode only'],
  options: ['local', 'the emulator answers OPTIONS itself (docs/emulated-aws.md)'],
} as const satisfies { readonly [capability: string]: readonly [keyof JourneySettings, why: string] };
export type Capability = keyof typeof needs;

/** A running product, met from outside: over HTTP, by webhooks, by SMS, and by what it sends. */
export interface JourneyTarget {
  readonly run: string;
  readonly verifyToken: string;
  /** Whether the journey has to be skipped because the target cannot do something; says so. Local mode can do everything. */
  lacks(...capabilities: readonly Capability[]): boolean;
  /** The typed client of the API, with this key or the one for everything. */
  client(key?: string): OptLedgerClient;
  /** A call as somebody writes it who has no types: any method, path and body. It goes through the client, too. */
  call(method: string, path: string, body?: object, options?: CallOptions): Promise<JourneyAnswer>;
  /** Asks for a public page without any key, as a browser does, and follows nothing. Of a URL only path and query count. */
  browse(method: 'GET' | 'HEAD' | 'POST', url: string, options?: BrowseOptions): Promise<PageAnswer>;
  /** Delivers a payload as Meta does, signed with the app secret, or with another one. The status that Meta sees. */
  whatsapp(payload: object, secret?: string): Promise<number>;
  sms(sms: JourneySms): Promise<void>;
  /** One body of Meta's as AWS publishes it: its entry without the envelope. */
  social(body: object): Promise<void>;
  /** Posts a message as Twilio does for an app, signed over the public URL. The status that Twilio sees. */
  twilio(appId: string, fields: { readonly [name: string]: string }, authToken: string): Promise<number>;
  /** Posts JSON to a path of ours as another service does. The status that it sees. */
  hook(path: string, payload: object): Promise<number>;
  /** Writes a secret of one app, beside whatever runs. */
  appSecret(appId: string, name: string, secret: object): Promise<void>;
  /** What time it is there, epoch milliseconds: tests of local mode may have moved its clock. */
  now(): Promise<number>;
  fireSchedule(scheduleId: string, scheduledTime: Date): Promise<void>;
  /** What a flow of Amazon Connect is answered. */
  contact(event: object): Promise<Readonly<Record<string, string>>>;
  /** Begins to listen to the events of an app on the bus. */
  listen(appId: string): Promise<BusListener>;
  /** Sends a file to a presigned address, as a browser does. The status that it sees. */
  sendFile(url: string, headers: Readonly<Record<string, string>>, file: string): Promise<number>;
  /** Writes an object beside whatever runs, or gives back what is there: to break what a step will read, and to mend it. */
  swapObject(nextTo: string, key: string, text: string): Promise<string>;
  /** Opens a presigned link, as a browser does. */
  fetchFile(url: string): Promise<{ readonly status: number; readonly bytes: Buffer }>;
  /** The next message of ours to somebody is refused by its provider, with this code. */
  refuse(to: string, code: string): Promise<void>;
  /** What went out from one of our numbers (Meta's phone number id, or an SMS number), oldest first. */
  sentFrom(number: string): Promise<readonly SentMessage[]>;
}

/** The target of this run. */
export function journeyTarget(settings: JourneySettings = inject('journey')): JourneyTarget {
  if (settings === undefined) throw new Error('Run the journeys with their own projects: npm run test:journeys');
  const { run, baseUrl, hostHeader, apiKey, verifyToken = '', outsideUrl } = settings;
  const host: Readonly<Record<string, string>> = hostHeader === undefined ? {} : { host: hostHeader };
  const publishSms = smsPublisher(settings);
  const publishSocial = socialPublisher(settings);
  const fire = scheduleFirer(settings);
  const contact = connectCaller(settings);
  const listenTo = busListener(settings);
  const clientWith = (key: string | null) => journeyClient({ baseUrl, headers: host }, key);

  return {
    run,
    verifyToken,
    lacks(...capabilities) {
      if (settings.local !== undefined) return false;
      const missing = capabilities.filter((capability) => settings[needs[capability][0]] === undefined);
      for (const capability of missing) {
        console.log(`Skipped, because this target has no ${capability}: ${needs[capability][1]}.`);
      }
      return missing.length > 0;
    },
    client: (key = apiKey) => clientWith(key),
    async call(method, path, body, { key = apiKey, headers = {} } = {}) {
      const untyped = clientWith(key).request as unknown as UntypedRequest;
      const { response } = await untyped(method, path, { body, headers, parseAs: 'text' });
      const answer = exchangeOf(response);
      return { ...answer, body: jsonOf(answer.bytes) };
    },
    async browse(method, url, { form, headers = {} } = {}) {
      const type: Readonly<Record<string, string>> =
        form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
      const all = { ...host, 'user-agent': 'Journey', ...type, ...headers };
      const answer = await exchange(method, `${baseUrl}${pathOf(url)}`, all, form?.toString());
      const { location } = answer.headers;
      return { ...answer, html: answer.bytes.toString(), ...(location !== undefined && { location }) };
    },
    async whatsapp(payload, secret = settings.appSecret) {
      const raw = wireForm(payload);
      const headers = { ...host, 'content-type': 'application/json', 'x-hub-signature-256': signatureOf(raw, secret) };
      return (await exchange('POST', `${baseUrl}/webhooks/whatsapp`, headers, raw)).status;
    },
    async sms(sms) {
      if (publishSms === undefined) throw new Error('This target takes no SMS.');
      await publishSms(sms);
    },
    async social(body) {
      if (publishSocial === undefined) throw new Error('This target takes nothing of AWS on WhatsApp.');
      const [entry] = (body as { readonly entry: readonly object[] }).entry;
      await publishSocial(entry ?? {});
    },
    async twilio(appId, fields, authToken) {
      const path = `/webhooks/twilio/${appId}/messages`;
      const { headers, body } = twilioPost(`${settings.publicUrl}${path}`, fields, authToken);
      return (await exchange('POST', `${baseUrl}${path}`, { ...host, ...headers }, body)).status;
    },
    async hook(path, payload) {
      const headers = { ...host, 'content-type': 'application/json' };
      return (await exchange('POST', `${baseUrl}${path}`, headers, JSON.stringify(payload))).status;
    },
    appSecret: (appId, name, secret) => writeAppSecret(settings, appId, name, secret),
    async now() {
      if (settings.local === undefined) return Date.now();
      const { now } = (await command(settings.local.dataFolder, 'clock', 0)) as { readonly now: string };
      return Date.parse(now);
    },
    async fireSchedule(scheduleId, scheduledTime) {
      if (fire === undefined) throw new Error('This target names no schedule group.');
      await fire(scheduleId, scheduledTime);
    },
    async contact(event) {
      if (contact === undefined) throw new Error('This target names no function for flows.');
      return contact(event);
    },
    async listen(appId) {
      if (listenTo === undefined) throw new Error('This target names no bus.');
      return listenTo(appId);
    },
    sendFile: async (url, headers, file) => (await exchange('PUT', url, headers, file)).status,
    swapObject: (nextTo, key, text) => swapObject(settings, nextTo, key, text),
    fetchFile: (url) => exchange('GET', url),
    async refuse(to, code) {
      await exchange('POST', `${outsideUrl}/refusals`, {}, JSON.stringify({ to, code }));
    },
    async sentFrom(number) {
      const { bytes } = await exchange('GET', `${outsideUrl}/sent`);
      const { data } = JSON.parse(bytes.toString()) as { readonly data: readonly SentMessage[] };
      return data.filter(({ from }) => from === number);
    },
  };
}

/**
 * Repeats an assertion until it holds: what is done after the answer is seen here. Works outside of vitest too, where the suite on emulated
 * AWS uses it.
 *
 * @param within milliseconds; then it rejects with what the assertion threw last
 */
export async function eventually<Result>(assertion: () => Promise<Result>, within = 30_000): Promise<Result> {
  const end = performance.now() + within;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() >= end) throw error;
      await wait(100);
    }
  }
}

/** The rows of a page of a list. */
export const rowsOf = ({ body }: Pick<JourneyAnswer, 'body'>): readonly Json[] => body.data as readonly Json[];

/** The rows of all pages of a list: a kept table may hold those of earlier runs too. */
export async function everyRow(page: (cursor: string) => Promise<JourneyAnswer>): Promise<readonly Json[]> {
  const rows: Json[] = [];
  let cursor: unknown = '';
  while (cursor !== null) {
    const answer = await page(cursor === '' ? '' : `&cursor=${encodeURIComponent(String(cursor))}`);
    if (answer.status !== 200) throw new Error(`A page of a list is not answered: ${JSON.stringify(answer.body)}`);
    rows.push(...rowsOf(answer));
    cursor = answer.body.nextCursor;
  }
  return rows;
}

function jsonOf(bytes: Buffer): Json {
  const text = bytes.toString();
  if (!text.startsWith('{')) return { text };
  return JSON.parse(text) as Json;
}

/** Path and query of a URL, or of a path. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url, 'https://any');
  return `${pathname}${search}`;
}
