import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { answerLimit } from '../../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { keptAside } from '../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { sendRecords } from '../../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import type { NoticeText } from '../../../lambdas/domain/notice/notice.ts';
import type { ReplyMessage } from '../../../lambdas/domain/replies/outgoing-message.ts';
import { sendReplies } from '../../../lambdas/handlers/send-replies.ts';
import { whatsappWebhook } from '../../../lambdas/handlers/whatsapp-webhook.ts';
import { lambdaContext } from '../api/lambda-context.ts';
import { type Row, rowsWhere } from '../table/rows.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from './ledger-bench.ts';
import { relayed, streamRecord } from './parcels.ts';
import { deliver, delivery, messagesChange, webhookSecrets } from './whatsapp-webhook.ts';

export const number = '106540352242922';

/** A notice in two languages that names the purposes of Acme. */
export const helloTexts: readonly NoticeText[] = [
  {
    locale: 'en',
    businessName: 'Acme',
    heading: 'Messages from Acme on WhatsApp',
    agreement: 'I agree to receive {purposes} from Acme on WhatsApp at {number}.',
    purposes: [
      { purposeId: 'offers', text: 'offers and discounts' },
      { purposeId: 'orders', text: 'updates on your orders' },
    ],
    howToStop: 'Reply STOP at any time to stop all messages.',
  },
  {
    locale: 'es',
    businessName: 'Acme',
    heading: 'Mensajes de Acme por WhatsApp',
    agreement: 'Acepto recibir {purposes} de Acme por WhatsApp en {number}.',
    purposes: [
      { purposeId: 'offers', text: 'ofertas y descuentos' },
      { purposeId: 'orders', text: 'avisos de tus pedidos' },
    ],
    howToStop: 'Responde STOP cuando quieras para no recibir más mensajes.',
  },
];

export interface Sent {
  readonly to: object;
  readonly message: ReplyMessage;
}

/** Acme, which asks who writes for the first time: the webhook, the relay and the sender as they are deployed, on the real database. */
export interface ChattingApp {
  readonly bench: LedgerBench;
  readonly app: App;
  /** Everything that went out. */
  readonly sent: readonly Sent[];
  /** Messages as Meta delivers them, to Acme's number. */
  hear(...messages: object[]): Promise<void>;
  hearCalls(...calls: object[]): Promise<void>;
  /** Changes as Meta delivers them, together. */
  hearChanges(...changes: object[]): Promise<void>;
  /** The next version of the notice. */
  publish(texts: readonly NoticeText[]): Promise<void>;
  /** Hands on what asks for a message and was not handed on yet, or everything once more. */
  answer(again?: 'again'): Promise<void>;
  /** Changes the settings. */
  change(parts: Partial<App>): Promise<void>;
}

export async function chattingApp(parts: Partial<App> = {}): Promise<ChattingApp> {
  const bench = await ledgerBench();
  const { table, now } = bench;
  const apps = appStore(table, () => now() + settingsAge);
  let settingsAge = 0;
  const purposes = acme.purposes.filter(({ purposeId }) => purposeId !== 'news');
  let app: App = { ...acme, purposes, automatedMessage: { enabled: true, noticeId: 'hello' }, ...parts };
  await apps.create(app);
  const notices = noticeStore(table);
  const publish = async (texts: readonly NoticeText[]) => {
    const version = { noticeId: 'hello', profile: 'meta-minimum', texts, warnings: [] } as const;
    await notices.publish({ ...version, appId: 'acme', publishedAt: noon - 1000, publishedBy: 'key_test' });
  };
  await publish(helloTexts);
  const deps = {
    apps,
    ledger: bench.ledger,
    choices: choiceStore(table, now),
    prompts: promptStore(table, now),
    points: pointStore(table),
    templates: templateStore(table),
    notices,
    aside: keptAside(table, now),
    now,
    secrets: webhookSecrets,
  };
  const webhook = whatsappWebhook(deps);
  const sent: Sent[] = [];
  const replies = sendReplies({
    ...deps,
    people: bench.people,
    smsStops: { heard: async () => false },
    sends: sendRecords(table, identifierKey, now),
    answers: answerLimit(table, identifierKey, now),
    whatsapp: {
      send: async (_from, to, message) => {
        sent.push({ to, message });
        return { came: 'sent' };
      },
    },
    sms: { send: async () => ({ came: 'sent' }) },
  });
  const handedOn = new Set<string>();
  const hear = async (...changes: object[]) => {
    const { status } = await deliver(webhook, delivery(...changes));
    if (status !== 200) throw new Error(`The webhook answered ${status}.`);
  };
  return {
    bench,
    get app() {
      return app;
    },
    sent,
    publish,
    hear: (...messages) => hear(messagesChange(number, { messages })),
    hearCalls: (...calls) => hear({ ...messagesChange(number, { calls }), field: 'calls' }),
    hearChanges: hear,
    async answer(again) {
      const all = (await rowsWhere(table, /#[LG]#/)).filter((row: Row) => row.reply !== undefined);
      const rows = all.filter(({ pk, sk }) => again === 'again' || !handedOn.has(`${pk} ${sk}`));
      for (const { pk, sk } of rows) handedOn.add(`${pk} ${sk}`);
      if (rows.length === 0) return;
      const records = rows.toSorted((a, b) => Number(a.at) - Number(b.at)).map(streamRecord);
      await replies(await relayed('replies', records), lambdaContext());
    },
    async change(changed) {
      const after = { ...app, ...changed, version: app.version + 1 };
      await apps.replace(app, after);
      app = after;
      // Settings are remembered for some seconds.
      settingsAge += 60_000;
    },
  };
}
