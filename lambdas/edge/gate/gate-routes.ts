import { metrics } from '../../contract/metrics.ts';
import type { ApiKey } from '../../domain/api-key/api-key.ts';
import { NotFoundError, TryAgainError } from '../../domain/errors.ts';
import { type GateDecision, type GatePath, longestForward } from '../../domain/gate/gate-decision.ts';
import { notAMessage } from '../../domain/gate/gate-errors.ts';
import { type PassGateDeps, passGate } from '../../use-cases/gate/pass-gate.ts';
import type { MetaAnswer, MetaGraph } from '../../use-cases/gate/ports.ts';
import type { HttpRequest, HttpResponse, RouteTable } from '../http/http-request.ts';
import { timeLeft } from '../runtime/consumed.ts';
import { countMetric } from '../runtime/count-metric.ts';
import { appOfAccount, appOfMedia, appOfNumber, type GateApps } from './gate-apps.ts';
import { type GateCallerDeps, gateCaller } from './gate-caller.ts';
import { asMetaError, decisionHeaders, decisionView, denial, dryRunHeader } from './meta-error.ts';
import { type MetaPath, parseMetaPath } from './meta-path.ts';
import { readCall } from './read-call.ts';
import { readFile } from './read-file.ts';
import { mediaAnswer, templatesQuery } from './read-through.ts';
import { withDecision } from './with-decision.ts';

export interface GateDeps extends GateCallerDeps, PassGateDeps {
  readonly apps: GateApps;
  readonly graph: MetaGraph;
}

type Request = HttpRequest<string>;
/** A call of a key on a path of Meta's form. */
type Act = (request: Request, path: MetaPath, key: ApiKey) => Promise<HttpResponse>;

/** For what a message without a template is, where its sender says so. */
export const purposeHeader = 'x-optledger-purpose';

/** What API Gateway says itself where no route is. */
const noRoute: HttpResponse = { status: 404, body: { message: 'Not Found' } };

/** The send gate: Meta's send path, and the reads beside it. Whatever else has the form of Meta's is 404 in Meta's words. */
export function gateRoutes(deps: GateDeps): RouteTable {
  const callerOf = gateCaller(deps);

  const sends =
    (path: GatePath): Act =>
    async (request, { version, nodeId }, key) => {
      const app = await appOfNumber(deps.apps, key, nodeId);
      if (request.rawQueryString !== '') throw notAMessage('A message has no query: Meta could read a field in it.');
      const [body, bytes, isDryRun] = [request.json(), request.bytes(), readDryRun(request)];
      const read = readCall(body, path, app.whatsapp.phone);
      const graph = await deps.graph.open(app.appId);
      const forward = async (forwarded: Uint8Array) => {
        // What is not certain to be answered in time is not begun.
        if (timeLeft() < longestForward) throw new TryAgainError('There was no time left to wait for Meta.');
        const contentType = 'application/json';
        return graph.send({ method: 'POST', version, path: `/${nodeId}/${path}`, contentType, body: forwarded });
      };
      if (read.is === 'status') {
        if (isDryRun) throw notAMessage('Nothing is decided about a status.');
        return asAnswered(await forward(bytes));
      }
      const purpose = request.headers[purposeHeader];
      if (purpose !== undefined && read.message.kind === 'template') {
        throw notAMessage('The purpose of a template is what the registry says.');
      }
      const decided = await passGate(deps, app, { path, isDryRun, purpose, ...read }, key.keyId);
      if (decided.decision === 'deny') {
        if (!isDryRun) countMetric(metrics.gateDenied, 1, deps.now());
        return denial(decided, request.requestId);
      }
      if (isDryRun) return wouldPass(decided);
      const answer = await forward(withDecision(bytes, body, decided.decisionId));
      return asAnswered(answer, decisionHeaders(decided));
    };

  const readsMedia: Act = async (request, { version, nodeId }, key) => {
    const app = await appOfMedia(deps.apps, key, request.rawQuery.phone_number_id);
    const graph = await deps.graph.open(app.appId);
    const query = { phone_number_id: app.whatsapp.phoneNumberId };
    const answer = await graph.send({ method: 'GET', version, path: `/${nodeId}`, query });
    return answer.status === 200 ? asAnswered(answer, {}, mediaAnswer(answer)) : asAnswered(answer);
  };

  const readsTemplates: Act = async (request, { version, nodeId }, key) => {
    const app = await appOfAccount(deps.apps, key, nodeId);
    const query = templatesQuery(request.rawQuery);
    const graph = await deps.graph.open(app.appId);
    return asAnswered(await graph.send({ method: 'GET', version, path: `/${nodeId}/message_templates`, query }));
  };

  const uploads: Act = async (request, { version, nodeId }, key) => {
    const app = await appOfNumber(deps.apps, key, nodeId);
    if (request.rawQueryString !== '') throw notAMessage('A file has no query.');
    const file = await readFile(request.bytes(), request.headers['content-type']);
    const graph = await deps.graph.open(app.appId);
    return asAnswered(await graph.send({ method: 'POST', version, path: `/${nodeId}/media`, ...file }));
  };

  /** Nothing else of Meta's is served. */
  const actOf = (method: string, { edge }: MetaPath): Act | undefined => {
    if (method === 'GET')
      return edge === undefined ? readsMedia : edge === 'message_templates' ? readsTemplates : undefined;
    if (method !== 'POST') return undefined;
    if (edge === 'messages' || edge === 'marketing_messages') return sends(edge);
    return edge === 'media' ? uploads : undefined;
  };

  const answered =
    (pathOf: (request: Request) => string) =>
    async (request: Request): Promise<HttpResponse> => {
      const path = parseMetaPath(pathOf(request));
      if (path === undefined) return noRoute;
      try {
        const act = path === 'unknown' ? undefined : actOf(request.method, path);
        if (path === 'unknown' || act === undefined)
          throw new NotFoundError('The gate does not serve this path of Meta.');
        return await act(request, path, await callerOf(request.headers.authorization, request.sourceIp));
      } catch (error) {
        const answer = asMetaError(error, request.requestId);
        if (answer.status === 503) countMetric(metrics.gateFailedClosed, 1, deps.now());
        if (answer.status === 504) countMetric(metrics.gateOutcomeUnknown, 1, deps.now());
        return answer;
      }
    };

  const onEdge = (edge: GatePath) =>
    answered(({ path: { graphVersion, phoneNumberId } }) => `/${graphVersion}/${phoneNumberId}/${edge}`);
  return {
    'POST /{graphVersion}/{phoneNumberId}/messages': onEdge('messages'),
    'POST /{graphVersion}/{phoneNumberId}/marketing_messages': onEdge('marketing_messages'),
    'ANY /{graph+}': answered(({ path: { graph } }) => `/${graph}`),
  };
}

/** Whether nothing is to be sent. Whatever is not clearly a yes or left out is refused: it must not send by mistake. */
function readDryRun({ headers }: Request): boolean {
  const wanted = headers[dryRunHeader];
  if (wanted === undefined) return false;
  if (wanted !== 'true') throw notAMessage('The header X-OptLedger-Dry-Run may be "true" or left out.');
  return true;
}

/** That a message would have been let through. It has no id of Meta's, for there is none. */
function wouldPass(decided: GateDecision): HttpResponse {
  const body = { messaging_product: 'whatsapp', contacts: [], messages: [], optledger: decisionView(decided) };
  return { status: 200, headers: decisionHeaders(decided), body };
}

/** Meta's own answer. The content type is ours: some clients read no other. */
function asAnswered(answer: MetaAnswer, more: HttpResponse['headers'] = {}, body?: object): HttpResponse {
  const headers = { ...answer.headers, ...more, 'content-type': 'application/json' };
  return { status: answer.status, headers, body: body ?? Buffer.from(answer.body).toString('utf8') };
}
