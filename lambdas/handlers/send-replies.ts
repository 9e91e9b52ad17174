import { randomUUID } from 'node:crypto';
import type { DynamoDBStreamEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { smsStops } from '../adapters/dynamodb/directory/sms-stops.ts';
import { deliveriesOf } from '../adapters/dynamodb/entries/parcel.ts';
import { parseReplyRequest } from '../adapters/dynamodb/entries/parse-reply-request.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { subjectStore } from '../adapters/dynamodb/ledger/subject-store.ts';
import { answerLimit } from '../adapters/dynamodb/messages/answer-limit.ts';
import { promptStore } from '../adapters/dynamodb/messages/prompt-store.ts';
import { sendRecords } from '../adapters/dynamodb/messages/send-records.ts';
import { templateStore } from '../adapters/dynamodb/templates/template-store.ts';
import { awsSmsSender } from '../adapters/providers/aws-sms/aws-sms-sender.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { inOrder, readOver } from '../edge/runtime/handed-over.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { subjectLedger } from '../use-cases/ledger/subject-ledger.ts';
import { type ReplyDeps, sendReply } from '../use-cases/messages/send-reply.ts';
import { ownSecrets } from './deps/sending/own-secrets.ts';
import { bySmsProvider } from './deps/sending/sms-senders.ts';
import { toldReply } from './deps/sending/told-reply.ts';
import { whatsappSenders } from './deps/sending/whatsapp-senders.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';
import { twilioSenders } from './deps/twilio/twilio-senders.ts';

/** Milliseconds that one reply may take: what the table is asked, and the longest that Meta or AWS SMS is waited for. */
export const longestReply = 7000;

/** Answers the acts of a batch. What cannot be decided comes again. */
export const sendReplies = (deps: ReplyDeps) =>
  eventEndpoint(
    ({ Records }: SQSEvent | DynamoDBStreamEvent): Promise<SQSBatchResponse> =>
      inOrder(deliveriesOf(Records), longestReply, async ({ image }) => {
        const request = readOver(() => parseReplyRequest(image()), deps.now());
        if (request === 'unread') return false;
        if (request === undefined) return true;
        const result = await sendReply(deps, request);
        toldReply(request.appId, result, deps.now());
        return result.outcome !== 'again';
      }),
  );

export const handler = coldStart(async () => {
  const table = openTable();
  const secrets = ownSecrets();
  const [key, whatsapp] = await Promise.all([identifierKey(table), whatsappSenders(secrets)]);
  return {
    apps: appStore(table, systemClock),
    people: people(table, key),
    choices: choiceStore(table, systemClock),
    notices: noticeStore(table),
    prompts: promptStore(table, systemClock),
    templates: templateStore(table),
    ledger: subjectLedger(subjectStore(table, { identifierKey: key, now: systemClock, newId: randomUUID })),
    smsStops: smsStops(table),
    sends: sendRecords(table, key, systemClock),
    answers: answerLimit(table, key, systemClock),
    whatsapp,
    sms: bySmsProvider({ aws: awsSmsSender(), twilio: twilioSenders(secrets).sms }),
    now: systemClock,
  };
}, sendReplies);
