import { type Answer, ask } from '../../http/ask.ts';
import { memberOf, readJson, textOf } from '../../json/json-reader.ts';

export const timeLimit = 5_000;

/** Asks Meta's Graph API once and for five seconds; status 0 = it is not known whether it was done. */
export function graphRequest(
  method: 'GET' | 'POST' | 'DELETE',
  url: URL,
  accessToken: string,
  body?: string,
): Promise<Answer> {
  const authorization = `Bearer ${accessToken}`;
  const headers = { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) };
  return ask({ method, url, headers, body }, timeLimit);
}

/** Meta's own error code in an answer (Graph API, "Handle errors"), if it gives one. */
export function graphErrorCode({ body }: Answer): number | undefined {
  return errorNumber(body, 'code');
}

/** Meta's own subcode, which says more about a general error code. */
export function graphErrorSubcode({ body }: Answer): number | undefined {
  return errorNumber(body, 'error_subcode');
}

function errorNumber(body: Uint8Array, name: string): number | undefined {
  const read = readJson(body);
  const code = 'json' in read ? Number(textOf(memberOf(read.json, 'error'), name)) : Number.NaN;
  return Number.isNaN(code) ? undefined : code;
}
