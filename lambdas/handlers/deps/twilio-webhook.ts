import type { AppSecrets } from '../../adapters/aws/app-secrets.ts';
import { messageSidOf, readDelivery, type TwilioDelivery } from '../../adapters/providers/twilio/delivery.ts';
import { parseTwilioMessage } from '../../adapters/providers/twilio/parse-message.ts';
import { parseTwilioStatus } from '../../adapters/providers/twilio/parse-status.ts';
import { sendOfStatus } from '../../adapters/providers/twilio/status-url.ts';
import { metrics } from '../../contract/metrics.ts';
import type { InboundItem } from '../../domain/inbound/inbound-act.ts';
import { httpEndpoint } from '../../edge/http/http-endpoint.ts';
import type { HttpRequest, HttpResponse } from '../../edge/http/http-request.ts';
import { countMetric, timeMetric } from '../../edge/runtime/count-metric.ts';
import { logger } from '../../edge/runtime/logger.ts';
import { hearInbound } from '../../use-cases/inbound/hear-inbound.ts';
import type { TwilioDeps } from '../../use-cases/inbound/inbound-deps.ts';
import type { FirstReceipts, LastWebhook } from '../../use-cases/messages/ports.ts';
import { judgedTwilio } from './judged-twilio.ts';

export type TwilioRouteDeps = TwilioDeps & {
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
export const twilioWebhook = ({ secrets, publicUrl, receipts, lastWebhook, now, ...deps }: TwilioRouteDeps) => {
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
