import { randomUUID } from 'node:crypto';
import type { SNSEvent } from 'aws-lambda';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { inboundEvents } from '../adapters/dynamodb/events/inbound-events.ts';
import { subjectStore } from '../adapters/dynamodb/ledger/subject-store.ts';
import { answerLimit } from '../adapters/dynamodb/messages/answer-limit.ts';
import { keptAside } from '../adapters/dynamodb/messages/kept-aside.ts';
import { awsSmsSender } from '../adapters/providers/aws-sms/aws-sms-sender.ts';
import { parseSmsEvent } from '../adapters/providers/aws-sms/parse-sms.ts';
import { metrics } from '../contract/metrics.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { countMetric, timeMetric } from '../edge/runtime/count-metric.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { hearInbound } from '../use-cases/inbound/hear-inbound.ts';
import type { SmsDeps } from '../use-cases/inbound/inbound-deps.ts';
import { subjectLedger } from '../use-cases/ledger/subject-ledger.ts';
import { readyToHear } from './deps/hearing/ready-to-hear.ts';
import { toldAside } from './deps/hearing/told-aside.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';
import { readyToDate } from './deps/stage/ready-to-date.ts';

/** Two-way SMS through SNS. Rejects when something was not stored: Lambda delivers again, then to the dead-letter queue. */
export const smsInbound = ({ now, ...deps }: SmsDeps & { readonly now: () => number }) =>
  eventEndpoint(async (event: SNSEvent): Promise<void> => {
    const { counts, failures, heardAfter } = await hearInbound(deps, parseSmsEvent(event, now()));
    for (const [name, count] of counts) countMetric(metrics[name], count, now());
    timeMetric(metrics.heardAfter, heardAfter, now());
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything that the SMS says was stored.');
  });

export const handler = coldStart(async () => {
  readyToHear();
  readyToDate();
  const table = openTable();
  const key = await identifierKey(table);
  const ledger = subjectLedger(subjectStore(table, { identifierKey: key, now: systemClock, newId: randomUUID }));
  const apps = appStore(table, systemClock);
  const aside = toldAside(keptAside(table, systemClock));
  const answers = answerLimit(table, key, systemClock);
  const events = inboundEvents(table, key, systemClock);
  return {
    apps,
    ledger,
    notices: noticeStore(table),
    aside,
    sender: awsSmsSender(),
    answers,
    events,
    now: systemClock,
  };
}, smsInbound);
