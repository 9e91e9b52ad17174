import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { callHookStore } from '../../../lambdas/adapters/dynamodb/admin/call-hook-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { keptAside } from '../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { referenceOf } from '../../../lambdas/adapters/random/new-reference.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import type { Telephone } from '../../../lambdas/domain/app/telephone.ts';
import type { CallHook } from '../../../lambdas/domain/telephone/call-hook.ts';
import { presets } from '../../../lambdas/domain/telephone/call-mapping.ts';
import { type Template, unknownTemplate } from '../../../lambdas/domain/templates/template.ts';
import { saidName } from '../../../lambdas/edge/api/telephone/said-name.ts';
import { connectFlow } from '../../../lambdas/handlers/connect-flow.ts';
import { telephone } from '../../../lambdas/handlers/telephone.ts';
import { send } from '../api/http-event.ts';
import { lambdaContext } from '../api/lambda-context.ts';
import { type ChattingApp, chattingApp } from '../ledger/chatting-app.ts';
import { acme, identifierKey, noon } from '../ledger/ledger-bench.ts';

export const publicUrl = 'https://in.example';
export const authToken = '0123456789abcdef0123456789abcdef';
/** The number of Acme that people call. */
export const acmePhone = '+18005551212';
export const anna = '14158675309';

export const calls: Telephone = {
  numbers: [{ phone: acmePhone }],
  noticeId: 'hello',
  welcome: [{ locale: 'en', name: 'may_we', language: 'en_US' }],
  missedCalls: { enabled: true },
  ivr: { enabled: true, offersNo: true },
};

export interface CallingApp extends ChattingApp {
  /** A request of Twilio, signed as it signs. */
  twilio(
    what: string,
    form: Readonly<Record<string, string>>,
    how?: { token?: string; query?: Readonly<Record<string, string>> },
  ): Promise<Answer>;
  hook(hook?: Partial<CallHook>): Promise<string>;
  /** A request to a secret address. */
  at(
    secret: string,
    method: 'GET' | 'POST' | 'HEAD',
    query: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<Answer>;
  connect(event: unknown): Promise<Record<string, string>>;
  /** Meta's word of the template. */
  approve(change?: Partial<Template>, buttons?: readonly string[]): Promise<void>;
}
interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Acme with telephone numbers: what is deployed for calls, beside the chat, on the real database. */
export async function callingApp(settings: Telephone = calls, parts: Partial<App> = {}): Promise<CallingApp> {
  const chat = await chattingApp({ automatedMessage: { enabled: false }, telephone: settings, ...parts });
  const { table, now } = chat.bench;
  let age = 0;
  const deps = {
    // Nothing of the settings is remembered.
    apps: appStore(table, () => (age += 1_000_000_000)),
    hooks: callHookStore(table),
    ledger: chat.bench.ledger,
    points: pointStore(table),
    pointOf: referenceOf(identifierKey),
    notices: noticeStore(table),
    nameOf: saidName,
    aside: keptAside(table, now),
    secrets: {
      read: async (appId: string) => (appId === 'acme' ? { authToken } : undefined),
      readAnew: async () => undefined,
    },
    publicUrl,
    now,
  };
  const handler = telephone(deps);
  const flow = connectFlow(deps);
  const templates = templateStore(table);
  const name = { wabaId: acme.whatsapp?.wabaId ?? '', name: 'may_we', language: 'en_US' };
  const calling: CallingApp = {
    ...chat,
    get app() {
      return chat.app;
    },
    async twilio(what, form, { token = authToken, query = {} } = {}) {
      const path = `/webhooks/twilio/acme/voice/${what}`;
      const asked = new URLSearchParams(query).toString();
      const url = `${publicUrl}${path}${asked === '' ? '' : `?${asked}`}`;
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': getExpectedTwilioSignature(token, url, { ...form }),
      };
      return send(handler, 'POST', path, { body: new URLSearchParams(form).toString(), base64: true, headers, query });
    },
    async hook(hook = {}) {
      const { secret } = await deps.hooks.create({
        ...{ appId: 'acme', provider: 'exotel', country: 'IN', mapping: presets.exotel, createdAt: noon },
        ...hook,
      });
      return secret;
    },
    at: (secret, method, query, body) =>
      send(handler, method, `/webhooks/calls/acme/${secret}`, { query, ...(body !== undefined && { body }) }),
    connect: async (event) => ({ ...(await flow(event, lambdaContext())) }),
    async approve(change = {}, buttons = ['Yes, I agree', 'No, thanks']) {
      await templates.change(name, (before) => ({
        after: {
          ...(before ?? unknownTemplate(name)),
          status: { is: 'approved', since: noon, at: noon },
          category: { is: 'utility', since: noon, at: noon },
          version: (before?.version ?? 0) + 1,
          ...change,
        },
        words: { body: 'May Acme write to you?', buttons: buttons.map((text) => ({ kind: 'quick-reply', text })) },
      }));
    },
  };
  await calling.approve();
  return calling;
}
