import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { people } from '../../../lambdas/adapters/dynamodb/identity/people.ts';
import { answerLimit } from '../../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { keptAside } from '../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { sendRecords } from '../../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { sendReplies } from '../../../lambdas/handlers/send-replies.ts';
import { whatsappWebhook } from '../../../lambdas/handlers/whatsapp-webhook.ts';
import { acme, identifierKey, type TestApi, testApi } from '../api/api.ts';
import type { SeenAnswer } from '../api/http-event.ts';
import { lambdaContext } from '../api/lambda-context.ts';
import { asideRows, rowsWhere } from '../table/rows.ts';
import { deliver, delivery, messagesChange, textMessage, webhookSecrets } from './whatsapp-webhook.ts';

export const minute = 60_000;

/** The number of the app at first, another one of the same portfolio, and one of another. */
export const first = acme.whatsapp;
export const sibling = { phoneNumberId: '106540352242933', phone: '+52 55 0000 0002', wabaId: acme.whatsapp.wabaId };
export const elsewhere = {
  phoneNumberId: '206540352242944',
  phone: '+52 55 0000 0003',
  wabaId: '202290129340399',
  portfolioId: '20002',
};

/** Somebody by what a payload shows of them. */
export interface Shown {
  readonly waId?: string;
  readonly bsuid?: string;
}

/** Acme, whose number changes: API and webhook as they are deployed, with a clock that stands still until it is moved. */
export interface MovingApp {
  readonly api: TestApi;
  /** Minutes pass. */
  wait(minutes: number): void;
  change(whatsapp: object | null): Promise<SeenAnswer>;
  /** A text of somebody now, at one of the numbers. */
  write(number: { readonly phoneNumberId: string }, who: Shown, text: string): Promise<number>;
  /** Any change of a webhook. */
  deliver(...changes: readonly object[]): Promise<number>;
  post(path: string, body: object): Promise<SeenAnswer>;
  optIn(user: object, more?: object): Promise<SeenAnswer>;
  /** Decision and reasons, as `allow opted-in`. */
  may(user: object, message?: 'template' | 'free-form', purpose?: string): Promise<string>;
  /** Answers what the ledger asks for; what was sent, by which number. */
  replies(): Promise<readonly { readonly from: string; readonly to: object }[]>;
  keptAside(): Promise<readonly unknown[]>;
}

export async function movingApp(): Promise<MovingApp> {
  const api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  const now = () => api.now;
  const deps = {
    apps: api.apps,
    ledger: api.ledger,
    choices: choiceStore(api.table, now),
    prompts: promptStore(api.table, () => api.now),
    points: pointStore(api.table),
    templates: templateStore(api.table),
    aside: keptAside(api.table, now),
    now,
  };
  const webhook = whatsappWebhook({ ...deps, secrets: webhookSecrets });
  let messages = 0;
  const app: MovingApp = {
    api,
    wait: (minutes) => {
      api.now += minutes * minute;
    },
    change: (whatsapp) => api.call('PATCH', '/v1/apps/acme', { body: { whatsapp } }),
    write: ({ phoneNumberId }, { waId, bsuid }, text) => {
      messages += 1;
      const { from: _from, ...message } = textMessage('', `wamid.${messages}`, api.now, text) as { from: string };
      const who = { ...(waId !== undefined && { from: waId }), ...(bsuid !== undefined && { from_user_id: bsuid }) };
      return app.deliver(messagesChange(phoneNumberId, { messages: [{ ...message, ...who }] }));
    },
    deliver: async (...changes) => (await deliver(webhook, delivery(...changes))).status,
    post: (path, body) => api.call('POST', `/v1/apps/acme/${path}`, { body }),
    optIn: (user, more = {}) =>
      app.post('opt-ins', {
        user,
        purposes: ['offers', 'order-updates'],
        saidAt: new Date(api.now).toISOString(),
        source: 'paper',
        by: 'data-subject',
        evidence: { documentRef: 'A-1179' },
        ...more,
      }),
    may: async (user, message = 'template', purpose = 'offers') => {
      const { body } = await app.post('eligibility', { user, purpose, message });
      return [body.decision, ...body.reasons.map(({ code }: { code: string }) => code)].join(' ');
    },
    replies: async () => {
      const sent: { from: string; to: object }[] = [];
      const entries = await rowsWhere(api.table, /#L#/);
      const Records = entries.map((row, index) => ({
        eventName: 'INSERT',
        dynamodb: { SequenceNumber: String(index), NewImage: marshall(row) },
      })) as DynamoDBRecord[];
      const answer = sendReplies({
        ...deps,
        people: people(api.table, identifierKey),
        notices: noticeStore(api.table),
        ledger: api.ledger,
        smsStops: { heard: async () => false },
        sends: sendRecords(api.table, identifierKey, now),
        answers: answerLimit(api.table, identifierKey, now),
        whatsapp: {
          send: async ({ phoneNumberId: from }, to) => {
            sent.push({ from, to });
            return { came: 'sent' };
          },
        },
        sms: { send: async () => ({ came: 'sent' }) },
      });
      await answer({ Records }, lambdaContext());
      return sent;
    },
    keptAside: async () => asideRows(api.table),
  };
  return app;
}
