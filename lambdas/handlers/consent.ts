import { randomUUID } from 'node:crypto';
import { readIdentifierKey } from '../adapters/aws/secrets.ts';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../adapters/dynamodb/collection/point-store.ts';
import { subjectStore } from '../adapters/dynamodb/ledger/subject-store.ts';
import { documentTable } from '../adapters/dynamodb/table/document-table.ts';
import { keyedHash } from '../adapters/dynamodb/table/keyed-hash.ts';
import { environment } from '../contract/environment.ts';
import { type ConsentDeps, consentRoutes } from '../edge/api/consent/consent-routes.ts';
import { httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { noteConsumed } from '../edge/runtime/consumed.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { subjectLedger } from '../use-cases/ledger/subject-ledger.ts';

/** Opt-ins and opt-outs by API. */
export const consent = (deps: ConsentDeps) => httpEndpoint(consentRoutes(deps));

export const handler = coldStart(async () => {
  const table = documentTable(requireEnv(environment.tableName), noteConsumed);
  const identifierKey = await readIdentifierKey(requireEnv(environment.identifierKeySecret));
  return {
    apps: appStore(table, systemClock),
    ledger: subjectLedger(subjectStore(table, { identifierKey, now: systemClock, newId: randomUUID })),
    choices: choiceStore(table, systemClock),
    notices: noticeStore(table),
    points: pointStore(table),
    codeOf: keyedHash(identifierKey).choiceCode,
  };
}, consent);
