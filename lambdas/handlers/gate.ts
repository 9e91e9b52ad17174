import { appSecrets } from '../adapters/aws/app-secrets.ts';
import { readJsonSecretIfAny } from '../adapters/aws/secrets.ts';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { keyRate } from '../adapters/dynamodb/admin/key-rate.ts';
import { keyStore } from '../adapters/dynamodb/admin/key-store.ts';
import { gateReader } from '../adapters/dynamodb/gate/gate-reader.ts';
import { keptDecisions } from '../adapters/dynamodb/gate/kept-decisions.ts';
import { metaGraph } from '../adapters/providers/meta/meta-graph.ts';
import { environment as env } from '../contract/environment.ts';
import { metrics } from '../contract/metrics.ts';
import { type GateDeps, gateRoutes } from '../edge/gate/gate-routes.ts';
import { asMetaProblem } from '../edge/gate/meta-error.ts';
import { parseMetaPath } from '../edge/gate/meta-path.ts';
import { asGupshupProblem, isGupshupPath } from '../edge/gupshup/gupshup-problem.ts';
import type { HttpEvent } from '../edge/http/caller.ts';
import type { Problem } from '../edge/http/error-response.ts';
import { type Gate, httpEndpoint } from '../edge/http/http-endpoint.ts';
import { httpStart } from '../edge/http/http-start.ts';
import { countMetric } from '../edge/runtime/count-metric.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { metaTokens } from './deps/sending/meta-token.ts';
import { openProxy } from './deps/stage/open-proxy.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';
import { stageRate } from './deps/stage/stage-rate.ts';

/**
 * The send gate: what Meta's send API takes, let through only to whom it may go. What no route takes comes here, too: paths and methods that
 * Gupshup's own API has not are refused as it would.
 */
export const gate = ({ proxy, ...deps }: GateDeps & Pick<Gate, 'proxy'>): ReturnType<typeof httpEndpoint> => {
  const meta = httpEndpoint(gateRoutes(deps), inMetasWords, { proxy });
  const gupshup = httpEndpoint({}, asGupshupProblem, { proxy });
  return (event, context) => (isGupshupPath(event.rawPath) ? gupshup : meta)(event, context);
};

/** What fails before a route is reached, or takes too long, as Meta would say it. */
function inMetasWords(problem: Problem, event: HttpEvent) {
  if (parseMetaPath(event.rawPath) === undefined) return undefined;
  const answer = asMetaProblem(problem);
  if (answer.status === 503) countMetric(metrics.gateFailedClosed, 1, systemClock());
  return answer;
}

export const handler = httpStart(
  async () => {
    const table = openTable();
    const [key, proxy] = await Promise.all([identifierKey(table, { keeps: false }), openProxy()]);
    const stage = { meta: requireEnv(env.whatsappAccessSecret) };
    const prefix = requireEnv(env.appSecretsPrefix);
    const tokens = metaTokens(appSecrets(prefix, systemClock, readJsonSecretIfAny, stage));
    return {
      keys: keyStore(table),
      rate: keyRate(table, systemClock),
      stageRate: stageRate(),
      apps: appStore(table, systemClock),
      reader: gateReader(table, key),
      decisions: keptDecisions(table),
      graph: metaGraph(requireEnv(env.graphUrl), tokens.of, tokens.anew),
      proxy,
      now: systemClock,
    };
  },
  gate,
  (problem, event) => inMetasWords(problem, event) ?? asGupshupProblem(problem, event),
);
