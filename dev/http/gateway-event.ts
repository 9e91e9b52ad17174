import { randomBytes } from 'node:crypto';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithLambdaAuthorizer,
  APIGatewayRequestAuthorizerEventV2,
} from 'aws-lambda';
import type { LocalRequest } from '../machine/loopback-server.ts';
import { localAccount, localRegion } from '../template/template.ts';

/** What the authorizer said about the caller, as functions find it. */
export type AuthorizerContext = Readonly<Record<string, unknown>>;

const apiId = 'local';
const stage = '$default';

/** The event of payload format 2.0 (API Gateway developer guide, "Working with AWS Lambda proxy integrations for HTTP APIs"). */
export function toGatewayEvent(
  request: LocalRequest,
  routeKey: string,
  pathParameters: Readonly<Record<string, string>>,
  authorizer: AuthorizerContext | undefined,
  now: number,
): APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithLambdaAuthorizer<AuthorizerContext> {
  const question = request.target.indexOf('?');
  const rawPath = decodedPath(question < 0 ? request.target : request.target.slice(0, question));
  const rawQueryString = question < 0 ? '' : request.target.slice(question + 1);
  const { headers, cookies } = gatewayHeaders(request);
  const query = queryParameters(rawQueryString);
  const host = headers.host ?? 'localhost';
  const isText = isTextBody(headers);
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(query !== undefined && { queryStringParameters: query }),
    requestContext: {
      accountId: localAccount,
      apiId,
      ...(authorizer !== undefined && { authorizer: { lambda: authorizer } }),
      domainName: host.replace(/:\d+$/, ''),
      domainPrefix: host.split(/[.:]/)[0] ?? host,
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomBytes(11).toString('base64url'),
      routeKey,
      stage,
      time: commonLogTime(now),
      timeEpoch: now,
    },
    ...(Object.keys(pathParameters).length > 0 && { pathParameters: { ...pathParameters } }),
    ...(request.body.length > 0 && { body: request.body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: request.body.length > 0 && !isText,
  } as APIGatewayProxyEventV2;
}

/** The event of a REQUEST authorizer, format 2.0: the request without its body. */
export function toAuthorizerEvent(
  event: APIGatewayProxyEventV2,
  identitySource: readonly string[],
): APIGatewayRequestAuthorizerEventV2 {
  const { method, path } = event.requestContext.http;
  const { body: _body, isBase64Encoded: _isBase64Encoded, cookies, ...rest } = event;
  return {
    ...rest,
    version: '2.0',
    type: 'REQUEST',
    routeArn: `arn:aws:execute-api:${localRegion}:${localAccount}:${apiId}/${stage}/${method}${path}`,
    identitySource: [...identitySource],
    ...(cookies !== undefined && { cookies }),
  } as APIGatewayRequestAuthorizerEventV2;
}

/** API Gateway decodes the path, although it calls it raw, and loses what stands behind a `?` that was written `%3F`. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path).split('?')[0] ?? '';
  } catch {
    return path;
  }
}

/** Lower-case names, duplicates joined with commas, cookies apart. */
function gatewayHeaders(request: LocalRequest): { headers: Record<string, string>; cookies: string[] } {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const name = (request.rawHeaders[index] ?? '').toLowerCase();
    const value = request.rawHeaders[index + 1] ?? '';
    if (name === 'cookie') cookies.push(...value.split(/;\s*/).filter((cookie) => cookie !== ''));
    else headers[name] = headers[name] === undefined ? value : `${headers[name]},${value}`;
  }
  return {
    headers: {
      ...headers,
      'x-amzn-trace-id': `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${randomBytes(12).toString('hex')}`,
      'x-forwarded-for': request.sourceIp,
      'x-forwarded-port': (headers.host ?? '').split(':')[1] ?? '80',
      'x-forwarded-proto': 'http',
    },
    cookies,
  };
}

function queryParameters(rawQueryString: string): Record<string, string> | undefined {
  if (rawQueryString === '') return undefined;
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    parameters[name] = parameters[name] === undefined ? value : `${parameters[name]},${value}`;
  }
  return parameters;
}

/** API Gateway passes text and JSON bodies as they are and everything else, compressed bodies included, as base64. */
function isTextBody(headers: Readonly<Record<string, string>>): boolean {
  if (headers['content-encoding'] !== undefined) return false;
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return type.startsWith('text/') || /^application\/(.+\+)?(json|xml|javascript)$/.test(type);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `17/Jun/2024:15:52:39 +0000`. */
function commonLogTime(now: number): string {
  const [date = '', time = ''] = new Date(now).toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${months[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}
