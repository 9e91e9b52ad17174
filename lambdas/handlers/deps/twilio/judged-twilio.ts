import type { AppSecrets } from '../../../adapters/aws/app-secrets.ts';
import {
  judgeTwilioSignature,
  parseTwilioSigning,
  type SignatureVerdict,
  type TwilioRequest,
} from '../../../adapters/providers/twilio/signature.ts';
import { TryAgainError } from '../../../domain/errors.ts';
import { logger } from '../../../edge/runtime/logger.ts';

/**
 * Whether Twilio signed a request in the name of an app: by the app's own secret, or the stage's where it has none. A secret that does not fit
 * may have been changed a moment ago, so it is read anew.
 *
 * @throws TryAgainError the secret cannot be read: nobody knows
 */
export async function judgedTwilio(
  secrets: AppSecrets,
  appId: string,
  request: TwilioRequest,
): Promise<SignatureVerdict> {
  const by = (secret: unknown): SignatureVerdict => {
    const signing = parseTwilioSigning(secret);
    return signing === undefined ? 'refused' : judgeTwilioSignature(request, signing);
  };
  try {
    const verdict = by(await secrets.read(appId, 'twilio'));
    if (verdict === 'signed') return verdict;
    const anew = await secrets.readAnew(appId, 'twilio');
    return anew === undefined ? verdict : by(anew);
  } catch (error) {
    logger.failure('signature not checked', error, { appId });
    throw new TryAgainError('The signature cannot be checked now. Send it again.');
  }
}
