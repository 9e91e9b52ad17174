import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { DomainError } from '../../domain/errors.ts';
import { coldStart, type LambdaHandler } from '../runtime/cold-start.ts';
import { askedRoute } from './asked-route.ts';
import type { HttpEvent } from './caller.ts';
import { understood } from './error-response.ts';
import { httpEndpoint, type ProblemPage } from './http-endpoint.ts';

type HttpHandler = LambdaHandler<HttpEvent, APIGatewayProxyStructuredResultV2>;

/**
 * A cold start behind the HTTP API that may be refused for a reason which the caller can understand: a key that is not the table's, a
 * table that does not answer, a secret that does not come in time. It is answered as the act itself would be, so that Meta and careful callers repeat. Any other failure
 * stays an error of the function.
 *
 * @param problemPage only where people are answered, with pages
 */
export function httpStart<Deps>(
  makeDeps: () => Deps | Promise<Deps>,
  factory: (deps: Deps) => HttpHandler,
  problemPage?: ProblemPage,
): HttpHandler {
  const start = coldStart(makeDeps, factory);
  return async (event, context) => {
    try {
      return await start(event, context);
    } catch (error) {
      if (!(understood(error) instanceof DomainError)) throw error;
      const refuse = () => Promise.reject(error);
      const asked = askedRoute(event);
      const table = asked !== undefined && 'routeKey' in asked ? { [asked.routeKey]: refuse } : {};
      return httpEndpoint(table, problemPage)(event, context);
    }
  };
}
