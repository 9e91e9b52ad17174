import { randomUUID } from 'node:crypto';
import { readIdentifierKey } from '../adapters/aws/secrets.ts';
import { appStore } from '../adapters/dynamodb/app-store.ts';
import { choiceStore } from '../adapters/dynamodb/choice-store.ts';
import { documentTable } from '../adapters/dynamodb/document-table.ts';
import { keyedHash } from '../adapters/dynamodb/keyed-hash.ts';
import { noticeStore } from '../adapters/dynamodb/notice-store.ts';
import { pointStore } from '../adapters/dynamodb/point-store.ts';
import { subjectLedger } from '../adapters/dynamodb/subject-ledger.ts';
import { environment } from '../contract/environment.ts';
import { coldStart } from '../edge/cold-start.ts';
import { noteConsumed } from '../edge/consumed.ts';
import { httpEndpoint } from '../edge/http-endpoint.ts';
import { requireEnv } from '../edge/require-env.ts';
import { type ConsentDeps, consentRoutes } from '../edge/routes/consent-routes.ts';
import { systemClock } from '../edge/system-clock.ts';

/** Opt-ins and opt-outs by API. */
export const consent = (deps: ConsentDeps) => httpEndpoint(consentRoutes(deps));

export const handler = coldStart(async () => {
  const table = documentTable(requireEnv(environment.tableName), noteConsumed);
  const identifierKey = await readIdentifierKey(requireEnv(environment.identifierKeySecret));
  return {
    apps: appStore(table, systemClock),
    ledger: subjectLedger(table, { identifierKey, now: systemClock, newId: randomUUID }),
    choices: choiceStore(table, systemClock),
    notices: noticeStore(table),
    points: pointStore(table),
    codeOf: keyedHash(identifierKey).choiceCode,
  };
}, consent);
