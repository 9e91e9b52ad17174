import type { SendResult } from '../../domain/sends/send-result.ts';
import { memberOf, textOf } from '../json/json-reader.ts';

/**
 * What the error of an AWS client says of a message. 4xx is refused, by the reason where the service gives one, else by the name of the
 * exception; 5xx, a time limit and a connection that broke leave it open: none of these services takes a token that makes a repeat safe.
 */
export function sendFailure(error: unknown): Exclude<SendResult, { came: 'sent' }> {
  const status = Number(textOf(memberOf(error, '$metadata'), 'httpStatusCode') ?? 0);
  const name = error instanceof Error ? error.name : undefined;
  const code = textOf(error, 'Reason') ?? name ?? 'unnamed';
  if (status >= 400 && status < 500) return { came: 'refused', code };
  return status === 0 ? { came: 'unknown' } : { came: 'unknown', code };
}
