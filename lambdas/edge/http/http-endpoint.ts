import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithLambdaAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type RouteKey, routes, type Scope } from '../../contract/routes.ts';
import { type Caller, reaches } from '../../domain/api-key/api-key.ts';
import { MissingScopeError, NotFoundError, StoreRefusedError, TryAgainError } from '../../domain/errors.ts';
import type { LambdaHandler } from '../runtime/cold-start.ts';
import { currentInvocation, runMeasured } from '../runtime/consumed.ts';
import { logger } from '../runtime/logger.ts';
import { headersOf, type Problem, problemOf } from './error-response.ts';
import { bodyBytes, type JsonObject, parseBody } from './parse-body.ts';
import { parseForm } from './parse-form.ts';
import { TooManyBadKeysError, UnauthenticatedError } from './refusals.ts';

/** What the authorizer says about the key, as strings, because API Gateway passes on nothing else. */
export interface AuthorizerContext {
  readonly keyId: string;
  /** Separated by blanks. */
  readonly scopes: string;
  /** Separated by blanks, or `*`. */
  readonly apps: string;
}

/**
 * What the authorizer says when a source came with too many wrong keys. An authorizer can only let through or answer 403, so it lets
 * through without a key, and the refusal is given here: a function that did not look would find nobody and answer 401.
 */
export interface TooManyBadKeys {
  /** Seconds. */
  readonly waitSeconds: string;
}

export type HttpEvent = APIGatewayProxyEventV2WithLambdaAuthorizer<
  AuthorizerContext | TooManyBadKeys | null | undefined
>;

const pathParameters = [
  'appId',
  'userId',
  'keyId',
  'exportId',
  'scheduleId',
  'noticeId',
  'version',
  'pointId',
  'token',
  'code',
  'link',
] as const;
/** Characters of an id in a path: far more than any of ours has. */
const longestId = 200;
type PathParameter = (typeof pathParameters)[number];

/** A call whose key, scope and app were checked. */
export interface HttpRequest {
  readonly requestId: string;
  readonly routeKey: RouteKey;
  /** Whether only the headers are asked for: whoever asks so does not visit, and nothing may be counted. */
  readonly isHead: boolean;
  /** Path parameters of the route, decoded; those that the route does not have are empty. */
  readonly path: { readonly [Name in PathParameter]: string };
  readonly query: { readonly [name: string]: string | undefined };
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string | undefined };
  readonly rawQueryString: string;
  readonly sourceIp: string;
  /** The key that calls. On a public route: one that may do nothing. */
  readonly caller: Caller;
  /** The JSON object of the body; throws UnreadableInputError and the like. */
  readonly body: () => JsonObject;
  /** The fields of a posted form, at most 16 KiB; throws UnsupportedMediaTypeError and the like. */
  readonly form: () => URLSearchParams;
  /** The body as it came over the wire. */
  readonly bytes: () => Buffer;
}

export interface HttpResponse {
  readonly status: number;
  /** An object is sent as JSON, a string as plain text, bytes as they are; a content type among the headers wins. */
  readonly body?: object | string | Uint8Array;
  readonly headers?: { readonly [name: string]: string };
}

/** What each route of a function does. */
export type RouteTable = {
  readonly [Key in RouteKey]?: (request: HttpRequest) => Promise<HttpResponse> | HttpResponse;
};

/** Shows a problem to a person; undefined = the route is not a page, and the problem is sent as it is. */
export type ProblemPage = (problem: Problem, event: HttpEvent) => HttpResponse | undefined;

const scopeOf: ReadonlyMap<string, Scope | 'public'> = new Map(
  routes.map(({ method, path, scope }) => [`${method} ${path}`, scope]),
);
const nobody: Caller = { keyId: 'key_none', scopes: [], apps: [] };

/**
 * The handler of a function behind the HTTP API (payload 2.0). The one place that answers failures, logs and measures:
 * scope and app are checked before anything else, failures become problems, every answer carries `X-Request-Id`.
 *
 * @param problemPage only where people are answered, with pages
 */
export function httpEndpoint(
  table: RouteTable,
  problemPage: ProblemPage = () => undefined,
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
    .handler(async (event) => result(await dispatch(table, event)));

  return (event, context) =>
    runMeasured(event.requestContext.requestId, async (invocation) => {
      const startedAt = performance.now();
      const answer = await endpoint(event, context);
      logger.info('request answered', {
        route: event.routeKey,
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

async function dispatch(table: RouteTable, event: HttpEvent): Promise<HttpResponse> {
  const routeKey = event.routeKey.replace(/^HEAD /, 'GET ') as RouteKey;
  const scope = scopeOf.get(routeKey);
  const act = Object.hasOwn(table, routeKey) ? table[routeKey] : undefined;
  if (scope === undefined || act === undefined) throw new NotFoundError('There is no such route.');
  const path = pathOf(event);
  // No id of ours is longer. The store would refuse it as a key; links and references are looked at before they are one.
  if (path.appId.length > longestId || [path.userId, path.noticeId, path.keyId].some((id) => id.length > longestId)) {
    throw new NotFoundError('Nothing is here.');
  }
  const caller = scope === 'public' ? nobody : checkedCaller(event, scope, path.appId);
  return act({
    requestId: event.requestContext.requestId,
    routeKey,
    isHead: isHead(event),
    path,
    query: event.queryStringParameters ?? {},
    headers: event.headers,
    rawQueryString: event.rawQueryString,
    sourceIp: event.requestContext.http.sourceIp,
    caller,
    body: () => parseBody(event),
    form: () => parseForm(event),
    bytes: () => bodyBytes(event),
  });
}

/** A HEAD is answered as the GET would be, with the same headers and without the body (RFC 9110, 9.3.2). */
const isHead = (event: HttpEvent): boolean => event.routeKey.startsWith('HEAD ');

function pathOf(event: HttpEvent): HttpRequest['path'] {
  const given = pathParameters.map((name) => [name, event.pathParameters?.[name] ?? '']);
  return Object.fromEntries(given);
}

/** The key that calls, when it has the scope and reaches the app. A foreign app and a missing one look the same. */
function checkedCaller(event: HttpEvent, scope: Scope, appId: string): Caller {
  const caller = callerOf(event);
  if (!caller.scopes.includes(scope)) throw new MissingScopeError(`This call needs a key with the scope ${scope}.`);
  if (appId !== '' && !reaches(caller, appId)) throw new NotFoundError('There is no such app.');
  return caller;
}

function callerOf(event: HttpEvent): Caller {
  const context = event.requestContext.authorizer?.lambda;
  if (context && 'waitSeconds' in context) throw new TooManyBadKeysError(Number(context.waitSeconds));
  if (!context?.keyId) throw new UnauthenticatedError('Send an API key: Authorization: Bearer olk_…');
  const list = (words: string) => words.split(' ').filter((each) => each !== '');
  return { keyId: context.keyId, scopes: list(context.scopes), apps: context.apps === '*' ? '*' : list(context.apps) };
}

/** For the log; undefined where no key was let through. */
function keyIdOf(event: HttpEvent): string | undefined {
  const context = event.requestContext.authorizer?.lambda;
  return context && 'keyId' in context ? context.keyId : undefined;
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
