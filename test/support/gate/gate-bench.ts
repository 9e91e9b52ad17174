import { createServer, type IncomingHttpHeaders } from 'node:http';
import { matchRoute } from '../../../dev/http/match-route.ts';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { keyRate } from '../../../lambdas/adapters/dynamodb/admin/key-rate.ts';
import { keyStore } from '../../../lambdas/adapters/dynamodb/admin/key-store.ts';
import { gateDecisions } from '../../../lambdas/adapters/dynamodb/gate/gate-decision-store.ts';
import { gateReader } from '../../../lambdas/adapters/dynamodb/gate/gate-reader.ts';
import { keptDecisions } from '../../../lambdas/adapters/dynamodb/gate/kept-decisions.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { metaGraph } from '../../../lambdas/adapters/providers/meta/meta-graph.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import type { TemplateFacts } from '../../../lambdas/domain/templates/template-facts.ts';
import type { GateDeps } from '../../../lambdas/edge/gate/gate-routes.ts';
import { gate } from '../../../lambdas/handlers/gate.ts';
import type { GateDecisions } from '../../../lambdas/use-cases/gate/ports.ts';
import { hearTemplateEvent } from '../../../lambdas/use-cases/templates/hear-template-event.ts';
import { servePurpose } from '../../../lambdas/use-cases/templates/serve-purpose.ts';
import { gatewayRoutes, keyOf } from '../../../lib/constructs/api/gateway-routes.ts';
import { httpEvent } from '../api/http-event.ts';
import { lambdaContext } from '../api/lambda-context.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../ledger/ledger-bench.ts';

/** The number of acme, and its account. */
export const phoneNumberId = '106540352242922';
export const wabaId = '102290129340398';
export const accessToken = 'the-access-token-of-acme';
const requestId = 'JKJaXmPLvHcESHA=';

/** What arrived at Meta, to the byte. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Meta's Graph API on loopback. */
export interface LoopbackMeta {
  readonly url: string;
  readonly arrived: Arrived[];
  /** `undefined` = the connection is cut. */
  answer: { readonly status: number; readonly body: string; readonly headers?: object } | undefined;
  /** Tokens that it takes no longer. */
  readonly revoked: Set<string>;
  stop(): Promise<void>;
}

export const taken = {
  messaging_product: 'whatsapp',
  contacts: [{ input: '+14165550132', wa_id: '14165550132' }],
  messages: [{ id: 'wamid.1' }],
};

export async function loopbackMeta(): Promise<LoopbackMeta> {
  const arrived: Arrived[] = [];
  const revoked = new Set<string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      arrived.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, text });
      const { answer } = meta;
      if (answer === undefined) return request.socket.destroy();
      if (revoked.has(request.headers.authorization ?? '')) {
        response.writeHead(401, { 'content-type': 'application/json' });
        return response.end('{"error":{"message":"Invalid OAuth access token","type":"OAuthException","code":190}}');
      }
      response.writeHead(answer.status, { 'content-type': 'text/javascript; charset=UTF-8', ...answer.headers });
      return response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const meta: LoopbackMeta = {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    arrived,
    revoked,
    answer: { status: 200, body: JSON.stringify(taken) },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return meta;
}

export interface GateAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  // biome-ignore lint/suspicious/noExplicitAny: tests look at any field of any answer
  readonly body: any;
}

export interface GateCallOptions {
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string | undefined };
  readonly query?: { readonly [name: string]: string };
  readonly base64?: boolean;
}

export interface GateBench extends LedgerBench {
  readonly meta: LoopbackMeta;
  /** A key of acme that may send. */
  readonly token: string;
  readonly deps: GateDeps;
  readonly decisions: GateDecisions;
  call(method: string, path: string, options?: GateCallOptions): Promise<GateAnswer>;
  /** What a client sends to the number of acme. */
  send(body: unknown, headers?: GateCallOptions['headers']): Promise<GateAnswer>;
  makeKey(scopes: readonly string[], apps: readonly string[] | '*', ratePerSecond?: number): Promise<string>;
  makeApp(app: App): Promise<void>;
  template(name: string, facts: TemplateFacts, purpose?: string): Promise<void>;
}

/** The gate on a real table, with a loopback Meta behind it. */
export async function gateBench(
  meta: LoopbackMeta,
  change: (deps: GateDeps) => Partial<GateDeps> = () => ({}),
): Promise<GateBench> {
  const bench = await ledgerBench();
  const { table, now } = bench;
  const [keys, apps] = [keyStore(table), appStore(table, now)];
  await apps.create(acme);
  const makeKey: GateBench['makeKey'] = async (scopes, reach, ratePerSecond) =>
    (await keys.create({ name: 'sender', scopes, apps: reach, ratePerSecond }, now())).token;
  const token = await makeKey(['messages:send'], ['acme']);
  const deps: GateDeps = {
    keys,
    rate: keyRate(table, now),
    apps,
    reader: gateReader(table, identifierKey),
    decisions: keptDecisions(table),
    graph: metaGraph(`${meta.url}/v26.0`, async (appId) => (appId === 'mute' ? undefined : accessToken)),
    now,
  };
  const handler = gate({ ...deps, ...change(deps), proxy: undefined });

  const call: GateBench['call'] = async (method, path, { body, headers, query, base64 } = {}) => {
    const matched = matchRoute(gatewayRoutes(), method, path);
    const routeKey = matched === undefined ? '$default' : keyOf(matched.route);
    const own = { authorization: `Bearer ${token}`, ...headers };
    const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
    const event = {
      ...httpEvent(method, path, {
        body,
        headers: given as { [name: string]: string },
        key: null,
        ...(query && { query }),
        ...(base64 && { base64 }),
      }),
      routeKey,
      pathParameters: { ...matched?.pathParameters },
    };
    const answer = await handler(event, lambdaContext(requestId));
    const text = answer.body ?? '';
    const seen = { ...answer.headers } as Record<string, string>;
    return { status: answer.statusCode ?? 0, headers: seen, body: text === '' ? undefined : JSON.parse(text) };
  };

  return {
    ...bench,
    meta,
    token,
    deps,
    decisions: gateDecisions(table),
    call,
    send: (body, headers) => call('POST', `/v23.0/${phoneNumberId}/messages`, { body, ...(headers && { headers }) }),
    makeKey,
    makeApp: (app) => apps.create(app),
    template: async (name, facts, purpose) => {
      const templates = templateStore(table);
      const template = { wabaId, name, language: 'en_US' };
      const at = noon - 3_600_000;
      await hearTemplateEvent(templates, { template, at, heardAt: at, eventId: `event-${name}`, facts });
      if (purpose !== undefined) await servePurpose({ templates, now }, 'acme', template, purpose);
    },
  };
}

/** Somebody, as a caller writes them and as we keep them. */
export const phone = '14165550132';
export const bsuid = 'CA.13491208655302741918';

const envelope = { messaging_product: 'whatsapp', recipient_type: 'individual' };
export const text = (more: object = {}): object => ({
  ...envelope,
  to: `+${phone}`,
  type: 'text',
  text: { body: 'Hi' },
  ...more,
});
export const template = (name: string, more: object = {}): object => ({
  ...envelope,
  to: `+${phone}`,
  type: 'template',
  template: { name, language: { code: 'en_US' } },
  ...more,
});
