import { numbersIn } from '../../../adapters/providers/meta/numbers-in.ts';
import { logger } from '../../../edge/runtime/logger.ts';
import type { LastWebhook } from '../../../use-cases/messages/ports.ts';

/**
 * Notes that a webhook came, for each number in it. It only tells people when nothing comes any more: whether it could be noted must not
 * bring the webhook back.
 *
 * @param last undefined = nobody is told of silence
 */
export async function notedWebhook(last: Pick<LastWebhook, 'note'> | undefined, body: Uint8Array): Promise<void> {
  if (last === undefined) return;
  for (const number of numbersIn(body)) {
    await last.note(number).catch((failure: unknown) => logger.failure('webhook not noted', failure));
  }
}
