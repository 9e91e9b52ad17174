import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { PathParameter, RouteKey } from '../../contract/routes.ts';
import { NotFoundError, StoreRefusedError, TryAgainError } from '../../domain/errors.ts';
import type { AuditLog } from '../../use-cases/admin/audit-ports.ts';
import type { KeyRate } from '../../use-cases/admin/key-ports.ts';
import type { LambdaHandler } from '../runtime/cold-start.ts';
import { currentInvocation, runMeasured } from '../runtime/consumed.ts';
import { logger } from '../runtime/logger.ts';
import { oncePer } from '../runtime/once-per.ts';
import { askedRoute, methodOf, type OtherMethod } from './asked-route.ts';
import { checkedCaller, type HttpEvent, keyIdOf } from './caller.ts';
import { costOfCall } from './cost-of-call.ts';
import { headersOf, type Problem, problemOf } from './error-response.ts';
import type { HttpRequest, HttpResponse, ReadingRoute, Reads, RouteTable } from './http-request.ts';
import { keptInAudit } from './kept-in-audit.ts';
import { bodyBytes, type JsonObject, parseBody } from './parse-body.ts';
import { parseForm } from './parse-form.ts';
import { behindProxy, type TrustedProxy } from './proxy.ts';
import { MethodNotAllowedError } from './refusals.ts';
import { validate, validateQuery } from './validate.ts';

/** Characters of an id in a path: far more than any of ours has. */
const longestId = 200;
/** Ids that go to the store as they are; links and references are looked at before they are one. */
const storedIds = ['appId', 'userId', 'noticeId', 'keyId', 'personId'] as const;

/** Shows a problem to a person; undefined = the route is not a page, and the problem is sent as it is. */
export type ProblemPage = (problem: Problem, event: HttpEvent) => HttpResponse | undefined;

/** What stands before the routes of a function. */
export interface Gate {
  /** Counts the calls of keys. A function that answers keys has one; a test keeps that. */
  readonly rate?: KeyRate;
  /** The audit list. A function with routes that are kept in it has it; a test keeps that. */
  readonly audit?: AuditLog;
  /** Where everybody must come through one, and says so. */
  readonly proxy?: TrustedProxy | undefined;
}

/**
 * The handler of a function behind the HTTP API (payload 2.0). The one place that answers failures, logs and measures:
 * scope and app are checked before anything else, failures become problems, every answer carries `X-Request-Id`.
 *
 * @param problemPage only where people are answered, with pages
 */
export function httpEndpoint(
  table: RouteTable,
  problemPage: ProblemPage = () => undefined,
  gate: Gate = {},
): LambdaHandler<HttpEvent, APIGatewayProxyStructuredResultV2> {
  const endpoint = middy<HttpEvent, APIGatewayProxyStructuredResultV2>({
    // Answer before Lambda cuts the call off, so that the caller learns that it may repeat it.
    timeoutEarlyInMillis: 250,
    timeoutEarlyResponse: () => {
      throw new TryAgainError('The answer took too long.');
    },
  })
    .onError((request) => {
      const { requestId } = request.event.requestContext;
      const problem = problemOf(request.error, requestId);
      const invocation = currentInvocation();
      if (invocation !== undefined) invocation.code = problem.code;
      // What the store refuses should have been refused before: somebody looks at it, too.
      if (problem.status === 500 || request.error instanceof StoreRefusedError)
        logger.failure('request failed', request.error);
      const { status, body, headers } = problemPage(problem, request.event) ?? {
        status: problem.status,
        headers: { 'content-type': 'application/problem+json' },
        body: problem,
      };
      request.response = result({ status, headers: { ...headers, ...headersOf(request.error) }, body });
    })
    .handler(async (event) => result(await dispatch(table, gate, event)));

  return (event, context) =>
    runMeasured(event.requestContext.requestId, context.getRemainingTimeInMillis(), async (invocation) => {
      const startedAt = performance.now();
      const answer = await endpoint(event, context);
      logger.info('request answered', {
        route: event.routeKey.replace(/^ANY /, `${methodOf(event)} `),
        status: answer.statusCode,
        code: invocation.code,
        appId: event.pathParameters?.appId,
        keyId: keyIdOf(event),
        durationMs: Math.round(performance.now() - startedAt),
        requests: invocation.requests,
        readUnits: invocation.readUnits,
        writeUnits: invocation.writeUnits,
      });
      return {
        ...(isHead(event) ? { statusCode: answer.statusCode } : answer),
        headers: { 'cache-control': 'no-store', 'x-request-id': event.requestContext.requestId, ...answer.headers },
      };
    });
}

async function dispatch(table: RouteTable, gate: Gate, given: HttpEvent): Promise<HttpResponse> {
  const event = gate.proxy === undefined ? given : behindProxy(gate.proxy, given);
  const asked = askedRoute(event);
  if (asked !== undefined && 'allowed' in asked) return otherMethod(gate, event, asked);
  const route = asked !== undefined && Object.hasOwn(table, asked.routeKey) ? table[asked.routeKey] : undefined;
  if (asked === undefined || route === undefined) throw new NotFoundError('There is no such route.');
  const { routeKey, scope } = asked;
  const { act, ...reads }: ReadingRoute = typeof route === 'function' ? { act: route } : route;
  const path = pathOf(routeKey, event);
  // No id of ours is longer, and the store would refuse it as a key.
  if (storedIds.some((name) => (path[name]?.length ?? 0) > longestId)) throw new NotFoundError('Nothing is here.');
  const json = once(() => jsonOf(reads, event));
  const { query: querySchema, body: bodySchema, item: itemSchema } = reads;
  const rawQuery = event.queryStringParameters ?? {};
  const caller = checkedCaller(event, scope, path.appId);
  if (scope !== 'public') await gate.rate?.spend(caller, costOfCall(routeKey, json));
  const { requestId } = event.requestContext;
  const request: HttpRequest<PathParameter> = {
    requestId,
    routeKey,
    method: methodOf(event),
    isHead: isHead(event),
    path: path as HttpRequest<PathParameter>['path'],
    query: () => querySchema && validateQuery(querySchema, rawQuery),
    body: (more) => bodySchema && validate(bodySchema, json(), more),
    item: (given, more) => itemSchema && validate(itemSchema, given, more),
    json,
    form: () => parseForm(event),
    bytes: () => bodyBytes(event),
    headers: event.headers,
    rawQuery,
    rawQueryString: event.rawQueryString,
    sourceIp: event.requestContext.http.sourceIp,
    caller,
  };
  return keptInAudit(gate.audit, { routeKey, path, requestId, isHead: isHead(event), by: caller.keyId }, () =>
    act(request),
  );
}

/** A HEAD is answered as the GET would be, with the same headers and without the body (RFC 9110, 9.3.2). */
const isHead = (event: HttpEvent): boolean => methodOf(event) === 'HEAD';

/** What a path has is told to whoever asks for it (RFC 9110, 9.3.7), and to whoever asks for something else (15.5.6). */
async function otherMethod(gate: Gate, event: HttpEvent, { scope, allowed }: OtherMethod): Promise<HttpResponse> {
  const caller = checkedCaller(event, scope, scope === 'public' ? undefined : event.pathParameters?.appId);
  if (scope !== 'public') await gate.rate?.spend(caller, { units: 1, isNo: false });
  if (methodOf(event) === 'OPTIONS') return { status: 204, headers: { allow: allowed.join(', ') } };
  throw new MethodNotAllowedError(allowed);
}

/** The parameters that the path of a route has. */
function pathOf(routeKey: RouteKey, event: HttpEvent): { readonly [Name in PathParameter]?: string } {
  const path: { [name: string]: string } = {};
  for (const name of namesIn(routeKey)) path[name] = event.pathParameters?.[name] ?? '';
  return path;
}

/** Names of the parameters in the path of a route. */
const namesIn = oncePer((routeKey: RouteKey): readonly string[] =>
  Array.from(routeKey.matchAll(/\{(\w+)\+?\}/g), ([, name = '']) => name),
);

function jsonOf({ idempotencyKey, bodyIsOptional }: Reads, event: HttpEvent): JsonObject {
  const key = idempotencyKey ? event.headers['idempotency-key'] : undefined;
  const body = bodyIsOptional && bodyBytes(event).length === 0 ? {} : parseBody(event);
  return key === undefined ? body : { eventId: key, ...body };
}

function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | undefined;
  return () => {
    made ??= { result: make() };
    return made.result;
  };
}

function result({ status, body, headers }: HttpResponse): APIGatewayProxyStructuredResultV2 {
  if (body === undefined) return { statusCode: status, headers: { ...headers } };
  if (body instanceof Uint8Array) {
    return {
      statusCode: status,
      headers: { 'content-type': 'application/octet-stream', ...headers },
      body: Buffer.from(body).toString('base64'),
      isBase64Encoded: true,
    };
  }
  const contentType = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  return {
    statusCode: status,
    headers: { 'content-type': contentType, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}
