import { randomUUID } from 'node:crypto';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../adapters/dynamodb/collection/choice-store.ts';
import { pointStore } from '../adapters/dynamodb/collection/point-store.ts';
import { inboundEvents } from '../adapters/dynamodb/events/inbound-events.ts';
import { subjectStore } from '../adapters/dynamodb/ledger/subject-store.ts';
import { keptAside } from '../adapters/dynamodb/messages/kept-aside.ts';
import { lastWebhook } from '../adapters/dynamodb/messages/last-webhook.ts';
import { lateRefusals } from '../adapters/dynamodb/messages/late-refusals.ts';
import { promptStore } from '../adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../adapters/dynamodb/templates/template-store.ts';
import { parseWebhook } from '../adapters/providers/meta/parse-webhook.ts';
import { isSigned, verifiedChallenge, type WebhookSecrets } from '../adapters/providers/meta/signature.ts';
import { metrics } from '../contract/metrics.ts';
import { httpEndpoint } from '../edge/http/http-endpoint.ts';
import { httpStart } from '../edge/http/http-start.ts';
import { countMetric, timeMetric } from '../edge/runtime/count-metric.ts';
import { logger } from '../edge/runtime/logger.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { hearInbound } from '../use-cases/inbound/hear-inbound.ts';
import type { WhatsappDeps } from '../use-cases/inbound/inbound-deps.ts';
import { subjectLedger } from '../use-cases/ledger/subject-ledger.ts';
import type { LastWebhook } from '../use-cases/messages/ports.ts';
import { notedWebhook } from './deps/hearing/noted-webhook.ts';
import { readyToHear } from './deps/hearing/ready-to-hear.ts';
import { toldAside } from './deps/hearing/told-aside.ts';
import { readWebhookSecrets } from './deps/hearing/webhook-secrets.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';

type Deps = WhatsappDeps & { secrets: WebhookSecrets; now: () => number; lastWebhook?: Pick<LastWebhook, 'note'> };

/** Meta's webhook. Unsigned: 401 before anything is read. Not stored: 503, and Meta delivers again. All else: 200. */
export const whatsappWebhook = ({ secrets, now, lastWebhook, ...deps }: Deps) =>
  httpEndpoint({
    'GET /webhooks/whatsapp': ({ rawQueryString }) => {
      const challenge = verifiedChallenge(rawQueryString, secrets.verifyToken);
      return challenge === undefined ? { status: 403 } : { status: 200, body: challenge };
    },
    'POST /webhooks/whatsapp': async ({ bytes, headers }) => {
      const body = bytes();
      if (!isSigned(body, headers['x-hub-signature-256'], secrets.appSecrets)) {
        countMetric(metrics.signatureRefused, 1, now());
        return { status: 401 };
      }
      const { counts, failures, heardAfter } = await hearInbound(deps, parseWebhook(body, now()));
      for (const [name, count] of counts) countMetric(metrics[name], count, now());
      timeMetric(metrics.heardAfter, heardAfter, now());
      for (const failure of failures) logger.failure('webhook item not stored', failure);
      await notedWebhook(lastWebhook, body);
      return { status: failures.length === 0 ? 200 : 503 };
    },
  });

export const handler = httpStart(async () => {
  readyToHear();
  const table = openTable();
  const [key, secrets] = await Promise.all([identifierKey(table), readWebhookSecrets()]);
  const ledger = subjectLedger(subjectStore(table, { identifierKey: key, now: systemClock, newId: randomUUID }));
  return {
    secrets,
    apps: appStore(table, systemClock),
    ledger,
    choices: choiceStore(table, systemClock),
    points: pointStore(table),
    refusals: lateRefusals(table, key),
    prompts: promptStore(table, systemClock),
    templates: templateStore(table),
    events: inboundEvents(table, key, systemClock),
    aside: toldAside(keptAside(table, systemClock)),
    lastWebhook: lastWebhook(table, systemClock),
    now: systemClock,
  };
}, whatsappWebhook);
