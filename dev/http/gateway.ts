import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { FunctionPool } from '../functions/functions.ts';
import {
  json,
  type LocalRequest,
  type LocalResponse,
  type LoopbackServer,
  startLoopbackServer,
} from '../machine/loopback-server.ts';
import { type AuthorizerContext, toAuthorizerEvent, toGatewayEvent } from './gateway-event.ts';
import { toHttpResponse } from './gateway-response.ts';
import { keptVerdicts } from './kept-verdicts.ts';
import { type Matched, matchRoute } from './match-route.ts';
import { type Brake, tokenBucket } from './token-bucket.ts';

/** A route of the HTTP API, as the template has it. */
export interface GatewayRoute {
  readonly method: string;
  readonly path: string;
  readonly functionName: string;
  readonly authorizer?: GatewayAuthorizer;
  /** @default - as much as comes */
  readonly brake?: Brake;
}

/** A REQUEST authorizer with simple responses. */
export interface GatewayAuthorizer {
  readonly functionName: string;
  /** Header names (lower case) that name the caller; one missing is a 401 without a call. */
  readonly headers: readonly string[];
  readonly ttlSeconds: number;
}

interface Verdict {
  readonly isAuthorized: boolean;
  readonly context: AuthorizerContext;
}

/** The route that takes what no other route takes. */
const restOfPaths = '/{graph+}';

/** API Gateway gives an integration this long, whatever the function's own timeout. */
const integrationTimeoutMs = 30_000;

/** The HTTP API on this machine, and its pages for phones in the same network where somebody asked for that. */
export interface Gateway extends LoopbackServer {
  /** Absent = nothing listens but on this machine. */
  readonly lanUrl?: string;
}

/** What local mode has beside the routes of the template, on loopback only. */
export interface Beside {
  /** Answers what no route takes; undefined = it is not its either. */
  answer(request: LocalRequest): Promise<LocalResponse | undefined>;
  /** Is told of everything that a route took, with the method that it came with, and may dress the answer. */
  answered(request: LocalRequest, routeKey: string, response: LocalResponse, measured: Measured): LocalResponse;
}

/** What a call took. */
export interface Measured {
  readonly ms: number;
  /** Requests that its function sent to DynamoDB. */
  readonly tableRequests: number;
}

/** What people open by links and codes: no API, no webhook. */
const isPage = ({ path, authorizer }: GatewayRoute): boolean =>
  authorizer === undefined && /^\/(?:l|q|o|me|w|logo)\/|^\/widget\.js$/.test(path);

/** What comes of it, or `undefined` when it takes longer. */
function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Starts the HTTP API: translates requests to events of the functions, and their results to answers.
 *
 * @param lan an address in the machine's own network, at which the pages are served too, on the same port
 * @param beside is never asked for what comes in by that address
 */
export async function startGateway(
  routes: readonly GatewayRoute[],
  functions: Pick<FunctionPool, 'invoke'>,
  port: number,
  remedy: string,
  lan?: string,
  beside?: Beside,
): Promise<Gateway> {
  const buckets = new Map(
    routes.flatMap((route) =>
      route.brake === undefined ? [] : [[route, tokenBucket(route.brake, Date.now)] as const],
    ),
  );
  const verdicts = keptVerdicts<Verdict>(Date.now);

  async function authorize(
    authorizer: GatewayAuthorizer,
    event: APIGatewayProxyEventV2,
  ): Promise<Verdict | LocalResponse> {
    const identity = authorizer.headers.map((name) => event.headers[name] ?? '');
    if (identity.includes('')) return json(401, { message: 'Unauthorized' });
    const cacheKey = JSON.stringify([authorizer.functionName, ...identity]);
    const kept = verdicts.find(cacheKey);
    if (kept !== undefined) return kept;
    const invocation = await functions.invoke(authorizer.functionName, toAuthorizerEvent(event, identity));
    const answer = invocation.ok
      ? (invocation.payload as { isAuthorized?: unknown; context?: AuthorizerContext } | null)
      : null;
    if (typeof answer?.isAuthorized !== 'boolean') return json(500, { message: 'Internal Server Error' });
    const verdict = { isAuthorized: answer.isAuthorized, context: answer.context ?? {} };
    verdicts.keep(cacheKey, verdict, authorizer.ttlSeconds * 1000);
    return verdict;
  }

  async function answer(
    request: LocalRequest,
    served: readonly GatewayRoute[],
    local?: Beside,
  ): Promise<LocalResponse> {
    const startedAt = performance.now();
    const rawPath = request.target.split('?')[0] ?? '/';
    // On this machine nothing else is here; on AWS the root is whatever stands before the API.
    if (rawPath === '/' && served === routes) return { status: 302, headers: { location: '/console' }, body: '' };
    const matched = matchRoute(served, request.method, rawPath);
    // The send gate takes every path that nobody else does; what local mode has beside the routes comes before it.
    if (matched === undefined || matched.route.path === restOfPaths) {
      const own = await local?.answer(request);
      if (own !== undefined) return own;
      if (matched === undefined) return json(404, { message: 'Not Found' });
    }
    const { response, tableRequests = 0 } = await callRoute(request, matched);
    const measured = { ms: performance.now() - startedAt, tableRequests };
    return local?.answered(request, `${request.method} ${matched.route.path}`, response, measured) ?? response;
  }

  async function callRoute(
    request: LocalRequest,
    { route, pathParameters }: Matched<GatewayRoute>,
  ): Promise<{ readonly response: LocalResponse; readonly tableRequests?: number | undefined }> {
    if (buckets.get(route)?.take() === false) return { response: json(429, { message: 'Too Many Requests' }) };
    const eventWith = (context?: AuthorizerContext) =>
      toGatewayEvent(
        request,
        `${route.method} ${route.path}`,
        pathParameters,
        context,
        Date.now(),
      ) as APIGatewayProxyEventV2;
    let event = eventWith();
    if (route.authorizer !== undefined) {
      const verdict = await authorize(route.authorizer, event);
      if ('status' in verdict) return { response: verdict };
      if (!verdict.isAuthorized) return { response: json(403, { message: 'Forbidden' }) };
      event = eventWith(verdict.context);
    }
    const invocation = await within(integrationTimeoutMs, functions.invoke(route.functionName, event));
    if (invocation === undefined) return { response: json(503, { message: 'Service Unavailable' }) };
    if (!invocation.ok) return { response: json(500, { message: 'Internal Server Error' }) };
    const response = toHttpResponse(invocation.payload);
    const headers = { ...response.headers, 'apigw-requestid': event.requestContext.requestId };
    return { response: { ...response, headers }, tableRequests: invocation.tableRequests };
  }

  const api = await startLoopbackServer({ name: 'HTTP API', port, remedy }, (request) =>
    answer(request, routes, beside),
  );
  if (lan === undefined) return api;
  const pages = routes.filter(isPage);
  const service = { name: 'pages for phones', port: api.port, remedy, address: lan };
  try {
    const phones = await startLoopbackServer(service, (request) => answer(request, pages));
    return { ...api, lanUrl: phones.url, stop: async () => void (await Promise.all([api.stop(), phones.stop()])) };
  } catch (error) {
    await api.stop();
    throw error;
  }
}
