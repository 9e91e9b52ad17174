import { randomUUID } from 'node:crypto';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { auditStore } from '../adapters/dynamodb/admin/audit-store.ts';
import { keyRate } from '../adapters/dynamodb/admin/key-rate.ts';
import { choiceStore } from '../adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../adapters/dynamodb/collection/point-store.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { subjectStore } from '../adapters/dynamodb/ledger/subject-store.ts';
import { promptStore } from '../adapters/dynamodb/messages/prompt-store.ts';
import { keyedHash } from '../adapters/dynamodb/table/keyed-hash.ts';
import { type ConsentDeps, consentRoutes } from '../edge/api/consent/consent-routes.ts';
import { type HandoverActDeps, handoverActRoutes } from '../edge/api/handovers/handover-routes.ts';
import { type KeptAsideActDeps, keptAsideActRoutes } from '../edge/api/kept-aside/kept-aside-act-routes.ts';
import { type SuppressionDeps, suppressionRoutes } from '../edge/api/suppressions/suppression-routes.ts';
import { type Gate, httpEndpoint } from '../edge/http/http-endpoint.ts';
import { httpStart } from '../edge/http/http-start.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { subjectLedger } from '../use-cases/ledger/subject-ledger.ts';
import { heardAgainWith } from './deps/hearing/heard-again.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';
import { readyToDate } from './deps/stage/ready-to-date.ts';

/** Opt-ins, opt-outs and suppressions by API, and what somebody does about what was kept aside. */
export const consent = (deps: ConsentDeps & SuppressionDeps & HandoverActDeps & KeptAsideActDeps & Gate) =>
  httpEndpoint(
    { ...consentRoutes(deps), ...suppressionRoutes(deps), ...handoverActRoutes(deps), ...keptAsideActRoutes(deps) },
    undefined,
    deps,
  );

export const handler = httpStart(async () => {
  readyToDate();
  const table = openTable();
  const key = await identifierKey(table);
  return {
    rate: keyRate(table, systemClock),
    apps: appStore(table, systemClock),
    ledger: subjectLedger(subjectStore(table, { identifierKey: key, now: systemClock, newId: randomUUID })),
    people: people(table, key),
    now: systemClock,
    choices: choiceStore(table, systemClock),
    prompts: promptStore(table, systemClock),
    notices: noticeStore(table),
    points: pointStore(table),
    codeOf: keyedHash(key).choiceCode,
    audit: auditStore(table, systemClock),
    ...heardAgainWith(table, key, systemClock),
  };
}, consent);
