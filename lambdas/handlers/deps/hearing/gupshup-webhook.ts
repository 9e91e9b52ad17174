import type { AppSecrets } from '../../../adapters/aws/app-secrets.ts';
import { gupshupItems } from '../../../adapters/deliveries/gupshup-items.ts';
import { noNumber } from '../../../adapters/providers/gupshup/delivery.ts';
import { isOwnSecret } from '../../../adapters/providers/gupshup/secret.ts';
import { metrics } from '../../../contract/metrics.ts';
import type { App } from '../../../domain/app/app.ts';
import { TryAgainError } from '../../../domain/errors.ts';
import type { HttpRequest, HttpResponse } from '../../../edge/http/http-request.ts';
import { countMetric } from '../../../edge/runtime/count-metric.ts';
import { logger } from '../../../edge/runtime/logger.ts';
import type { AppProvenDeps } from '../../../use-cases/inbound/inbound-deps.ts';
import type { LastWebhook } from '../../../use-cases/messages/ports.ts';
import { heardItems } from './heard-items.ts';

export interface GupshupWebhookDeps extends AppProvenDeps {
  readonly secrets: AppSecrets;
  readonly lastWebhook?: Pick<LastWebhook, 'note'>;
  readonly now: () => number;
}

/**
 * What Gupshup posts. At another address than the app's own, or for an app that is none: 401 before anything is read. Not stored: 503. All
 * else: 200 without a body, as Gupshup wants it.
 */
export function gupshupWebhook({ secrets, lastWebhook, ...deps }: GupshupWebhookDeps) {
  return async ({ path, bytes }: HttpRequest<'appId' | 'secret'>): Promise<HttpResponse> => {
    const app = await ownerOf({ secrets, apps: deps.apps }, path);
    if (app === undefined) {
      countMetric(metrics.signatureRefused, 1, deps.now());
      return { status: 401 };
    }
    const number = app.whatsapp?.phoneNumberId ?? noNumber;
    const items = gupshupItems({ appId: app.appId, number, body: bytes(), receivedAt: deps.now() });
    const isStored = await heardItems(deps, items);
    if (app.whatsapp !== undefined)
      await lastWebhook?.note(number).catch((error: unknown) => logger.failure('webhook not noted', error));
    return { status: isStored ? 200 : 503 };
  };
}

/** The app whose secret is in the path. One that does not fit may have been changed a moment ago, so it is read anew. */
async function ownerOf(
  { secrets, apps }: Pick<GupshupWebhookDeps, 'secrets' | 'apps'>,
  { appId, secret }: { readonly appId: string; readonly secret: string },
): Promise<App | undefined> {
  const app = await apps.find(appId);
  try {
    const fits =
      isOwnSecret(secret, await secrets.read(appId, 'gupshup')) ||
      isOwnSecret(secret, await secrets.readAnew(appId, 'gupshup'));
    return fits ? app : undefined;
  } catch (error) {
    logger.failure('secret of the address not checked', error, { appId });
    throw new TryAgainError('The address cannot be checked now. Send it again.');
  }
}
