import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { smsStops } from '../../../lambdas/adapters/dynamodb/directory/sms-stops.ts';
import { userDirectory } from '../../../lambdas/adapters/dynamodb/directory/user-directory.ts';
import { answerLimit } from '../../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { keptAside } from '../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { sendRecords } from '../../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import type { ReplyMessage } from '../../../lambdas/domain/replies/outgoing-message.ts';
import { sendReplies } from '../../../lambdas/handlers/send-replies.ts';
import { whatsappWebhook } from '../../../lambdas/handlers/whatsapp-webhook.ts';
import { lambdaContext } from '../api/lambda-context.ts';
import { testText } from '../pages/collection.ts';
import { rowsWhere } from '../table/rows.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench } from './ledger-bench.ts';
import { relayed, streamRecord } from './parcels.ts';
import { says } from './said-to-us.ts';
import { deliver, delivery, messagesChange, webhookSecrets } from './whatsapp-webhook.ts';

/** One chat of one app, through the real functions on the real database: who writes is answered as a deployed stage would. */
export interface ChatWorld {
  readonly bench: LedgerBench;
  readonly app: App;
  /** What went out, in order. */
  readonly sent: (ReplyMessage & { readonly to: string })[];
  /** Delivers messages as Meta does, and gives the status. */
  hear(...messages: object[]): Promise<number>;
  /** Answers whatever asks for it and was not handed on yet; each is handed on twice. */
  reply(): Promise<void>;
  /** Both: what a text, at the time of the clock, is answered with. */
  say(body: string, parts?: object): Promise<readonly string[]>;
}

export async function chatWorld(settings: Partial<App> = {}): Promise<ChatWorld> {
  const bench = await ledgerBench();
  const app: App = { ...acme, ...settings };
  const apps = appStore(bench.table, bench.now);
  await apps.create(app);
  await noticeStore(bench.table).publish({
    ...{ appId: app.appId, noticeId: 'hello', profile: 'strict', texts: [testText()], warnings: [] },
    ...{ publishedAt: bench.now() - 1000, publishedBy: 'key_aaaaaaaaaaaaaaaa' },
  });
  const sent: ChatWorld['sent'] = [];
  const handedOn = new Set<string>();
  const stores = {
    apps,
    choices: choiceStore(bench.table, bench.now),
    notices: noticeStore(bench.table),
    answers: answerLimit(bench.table, identifierKey, bench.now),
    prompts: promptStore(bench.table, bench.now),
    templates: templateStore(bench.table),
    now: bench.now,
  };
  const webhook = whatsappWebhook({
    ...stores,
    ledger: bench.ledger,
    points: pointStore(bench.table),
    aside: keptAside(bench.table, bench.now),
    secrets: webhookSecrets,
  });
  const replies = sendReplies({
    ...stores,
    people: bench.people,
    ledger: bench.ledger,
    smsStops: smsStops(bench.table),
    sends: sendRecords(bench.table, identifierKey, bench.now),
    whatsapp: {
      send: async (_from, to, message) => {
        if ('text' in message) sent.push({ to: JSON.stringify(to), ...message });
        return { came: 'sent' };
      },
    },
    sms: { send: async () => ({ came: 'sent' }) },
  });

  const world: ChatWorld = {
    bench,
    app,
    sent,
    hear: async (...messages) => {
      const number = app.whatsapp?.phoneNumberId ?? '';
      return (await deliver(webhook, delivery(messagesChange(number, { messages })))).status;
    },
    async reply() {
      const rows = (await rowsWhere(bench.table, /#[LG]#/)).filter(({ reply }) => reply !== undefined);
      const fresh = rows.filter(({ pk, sk }) => !handedOn.has(`${pk} ${sk}`));
      for (const { pk, sk } of fresh) handedOn.add(`${pk} ${sk}`);
      const { Records } = await relayed('replies', [...fresh, ...fresh].map(streamRecord));
      for (const record of Records) await replies({ Records: [record] }, lambdaContext());
    },
    async say(body, parts = {}) {
      const before = sent.length;
      const timestamp = String(Math.floor(bench.now() / 1000));
      await world.hear(says(body, { id: `wamid.${bench.now()}.${body}`, timestamp, ...parts }));
      await world.reply();
      return sent.slice(before).map(({ text }) => text);
    },
  };
  return world;
}

/** Who is listed as being with a human. */
export async function listedHandovers({ bench, app }: ChatWorld): Promise<readonly string[]> {
  const { data } = await userDirectory(bench.table).handovers(app, bench.now(), 25);
  return data.map(({ subject }) => subject.userId);
}
