import type { HttpEvent } from '../http/caller.ts';
import type { Problem } from '../http/error-response.ts';
import type { HttpResponse } from '../http/http-request.ts';
import { errorIds, formatOf, gatewayAnswer } from './enterprise-answer.ts';
import { asFailure, selfServeError } from './failures.ts';

/** What fails before a route is reached, or takes too long, as Gupshup would say it. Undefined on other paths. */
export function asGupshupProblem(problem: Problem, event: HttpEvent): HttpResponse | undefined {
  const failure = asFailure(problem);
  if (event.rawPath.startsWith('/sm/api/')) return selfServeError(failure);
  if (!event.rawPath.startsWith('/GatewayAPI/')) return undefined;
  const answer = { status: 'error', id: errorIds.failed, phone: '', details: failure.message } as const;
  return gatewayAnswer(answer, formatOf(event.queryStringParameters?.format), failure);
}
