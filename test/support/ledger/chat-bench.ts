import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { answerLimit } from '../../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { keptAside } from '../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { sendRecords } from '../../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import type { ReplyMessage } from '../../../lambdas/domain/replies/outgoing-message.ts';
import { sendReplies } from '../../../lambdas/handlers/send-replies.ts';
import { whatsappWebhook } from '../../../lambdas/handlers/whatsapp-webhook.ts';
import { lambdaContext } from '../api/lambda-context.ts';
import { rowsWhere } from '../table/rows.ts';
import { identifierKey, type LedgerBench } from './ledger-bench.ts';
import { relayed, streamRecord } from './parcels.ts';
import { promptDeps } from './prompts.ts';
import { deliver, delivery, messagesChange, webhookSecrets } from './whatsapp-webhook.ts';

/** A chat on WhatsApp with the apps on a bench: what people send goes through the real webhook, what we answer through the real sender. */
export function chatBench(bench: LedgerBench) {
  const deps = {
    apps: appStore(bench.table, bench.now),
    ledger: bench.ledger,
    choices: choiceStore(bench.table, bench.now),
    points: pointStore(bench.table),
    templates: templateStore(bench.table),
    notices: noticeStore(bench.table),
    aside: keptAside(bench.table, bench.now),
    now: bench.now,
    ...promptDeps(bench.table, bench.now),
  };
  const webhook = whatsappWebhook({ ...deps, secrets: webhookSecrets });
  const sent: { readonly to: object; readonly message: ReplyMessage }[] = [];
  const replies = sendReplies({
    ...deps,
    people: bench.people,
    smsStops: { heard: async () => false },
    sends: sendRecords(bench.table, identifierKey, bench.now),
    answers: answerLimit(bench.table, identifierKey, bench.now),
    whatsapp: {
      send: async (_from, to, message) => {
        sent.push({ to, message: message as ReplyMessage });
        return { came: 'sent' };
      },
    },
    sms: { send: async () => ({ came: 'sent' }) },
  });
  const told = new Set<string>();
  let messages = 0;
  return {
    ...deps,
    sent,
    /** A message as Meta writes it. Meta must see that it was taken. */
    async send(from: string, content: object, { at = bench.now(), number = '106540352242922', id = '' } = {}) {
      messages += 1;
      const message = { from, id: id || `wamid.${messages}`, timestamp: String(Math.floor(at / 1000)), ...content };
      const { status } = await deliver(webhook, delivery(messagesChange(number, { messages: [message] })));
      if (status !== 200) throw new Error(`Meta would see ${status}.`);
    },
    /** Lets the sender answer what is new in the table, and gives what it sent. */
    async answers(): Promise<readonly ReplyMessage[]> {
      const rows = (await rowsWhere(bench.table, /#[LG]#/)).filter(({ pk, sk }) => !told.has(`${pk} ${sk}`));
      for (const { pk, sk } of rows) told.add(`${pk} ${sk}`);
      const before = sent.length;
      await replies(await relayed('replies', rows.map(streamRecord)), lambdaContext());
      return sent.slice(before).map(({ message }) => message);
    },
  };
}
