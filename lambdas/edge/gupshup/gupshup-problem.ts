import type { HttpEvent } from '../http/caller.ts';
import type { Problem } from '../http/error-response.ts';
import type { HttpResponse } from '../http/http-request.ts';
import { errorIds, formatOf, gatewayAnswer } from './enterprise-answer.ts';
import { asFailure, type Failure, selfServeError } from './failures.ts';

/** Where there is no route yet, 404 says nothing of anybody's app. */
const ofRoutes: { readonly [status: number]: Failure['status'] } = { 404: 404, 405: 405 };

const selfServe = /^\/sm\/api(\/|$)/;
const enterprise = /^\/GatewayAPI(\/|$)/;

/** Whether programs made for Gupshup call there, whatever there is. */
export const isGupshupPath = (rawPath: string): boolean => selfServe.test(rawPath) || enterprise.test(rawPath);

/**
 * What fails before a route is reached, or takes too long, as Gupshup would say it: also a path or method that there is not, which comes to
 * the gate. Undefined on other paths.
 */
export function asGupshupProblem(problem: Problem, event: HttpEvent): HttpResponse | undefined {
  const plain = asFailure(problem);
  const failure: Failure = { ...plain, status: ofRoutes[problem.status] ?? plain.status };
  if (selfServe.test(event.rawPath)) return selfServeError(failure);
  if (!enterprise.test(event.rawPath)) return undefined;
  const answer = { status: 'error', id: errorIds.failed, phone: '', details: failure.message } as const;
  return gatewayAnswer(answer, formatOf(event.queryStringParameters?.format), failure);
}
