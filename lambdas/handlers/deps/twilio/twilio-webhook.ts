import { messageSidOf, readDelivery, type TwilioDelivery } from '../../../adapters/providers/twilio/delivery.ts';
import { parseTwilioMessage } from '../../../adapters/providers/twilio/parse-message.ts';
import { parseTwilioStatus } from '../../../adapters/providers/twilio/parse-status.ts';
import { sendOfStatus } from '../../../adapters/providers/twilio/status-url.ts';
import { httpEndpoint } from '../../../edge/http/http-endpoint.ts';
import { logger } from '../../../edge/runtime/logger.ts';
import type { TwilioDeps } from '../../../use-cases/inbound/inbound-deps.ts';
import type { FirstReceipts, LastWebhook } from '../../../use-cases/messages/ports.ts';
import { heardItems } from '../hearing/heard-items.ts';
import { signedByTwilio, type TwilioHttpRequest, type TwilioTrust } from './signed-by-twilio.ts';

export interface TwilioRouteDeps extends TwilioDeps, Omit<TwilioTrust, 'apps'> {
  readonly receipts: FirstReceipts;
  readonly lastWebhook?: Pick<LastWebhook, 'note'>;
}

/** Nothing is said by the answer itself: what goes out goes out by the way of all our messages. */
const body = '<?xml version="1.0" encoding="UTF-8"?><Response/>';
const answer = (isStored: boolean) =>
  isStored ? { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body } : { status: 503 };

/** What Twilio posts. Unsigned, or for an app that is none: 401 before anything is read. Not stored: 503. All else: 200. */
export const twilioWebhook = ({ receipts, lastWebhook, ...deps }: TwilioRouteDeps) =>
  httpEndpoint({
    'POST /webhooks/twilio/{appId}/messages': async (request) => {
      if (!(await signedByTwilio(deps, request, 'messages'))) return { status: 401 };
      const delivery = deliveryOf(request, deps.now());
      const sid = messageSidOf(readDelivery(delivery));
      const name = sid && JSON.stringify([delivery.appId, sid]);
      const receivedAt = name === undefined ? delivery.receivedAt : await receipts.of(name, delivery.receivedAt);
      const items = parseTwilioMessage({ ...delivery, receivedAt });
      const isStored = await heardItems(deps, items);
      const { whatsapp } = (await deps.apps.find(delivery.appId)) ?? {};
      if (whatsapp !== undefined && items.some((item) => 'person' in item && item.channel === 'whatsapp'))
        await lastWebhook?.note(whatsapp.phoneNumberId).catch((error) => logger.failure('webhook not noted', error));
      return answer(isStored);
    },
    'POST /webhooks/twilio/{appId}/status': async (request) => {
      if (!(await signedByTwilio(deps, request, 'status'))) return { status: 401 };
      const delivery = deliveryOf(request, deps.now());
      return answer(await heardItems(deps, parseTwilioStatus(delivery, sendOfStatus(request.rawQueryString))));
    },
  });

const deliveryOf = ({ path: { appId }, bytes, headers }: TwilioHttpRequest, receivedAt: number): TwilioDelivery => {
  return { appId, contentType: headers['content-type'], body: bytes(), receivedAt };
};
