import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.ts';
import { patientFetch, type Wait } from './patient-fetch.ts';

/** Every operation of the document, by method and path; wrong fields are compile errors. */
export type OptLedgerClient = Client<paths>;

export interface ClientOptions {
  /** Where the API is: `https://abc123.execute-api.eu-west-1.amazonaws.com`, or your own domain. */
  readonly baseUrl: string;
  /** An API key, `olk_…`. It belongs on servers, never into a browser. */
  readonly key: string;
  /** How often a call is sent again that was turned away for now; 2 when not given, 0 for never. */
  readonly retries?: number;
  /** In place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Waits so many milliseconds; a timer when not given. */
  readonly wait?: Wait;
}

/**
 * A client of one deployment. Each call gives `{ data, error, response }` and rejects only when there was no answer at all;
 * `dataOf` makes an exception of an `error`.
 */
export function createClient({ baseUrl, key, retries, fetch, wait }: ClientOptions): OptLedgerClient {
  return createFetchClient<paths>({
    baseUrl,
    headers: { authorization: `Bearer ${key}` },
    fetch: patientFetch(fetch ?? ((request) => globalThis.fetch(request)), retries ?? 2, wait),
  });
}
