import type { AppSecrets, SecretFields } from '../../../adapters/aws/app-secrets.ts';
import { secretUnread } from '../../../domain/sends/send.ts';
import type { SendResult } from '../../../domain/sends/send-result.ts';

/** What a provider answers to credentials that it does not take any more: nothing was sent. */
const outdated: ReadonlySet<string> = new Set(['190', '20003', 'http-401']);

/**
 * Sends with what the app has for itself. Where that is refused, and another has been written since, once more with the other: a
 * secret that is changed is good at once.
 *
 * @param make the sending with these credentials; undefined = they are none
 */
export async function withOwnSecret(
  secrets: AppSecrets,
  { appId, name }: { readonly appId: string; readonly name: string },
  make: (secret: SecretFields | undefined) => (() => Promise<SendResult>) | undefined,
): Promise<SendResult> {
  let secret: SecretFields | undefined;
  try {
    secret = await secrets.read(appId, name);
  } catch {
    return { came: 'not-sent', code: secretUnread };
  }
  const result = (await make(secret)?.()) ?? { came: 'not-sent' as const, code: 'no-credentials' };
  if (result.came !== 'refused' || !outdated.has(result.code)) return result;
  const anew = await secrets.readAnew(appId, name).catch(() => undefined);
  if (anew === undefined || JSON.stringify(anew) === JSON.stringify(secret)) return result;
  return (await make(anew)?.()) ?? result;
}
