import { randomUUID } from 'node:crypto';
import type { AppSecrets } from '../adapters/aws/app-secrets.ts';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../adapters/dynamodb/collection/point-store.ts';
import { smsStops } from '../adapters/dynamodb/directory/sms-stops.ts';
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
import { messageSidOf, readDelivery, type TwilioDelivery } from '../adapters/providers/twilio/delivery.ts';
import { parseTwilioMessage } from '../adapters/providers/twilio/parse-message.ts';
import { parseTwilioStatus } from '../adapters/providers/twilio/parse-status.ts';
import { sendOfStatus } from '../adapters/providers/twilio/status-url.ts';
import { environment as env } from '../contract/environment.ts';
import { metrics } from '../contract/metrics.ts';
import type { InboundItem } from '../domain/inbound/inbound-act.ts';
import { httpEndpoint } from '../edge/http/http-endpoint.ts';
import type { HttpRequest, HttpResponse } from '../edge/http/http-request.ts';
import { httpStart } from '../edge/http/http-start.ts';
import { countMetric, timeMetric } from '../edge/runtime/count-metric.ts';
import { logger } from '../edge/runtime/logger.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { hearInbound } from '../use-cases/inbound/hear-inbound.ts';
import type { TwilioDeps } from '../use-cases/inbound/inbound-deps.ts';
import { subjectLedger } from '../use-cases/ledger/subject-ledger.ts';
import type { FirstReceipts, LastWebhook } from '../use-cases/messages/ports.ts';
import { judgedTwilio } from './deps/judged-twilio.ts';
import { identifierKey, openTable } from './deps/open-table.ts';
import { ownSecrets } from './deps/own-secrets.ts';
import { bySmsProvider } from './deps/sms-senders.ts';
import { toldAside } from './deps/told-aside.ts';
import { twilioSenders } from './deps/twilio-senders.ts';

type Deps = TwilioDeps & {
  readonly secrets: AppSecrets;
  /** Where Twilio was told to send, without a slash at the end. */
  readonly publicUrl: string;
  readonly receipts: FirstReceipts;
  readonly lastWebhook?: Pick<LastWebhook, 'note'>;
  readonly now: () => number;
};
type Request = Pick<HttpRequest<'appId'>, 'path' | 'bytes' | 'headers' | 'rawQueryString'>;

/** Nothing is said by the answer itself: what goes out goes out by the way of all our messages. */
const emptyTwiml: HttpResponse = {
  status: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
};

/** What Twilio posts. Unsigned, or for an app that is none: 401 before anything is read. Not stored: 503. All else: 200. */
export const twilioWebhook = ({ secrets, publicUrl, receipts, lastWebhook, now, ...deps }: Deps) => {
  const isSigned = async ({ path: { appId }, headers, rawQueryString, bytes }: Request, what: string) => {
    const query = rawQueryString === '' ? '' : `?${rawQueryString}`;
    const url = `${publicUrl}/webhooks/twilio/${appId}/${what}${query}`;
    // Nothing is asked for what is not even signed.
    const isThere = headers['x-twilio-signature'] !== undefined && (await deps.apps.find(appId)) !== undefined;
    const asked = { method: 'POST', url, headers, body: bytes() } as const;
    const verdict = isThere ? await judgedTwilio(secrets, appId, asked) : 'refused';
    if (verdict === 'signed') return true;
    countMetric(metrics.twilioRefused, 1, now());
    if (verdict === 'unknown-key') logger.error('shared key not known', { appId });
    return false;
  };
  const heard = async (items: readonly InboundItem[]): Promise<HttpResponse> => {
    const { counts, failures, heardAfter } = await hearInbound(deps, items);
    for (const [name, count] of counts) countMetric(metrics[name], count, now());
    timeMetric(metrics.heardAfter, heardAfter, now());
    for (const failure of failures) logger.failure('webhook item not stored', failure);
    return failures.length === 0 ? emptyTwiml : { status: 503 };
  };
  const noted = async (items: readonly InboundItem[], appId: string) => {
    const number = items.some((item) => 'person' in item && item.channel === 'whatsapp')
      ? (await deps.apps.find(appId))?.whatsapp?.phoneNumberId
      : undefined;
    if (number === undefined || lastWebhook === undefined) return;
    await lastWebhook.note(number).catch((failure: unknown) => logger.failure('webhook not noted', failure));
  };
  const deliveryOf = ({ path: { appId }, bytes, headers }: Request): TwilioDelivery => ({
    appId,
    contentType: headers['content-type'],
    body: bytes(),
    receivedAt: now(),
  });

  return httpEndpoint({
    'POST /webhooks/twilio/{appId}/messages': async (request) => {
      if (!(await isSigned(request, 'messages'))) return { status: 401 };
      const delivery = deliveryOf(request);
      const sid = messageSidOf(readDelivery(delivery));
      const name = sid && JSON.stringify([delivery.appId, sid]);
      const receivedAt = name === undefined ? delivery.receivedAt : await receipts.of(name, delivery.receivedAt);
      const items = parseTwilioMessage({ ...delivery, receivedAt });
      const answer = await heard(items);
      await noted(items, delivery.appId);
      return answer;
    },
    'POST /webhooks/twilio/{appId}/status': async (request) => {
      if (!(await isSigned(request, 'status'))) return { status: 401 };
      return heard(parseTwilioStatus(deliveryOf(request), sendOfStatus(request.rawQueryString)));
    },
  });
};

export const handler = httpStart(async () => {
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
