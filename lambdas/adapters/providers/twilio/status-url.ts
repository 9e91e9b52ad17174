import { parseSendReference, type SendName } from '../../../domain/sends/send.ts';

/**
 * Where Twilio tells what became of a message of ours: it carries no reference of the sender, so its name stands in the URL, which is signed
 * with all else. In it only signs that nobody spells in two ways.
 *
 * @param publicUrl without a slash at its end
 */
export function statusUrl(publicUrl: string, appId: string, reference: string): string {
  return `${publicUrl}/webhooks/twilio/${appId}/status?send=${reference.replaceAll(':', '.')}`;
}

/** The message of ours that a status is about; undefined for those of others. */
export function sendOfStatus(rawQueryString: string): SendName | undefined {
  return parseSendReference((new URLSearchParams(rawQueryString).get('send') ?? '').replaceAll('.', ':'));
}
