import type { DynamoDBStreamEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readJsonSecret } from '../adapters/aws/secrets.ts';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { deliveriesOf } from '../adapters/dynamodb/entries/parcel.ts';
import { parseReplyRequest } from '../adapters/dynamodb/entries/parse-reply-request.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { answerLimit } from '../adapters/dynamodb/messages/answer-limit.ts';
import { replyMarkers } from '../adapters/dynamodb/messages/reply-markers.ts';
import { awsSmsSender } from '../adapters/providers/aws-sms/aws-sms-sender.ts';
import { graphSender, parseAccessToken } from '../adapters/providers/meta/graph-sender.ts';
import { environment as env } from '../contract/environment.ts';
import { metrics } from '../contract/metrics.ts';
import { tooLate } from '../domain/replies/decide-reply.ts';
import type { ReplyRequest } from '../domain/replies/reply-request.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { countMetric } from '../edge/runtime/count-metric.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { inOrder, readOver } from '../edge/runtime/handed-over.ts';
import { logger } from '../edge/runtime/logger.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { type ReplyDeps, type ReplyResult, sendReply } from '../use-cases/messages/send-reply.ts';
import { identifierKey, openTable } from './deps/open-table.ts';

/** Milliseconds that one reply may take: what the table is asked, and the longest that Meta or AWS SMS is waited for. */
export const longestReply = 7000;

/** Answers the acts of a batch. What cannot be decided comes again. */
export const sendReplies = (deps: ReplyDeps) =>
  eventEndpoint(
    ({ Records }: SQSEvent | DynamoDBStreamEvent): Promise<SQSBatchResponse> =>
      inOrder(deliveriesOf(Records), longestReply, async ({ image }) => {
        const request = readOver(() => parseReplyRequest(image()), deps.now());
        if (request === 'unread') return false;
        if (request !== undefined) tell(request, await sendReply(deps, request), deps.now());
        return true;
      }),
  );

function tell({ appId }: ReplyRequest, result: ReplyResult, at: number): void {
  if (result.outcome === 'not-sent') {
    logger.info('reply not sent', { appId, codes: result.codes });
    if (result.codes.some((code) => tooLate.has(code))) countMetric(metrics.replyTooLate, 1, at);
  } else if (result.outcome !== 'sent') {
    countMetric(metrics.replyFailed, 1, at);
    // Meta's codes are numbers, those of AWS words.
    const { code = 'none' } = result;
    logger.error(`reply ${result.outcome}`, { appId, ...(/^\d+$/.test(code) ? { status: Number(code) } : { code }) });
  }
}

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
