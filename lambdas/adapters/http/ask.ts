import { type IncomingHttpHeaders, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Milliseconds } from '../../domain/time.ts';

/** How much of an answer is read, in bytes. */
export const mostOfAnAnswer = 1024 * 1024;

/** One request to somebody outside. */
export interface Question {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers?: { readonly [name: string]: string };
  /** With its length; its `content-type` stands in `headers`. */
  readonly body?: string | Uint8Array | undefined;
}

/** What was answered; status 0 = nothing, or not in time: it is not known whether it was done. */
export interface Answer {
  readonly status: number;
  /** Names in lower case; empty where nothing was answered. */
  readonly headers: IncomingHttpHeaders;
  /** Empty where it is longer than `mostOfAnAnswer`: the status counts, half of a body says nothing. */
  readonly body: Uint8Array;
}

/**
 * Asks once: the one way by which our functions call a provider that has no client in the SDK. Follows no redirect, which would take
 * credentials along; writes nothing of it to the log. An answer of any status is one; never rejects because of what is, or is not, answered.
 *
 * `node:http`, and not `fetch`, because loading that costs a cold start more than all else here (`lib/bundling.ts`).
 *
 * @param timeLimit for all of it, from the connection to the last byte
 */
export function ask({ method, url, headers, body }: Question, timeLimit: Milliseconds): Promise<Answer> {
  return new Promise((resolve) => {
    let received: IncomingHttpHeaders = {};
    const answered = (status: number, ...chunks: Buffer[]) =>
      resolve({ status, headers: status === 0 ? {} : received, body: Buffer.concat(chunks) });
    const request = url.protocol === 'http:' ? requestHttp : requestHttps;
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { method, headers: { ...headers, ...length }, signal: AbortSignal.timeout(timeLimit) };
    const sent = request(url, options, (answer) => {
      const status = answer.statusCode ?? 0;
      received = answer.headers;
      const chunks: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        chunks.push(chunk);
        if (bytes <= mostOfAnAnswer) return;
        answered(status);
        answer.destroy();
      });
      answer.on('error', () => answered(0));
      answer.on('end', () => answered(status, ...chunks));
    });
    sent.on('error', () => answered(0));
    sent.end(body);
  });
}
