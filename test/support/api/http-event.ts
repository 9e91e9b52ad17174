import { matchRoute } from '../../../dev/http/match-route.ts';
import { scopes } from '../../../lambdas/contract/routes.ts';
import type { AuthorizerContext, HttpEvent } from '../../../lambdas/edge/http/caller.ts';
import type { LambdaHandler } from '../../../lambdas/edge/runtime/cold-start.ts';
import { gatewayRoutes, keyOf } from '../../../lib/constructs/api/gateway-routes.ts';
import { expectDocumented } from './api-document.ts';
import { lambdaContext } from './lambda-context.ts';

type HttpHandler = LambdaHandler<HttpEvent, { statusCode?: number; headers?: object; body?: string }>;

/** A key that may do everything. */
export const fullKey: AuthorizerContext = { keyId: 'key_aaaaaaaaaaaaaaaa', scopes: scopes.join(' '), apps: '*' };

export const requestId = 'JKJaXmPLvHcESHA=';

export interface Call {
  /** A string is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
  readonly query?: { readonly [name: string]: string };
  /** `null` = no authorizer ran. */
  readonly key?: AuthorizerContext | null;
  readonly base64?: boolean;
  /** When API Gateway took it, epoch milliseconds. */
  readonly at?: number;
}

/** The event that API Gateway makes of a request (HTTP API, payload 2.0). */
export function httpEvent(method: string, path: string, call: Call = {}): HttpEvent {
  const [routeKey, pathParameters] = routeOf(method, path);
  const text = call.body === undefined || typeof call.body === 'string' ? call.body : JSON.stringify(call.body);
  const body =
    text !== undefined && call.base64 === true ? Buffer.from(text as string, 'latin1').toString('base64') : text;
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: new URLSearchParams(call.query).toString(),
    headers: { ...(text !== undefined && { 'content-type': 'application/json' }), ...call.headers },
    ...(call.query !== undefined && { queryStringParameters: { ...call.query } }),
    pathParameters,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api-id',
      domainName: 'id.execute-api.us-east-1.amazonaws.com',
      domainPrefix: 'id',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId,
      routeKey,
      stage: '$default',
      time: '21/Nov/2026:10:00:00 +0000',
      timeEpoch: call.at ?? 1_795_600_800_000,
      authorizer: { lambda: call.key === undefined ? fullKey : call.key },
    },
    ...(body !== undefined && { body: body as string }),
    isBase64Encoded: call.base64 === true,
  };
}

/** What a caller sees of an answer. */
export interface SeenAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  // biome-ignore lint/suspicious/noExplicitAny: tests look at any field of any answer
  readonly body: any;
}

/** Sends a request through a handler of ours. Whatever a test is about, its answer is one of the document. */
export async function send(handler: HttpHandler, method: string, path: string, call: Call = {}): Promise<SeenAnswer> {
  const seen = await sendTo(handler, method, path, call);
  expectDocumented(method, path, seen);
  return seen;
}

/** Sends a request through any handler, also through one that is made for a test and answers what it likes. */
export async function sendTo(handler: HttpHandler, method: string, path: string, call: Call = {}): Promise<SeenAnswer> {
  const answer = await handler(httpEvent(method, path, call), lambdaContext(requestId));
  const headers = { ...answer.headers } as Record<string, string>;
  const isJson = headers['content-type']?.includes('json') === true && answer.body !== undefined;
  return { status: answer.statusCode ?? 0, headers, body: isJson ? JSON.parse(answer.body ?? '') : answer.body };
}

const deployed = gatewayRoutes();

/** As API Gateway hands it over: most paths as `ANY /path`. */
function routeOf(method: string, path: string): [routeKey: string, parameters: Record<string, string>] {
  const matched = matchRoute(deployed, method, path);
  return matched === undefined ? ['$default', {}] : [keyOf(matched.route), { ...matched.pathParameters }];
}
