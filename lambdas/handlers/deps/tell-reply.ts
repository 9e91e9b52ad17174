import { metrics } from '../../contract/metrics.ts';
import { tooLate } from '../../domain/replies/decide-reply.ts';
import type { ReplyRequest } from '../../domain/replies/reply-request.ts';
import { countMetric } from '../../edge/runtime/count-metric.ts';
import { logger } from '../../edge/runtime/logger.ts';
import type { ReplyResult } from '../../use-cases/messages/send-reply.ts';

/** Logs what came of a reply, and counts what should wake somebody. */
export function tellReply({ appId }: ReplyRequest, result: ReplyResult, at: number): void {
  if (result.outcome === 'again') {
    logger.warn('reply comes again', { appId, count: result.codes.length });
  } else if (result.outcome === 'not-sent') {
    logger.info('reply not sent', { appId, codes: result.codes });
    if (result.codes.some((code) => tooLate.has(code))) countMetric(metrics.replyTooLate, 1, at);
  } else if (result.outcome !== 'sent') {
    countMetric(metrics.replyFailed, 1, at);
    // Meta's codes are numbers, those of AWS words.
    const { code = 'none' } = result;
    logger.error(`reply ${result.outcome}`, { appId, ...(/^\d+$/.test(code) ? { status: Number(code) } : { code }) });
  }
}
