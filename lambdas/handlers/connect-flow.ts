import { randomUUID } from 'node:crypto';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../adapters/dynamodb/collection/point-store.ts';
import { subjectStore } from '../adapters/dynamodb/ledger/subject-store.ts';
import { keptAside } from '../adapters/dynamodb/messages/kept-aside.ts';
import { referenceOf } from '../adapters/random/new-reference.ts';
import { saidName } from '../edge/api/telephone/said-name.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { subjectLedger } from '../use-cases/ledger/subject-ledger.ts';
import { toldAside } from './deps/hearing/told-aside.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';
import { type ContactDeps, contactAnswer } from './deps/telephone/contact-answer.ts';

/** A flow of Amazon Connect asks what to say, or brings a key. Rejects when something was not stored: the flow takes its error branch. */
export const connectFlow = (deps: ContactDeps) => eventEndpoint((event: unknown) => contactAnswer(deps, event));

export const handler = coldStart(async () => {
  const table = openTable();
  const key = await identifierKey(table);
  return {
    apps: appStore(table, systemClock),
    ledger: subjectLedger(subjectStore(table, { identifierKey: key, now: systemClock, newId: randomUUID })),
    points: pointStore(table),
    pointOf: referenceOf(key),
    notices: noticeStore(table),
    nameOf: saidName,
    aside: toldAside(keptAside(table, systemClock)),
    now: systemClock,
  };
}, connectFlow);
