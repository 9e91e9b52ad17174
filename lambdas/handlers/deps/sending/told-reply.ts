import { metrics } from '../../../contract/metrics.ts';
import { tooLate } from '../../../domain/replies/decide-reply.ts';
import { countMetric } from '../../../edge/runtime/count-metric.ts';
import { logger } from '../../../edge/runtime/logger.ts';
import type { ReplyResult } from '../../../use-cases/messages/send-reply.ts';

/** Counts and logs what came of a reply, so that alarms and whoever reads the log learn of it. */
export function toldReply(appId: string, result: ReplyResult, at: number): void {
  switch (result.outcome) {
    case 'sent':
      return;
    case 'again':
      logger.warn('reply comes again', { appId, ...coded(result.codes[0]) });
      return;
    case 'not-sent':
      logger.info('reply not sent', { appId, codes: result.codes });
      if (result.codes.some((code) => tooLate.has(code))) countMetric(metrics.replyTooLate, 1, at);
      return;
    case 'refused':
    case 'unknown':
      countMetric(metrics.replyFailed, 1, at);
      logger.error(`reply ${result.outcome}`, { appId, ...coded(result.code) });
  }
}

/** The codes of Meta and Twilio are numbers, those of AWS words in capitals, which the log knows by their form. */
function coded(code = 'none'): { readonly status: number } | { readonly code: string } {
  return /^\d{1,7}$/.test(code) ? { status: Number(code) } : { code: code.replaceAll('_', '-') };
}
