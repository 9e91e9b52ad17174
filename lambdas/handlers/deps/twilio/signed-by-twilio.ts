import type { AppSecrets } from '../../../adapters/aws/app-secrets.ts';
import { metrics } from '../../../contract/metrics.ts';
import type { HttpRequest } from '../../../edge/http/http-request.ts';
import { countMetric } from '../../../edge/runtime/count-metric.ts';
import { logger } from '../../../edge/runtime/logger.ts';
import type { Apps } from '../../../use-cases/ledger/ports.ts';
import { judgedTwilio } from './judged-twilio.ts';

/** What a request is judged by. */
export interface TwilioTrust {
  readonly apps: Pick<Apps, 'find'>;
  readonly secrets: AppSecrets;
  /** Where Twilio was told to send, without a slash at the end. */
  readonly publicUrl: string;
  readonly now: () => number;
}

export type TwilioHttpRequest = Pick<HttpRequest<'appId'>, 'path' | 'bytes' | 'headers' | 'rawQueryString'>;

/** Whether Twilio signed it in the name of the app in the path; an app that is none looks the same. Counts what is refused. */
export async function signedByTwilio(
  { apps, secrets, publicUrl, now }: TwilioTrust,
  { path: { appId }, headers, rawQueryString, bytes }: TwilioHttpRequest,
  what: string,
): Promise<boolean> {
  const query = rawQueryString === '' ? '' : `?${rawQueryString}`;
  const url = `${publicUrl}/webhooks/twilio/${appId}/${what}${query}`;
  // Nothing is asked for what is not even signed.
  const isThere = headers['x-twilio-signature'] !== undefined && (await apps.find(appId)) !== undefined;
  const asked = { method: 'POST', url, headers, body: bytes() } as const;
  const verdict = isThere ? await judgedTwilio(secrets, appId, asked) : 'refused';
  if (verdict === 'signed') return true;
  countMetric(metrics.twilioRefused, 1, now());
  if (verdict === 'unknown-key') logger.error('shared key not known', { appId });
  return false;
}
