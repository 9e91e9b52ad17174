import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { readJsonSecret } from '../adapters/aws/secrets.ts';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { parseReplyRequest } from '../adapters/dynamodb/entries/parse-reply-request.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { answerLimit } from '../adapters/dynamodb/messages/answer-limit.ts';
import { replyMarkers } from '../adapters/dynamodb/messages/reply-markers.ts';
import { awsSmsSender } from '../adapters/providers/aws-sms/aws-sms-sender.ts';
import { graphSender, graphStatus, parseAccessToken } from '../adapters/providers/meta/graph-sender.ts';
import { environment as env } from '../contract/environment.ts';
import { metrics } from '../contract/metrics.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { countMetric } from '../edge/runtime/count-metric.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { logger } from '../edge/runtime/logger.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { type ReplyDeps, sendReply } from '../use-cases/messages/send-reply.ts';
import { identifierKey, openTable } from './deps/open-table.ts';

/** Answers the acts in a batch of the table stream. A record whose person cannot be read is reported, and comes again. */
export const sendReplies = (deps: ReplyDeps) =>
  eventEndpoint(async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const record of Records) {
      const request = parseReplyRequest(record);
      if (request === undefined) continue;
      const { appId } = request;
      try {
        const result = await sendReply(deps, request);
        if (result.outcome === 'not-sent') logger.info('reply not sent', { appId, codes: result.codes });
        if (result.outcome !== 'failed') continue;
        countMetric(metrics.replyFailed, 1, deps.now());
        logger.failure('reply failed', result.error, { appId, status: graphStatus(result.error) });
      } catch (error) {
        logger.failure('reply not decided', error, { appId });
        batchItemFailures.push({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' });
      }
    }
    return { batchItemFailures };
  });

export const handler = coldStart(async () => {
  const table = openTable();
  const key = await identifierKey(table);
  const token = parseAccessToken(await readJsonSecret(requireEnv(env.whatsappAccessSecret)));
  return {
    apps: appStore(table, systemClock),
    people: people(table, key),
    choices: choiceStore(table, systemClock),
    notices: noticeStore(table),
    markers: replyMarkers(table, systemClock),
    answers: answerLimit(table, key, systemClock),
    whatsapp: graphSender(requireEnv(env.graphUrl), token),
    sms: awsSmsSender(),
    now: systemClock,
  };
}, sendReplies);
