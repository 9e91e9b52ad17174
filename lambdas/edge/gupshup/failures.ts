import { InvalidInputError } from '../../domain/errors.ts';
import { BareOptInError } from '../../use-cases/gupshup/opt-by-number.ts';
import { ListTooLongError } from '../../use-cases/gupshup/people-by-number.ts';
import { headersOf, type Problem, problemOf } from '../http/error-response.ts';
import type { HttpResponse } from '../http/http-request.ts';
import { currentInvocation } from '../runtime/consumed.ts';
import { logger } from '../runtime/logger.ts';

/** What failed, in a sentence and with the status that Gupshup gives it. */
export interface Failure {
  readonly status: 400 | 401 | 404 | 405 | 429 | 500 | 503;
  readonly message: string;
  readonly headers: { readonly [name: string]: string };
}

/** Gupshup knows no more than these. A foreign app is as if the key were none. */
const statuses: { readonly [ofTheHouse: number]: Failure['status'] } = {
  401: 401,
  403: 401,
  404: 401,
  429: 429,
  500: 500,
  503: 503,
};

/** What failed, as it is told here. Whatever is no refusal is for nobody to see. */
export function failureOf(error: unknown, requestId: string): Failure {
  if (error instanceof BareOptInError || error instanceof ListTooLongError) {
    note(error.code);
    return { status: 400, message: error.message, headers: {} };
  }
  const problem = problemOf(error, requestId);
  note(problem.code);
  if (problem.status === 500) logger.failure('gupshup call failed', error);
  const { 'www-authenticate': _scheme, ...headers } = headersOf(error);
  const message =
    error instanceof InvalidInputError ? error.faults.map(({ detail }) => detail).join(' ') : problem.detail;
  return { ...asFailure(problem), message, headers };
}

/** A problem of the house, the same way. */
export function asFailure({ status, detail }: Pick<Problem, 'status' | 'detail'>): Failure {
  return { status: statuses[status] ?? 400, message: detail, headers: {} };
}

/** The error of the self-serve paths. */
export function selfServeError({ status, message, headers }: Failure): HttpResponse {
  return { status, headers: { ...headers, 'content-type': 'application/json' }, body: { status: 'error', message } };
}

/** For the log. */
function note(code: string): void {
  const invocation = currentInvocation();
  if (invocation !== undefined) invocation.code = code;
}
