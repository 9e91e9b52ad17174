import { randomUUID } from 'node:crypto';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { keyRate } from '../adapters/dynamodb/admin/key-rate.ts';
import { keyStore } from '../adapters/dynamodb/admin/key-store.ts';
import { choiceStore } from '../adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../adapters/dynamodb/collection/point-store.ts';
import { userDirectory } from '../adapters/dynamodb/directory/user-directory.ts';
import { inboundEvents } from '../adapters/dynamodb/events/inbound-events.ts';
import { subjectStore } from '../adapters/dynamodb/ledger/subject-store.ts';
import { keptAside } from '../adapters/dynamodb/messages/kept-aside.ts';
import { lastWebhook } from '../adapters/dynamodb/messages/last-webhook.ts';
import { lateRefusals } from '../adapters/dynamodb/messages/late-refusals.ts';
import { promptStore } from '../adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../adapters/dynamodb/templates/template-store.ts';
import { asGupshupProblem } from '../edge/gupshup/gupshup-problem.ts';
import { type GupshupDeps, gupshupRoutes } from '../edge/gupshup/gupshup-routes.ts';
import { cursors } from '../edge/http/cursor.ts';
import { type Gate, httpEndpoint } from '../edge/http/http-endpoint.ts';
import { httpStart } from '../edge/http/http-start.ts';
import { timeLeft } from '../edge/runtime/consumed.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { subjectLedger } from '../use-cases/ledger/subject-ledger.ts';
import { type GupshupWebhookDeps, gupshupWebhook } from './deps/hearing/gupshup-webhook.ts';
import { toldAside } from './deps/hearing/told-aside.ts';
import { ownSecrets } from './deps/sending/own-secrets.ts';
import { openProxy } from './deps/stage/open-proxy.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';
import { stageRate } from './deps/stage/stage-rate.ts';

/** Programs made for Gupshup, which are answered in its words; and what Gupshup itself posts, which comes by no proxy, as other webhooks. */
export const gupshup = ({
  proxy,
  ...deps
}: GupshupDeps & GupshupWebhookDeps & Pick<Gate, 'proxy'>): ReturnType<typeof httpEndpoint> => {
  const programs = httpEndpoint(gupshupRoutes(deps), asGupshupProblem, { proxy });
  const webhook = httpEndpoint({ 'POST /webhooks/gupshup/{appId}/{secret}': gupshupWebhook(deps) });
  return (event, context) => (event.rawPath.startsWith('/webhooks/') ? webhook : programs)(event, context);
};

export const handler = httpStart(
  async () => {
    const table = openTable();
    const [key, proxy] = await Promise.all([identifierKey(table), openProxy()]);
    return {
      keys: keyStore(table),
      rate: keyRate(table, systemClock),
      stageRate: stageRate(),
      apps: appStore(table, systemClock),
      ledger: subjectLedger(subjectStore(table, { identifierKey: key, now: systemClock, newId: randomUUID })),
      notices: noticeStore(table),
      points: pointStore(table),
      choices: choiceStore(table, systemClock),
      prompts: promptStore(table, systemClock),
      templates: templateStore(table),
      refusals: lateRefusals(table, key),
      directory: userDirectory(table),
      cursors: cursors(async () => key),
      events: inboundEvents(table, key, systemClock),
      aside: toldAside(keptAside(table, systemClock)),
      lastWebhook: lastWebhook(table, systemClock),
      secrets: ownSecrets(),
      proxy,
      timeLeft,
      now: systemClock,
    };
  },
  gupshup,
  asGupshupProblem,
);
