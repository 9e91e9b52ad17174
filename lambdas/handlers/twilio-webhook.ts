import { randomUUID } from 'node:crypto';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../adapters/dynamodb/collection/point-store.ts';
import { smsStops } from '../adapters/dynamodb/directory/sms-stops.ts';
import { inboundEvents } from '../adapters/dynamodb/events/inbound-events.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { subjectStore } from '../adapters/dynamodb/ledger/subject-store.ts';
import { answerLimit } from '../adapters/dynamodb/messages/answer-limit.ts';
import { firstReceipts } from '../adapters/dynamodb/messages/first-receipts.ts';
import { keptAside } from '../adapters/dynamodb/messages/kept-aside.ts';
import { lastWebhook } from '../adapters/dynamodb/messages/last-webhook.ts';
import { lateRefusals } from '../adapters/dynamodb/messages/late-refusals.ts';
import { promptStore } from '../adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../adapters/dynamodb/templates/template-store.ts';
import { awsSmsSender } from '../adapters/providers/aws-sms/aws-sms-sender.ts';
import { environment as env } from '../contract/environment.ts';
import { httpStart } from '../edge/http/http-start.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { subjectLedger } from '../use-cases/ledger/subject-ledger.ts';
import { readyToHear } from './deps/hearing/ready-to-hear.ts';
import { toldAside } from './deps/hearing/told-aside.ts';
import { ownSecrets } from './deps/sending/own-secrets.ts';
import { bySmsProvider } from './deps/sending/sms-senders.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';
import { readyToDate } from './deps/stage/ready-to-date.ts';
import { twilioSenders } from './deps/twilio/twilio-senders.ts';
import { twilioWebhook } from './deps/twilio/twilio-webhook.ts';

export const handler = httpStart(async () => {
  readyToHear();
  readyToDate();
  const table = openTable();
  const key = await identifierKey(table);
  const secrets = ownSecrets();
  return {
    secrets,
    publicUrl: requireEnv(env.publicUrl),
    apps: appStore(table, systemClock),
    ledger: subjectLedger(subjectStore(table, { identifierKey: key, now: systemClock, newId: randomUUID })),
    choices: choiceStore(table, systemClock),
    points: pointStore(table),
    prompts: promptStore(table, systemClock),
    templates: templateStore(table),
    events: inboundEvents(table, key, systemClock),
    notices: noticeStore(table),
    answers: answerLimit(table, key, systemClock),
    sender: bySmsProvider({ aws: awsSmsSender(), twilio: twilioSenders(secrets).sms }),
    refusals: lateRefusals(table, key),
    stops: { people: people(table, key), smsStops: smsStops(table), now: systemClock },
    receipts: firstReceipts(table, key),
    aside: toldAside(keptAside(table, systemClock)),
    lastWebhook: lastWebhook(table, systemClock),
    now: systemClock,
  };
}, twilioWebhook);
