import { randomUUID } from 'node:crypto';
import type { SNSEvent } from 'aws-lambda';
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
import { parseSocialEvent, socialBodies } from '../adapters/providers/meta/parse-social.ts';
import { metrics } from '../contract/metrics.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { countMetric, timeMetric } from '../edge/runtime/count-metric.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { hearInbound } from '../use-cases/inbound/hear-inbound.ts';
import type { WhatsappDeps } from '../use-cases/inbound/inbound-deps.ts';
import { subjectLedger } from '../use-cases/ledger/subject-ledger.ts';
import type { LastWebhook } from '../use-cases/messages/ports.ts';
import { notedWebhook } from './deps/hearing/noted-webhook.ts';
import { readyToHear } from './deps/hearing/ready-to-hear.ts';
import { toldAside } from './deps/hearing/told-aside.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';

type Deps = WhatsappDeps & { readonly now: () => number; readonly lastWebhook?: Pick<LastWebhook, 'note'> };

/**
 * WhatsApp by AWS End User Messaging Social, through SNS. No signature: only that service of this account may publish to the topic. Rejects
 * when something was not stored: Lambda delivers again, then to the dead-letter queue.
 */
export const awsWhatsapp = ({ now, lastWebhook, ...deps }: Deps) =>
  eventEndpoint(async (event: SNSEvent): Promise<void> => {
    const { counts, failures, heardAfter } = await hearInbound(deps, parseSocialEvent(event, now()));
    for (const [name, count] of counts) countMetric(metrics[name], count, now());
    timeMetric(metrics.heardAfter, heardAfter, now());
    for (const { body } of socialBodies(event)) if (body !== undefined) await notedWebhook(lastWebhook, body);
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything that the message says was stored.');
  });

export const handler = coldStart(async () => {
  readyToHear();
  const table = openTable();
  const key = await identifierKey(table);
  return {
    apps: appStore(table, systemClock),
    ledger: subjectLedger(subjectStore(table, { identifierKey: key, now: systemClock, newId: randomUUID })),
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
}, awsWhatsapp);
