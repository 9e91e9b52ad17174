import { createHash, createHmac } from 'node:crypto';

/** What to ask of a service for which the project has no client. */
export interface AwsRequest {
  readonly service: 'cloudformation' | 'iam' | 'lambda' | 'logs' | 'secretsmanager' | 'sns' | 'sqs' | 'ssm';
  readonly path?: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** Query protocol: the parameters, with `Action`. */
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Operation of a JSON protocol, e.g. `Logs_20140328.FilterLogEvents`. */
  readonly target?: string;
}

export interface AwsAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * Sends one request signed with SigV4, with address, region and credentials of the environment.
 * Rejects with the service's own words when it is refused.
 */
export async function awsCall({
  service,
  path = '/',
  method = 'POST',
  form,
  json,
  target,
}: AwsRequest): Promise<AwsAnswer> {
  const { AWS_ENDPOINT_URL = '', AWS_REGION = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = process.env;
  const url = new URL(path, AWS_ENDPOINT_URL);
  const body =
    form === undefined ? (json === undefined ? '' : JSON.stringify(json)) : new URLSearchParams(form).toString();
  const type =
    form === undefined
      ? `application/${target === undefined ? 'json' : 'x-amz-json-1.1'}`
      : 'application/x-www-form-urlencoded';
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${time.slice(0, 8)}/${AWS_REGION}/${service}/aws4_request`;
  const canonical = [
    method,
    url.pathname,
    url.searchParams.toString(),
    `content-type:${type}`,
    `host:${url.host}`,
    `x-amz-date:${time}`,
    '',
    'content-type;host;x-amz-date',
    hash(body),
  ].join('\n');
  const key = scope
    .split('/')
    .reduce<string | Buffer>((previous, part) => hmac(previous, part), `AWS4${AWS_SECRET_ACCESS_KEY}`);
  const signature = createHmac('sha256', key)
    .update(`AWS4-HMAC-SHA256\n${time}\n${scope}\n${hash(canonical)}`)
    .digest('hex');
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': type,
      'x-amz-date': time,
      ...(target !== undefined && { 'x-amz-target': target }),
      authorization: `AWS4-HMAC-SHA256 Credential=${AWS_ACCESS_KEY_ID}/${scope}, SignedHeaders=content-type;host;x-amz-date, Signature=${signature}`,
    },
    ...(method !== 'GET' && { body }),
  });
  const answer = { status: response.status, headers: response.headers, text: await response.text() };
  if (!response.ok)
    throw new Error(`${service} ${target ?? form?.Action ?? path} was refused (${answer.status}): ${answer.text}`);
  return answer;
}

/** Calls a function and waits. `failed` says whether it threw. */
export async function invoke(
  functionName: string,
  event: unknown,
): Promise<{ readonly failed: boolean; readonly answer: unknown }> {
  const path = `/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`;
  const { headers, text } = await awsCall({ service: 'lambda', path, json: event });
  return { failed: headers.has('x-amz-function-error'), answer: text === '' ? undefined : JSON.parse(text) };
}

/** Makes the next event find no warm copy of the function, as a deployment does: the emulator starts anew for a timeout, even the same. */
export async function coolDown(functionName: string): Promise<void> {
  const path = `/2015-03-31/functions/${encodeURIComponent(functionName)}/configuration`;
  const { Timeout } = JSON.parse((await awsCall({ service: 'lambda', path, method: 'GET' })).text) as {
    Timeout: number;
  };
  await awsCall({ service: 'lambda', path, method: 'PUT', json: { Timeout } });
}

/** All values of an element of an XML answer, unescaped. */
export function elements(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, value = '']) =>
    value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
}
