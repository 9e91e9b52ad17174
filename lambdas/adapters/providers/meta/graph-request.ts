import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { memberOf, readJson, textOf } from '../../json/json-reader.ts';

export const timeLimit = 5_000;

/** What Meta's Graph API answered; status 0 = nothing, or not in time: it is not known whether it was done. */
export interface GraphAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

/** Asks Meta's Graph API once and for five seconds. Never rejects. */
export function graphRequest(
  method: 'GET' | 'POST' | 'DELETE',
  url: URL,
  accessToken: string,
  body?: string,
): Promise<GraphAnswer> {
  return new Promise((resolve) => {
    const noAnswer = () => resolve({ status: 0, body: new Uint8Array() });
    const request = url.protocol === 'http:' ? requestHttp : requestHttps;
    const sent = request(
      url,
      {
        method,
        headers: {
          authorization: `Bearer ${accessToken}`,
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          }),
        },
        signal: AbortSignal.timeout(timeLimit),
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', noAnswer);
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) }));
      },
    );
    sent.on('error', noAnswer);
    sent.end(body);
  });
}

/** Meta's own error code in an answer (Graph API, "Handle errors"), if it gives one. */
export function graphErrorCode({ body }: GraphAnswer): number | undefined {
  return errorNumber(body, 'code');
}

/** Meta's own subcode, which says more about a general error code. */
export function graphErrorSubcode({ body }: GraphAnswer): number | undefined {
  return errorNumber(body, 'error_subcode');
}

function errorNumber(body: Uint8Array, name: string): number | undefined {
  const read = readJson(body);
  const code = 'json' in read ? Number(textOf(memberOf(read.json, 'error'), name)) : Number.NaN;
  return Number.isNaN(code) ? undefined : code;
}
