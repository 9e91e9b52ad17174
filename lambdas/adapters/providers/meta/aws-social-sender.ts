import { SendWhatsAppMessageCommand, SocialMessagingClient } from '@aws-sdk/client-socialmessaging';
import type { WhatsappSender } from '../../../use-cases/messages/ports.ts';
import { sendFailure } from '../../aws/send-failure.ts';
import { cloudMessage } from './cloud-message.ts';
import { timeLimit } from './graph-request.ts';

/**
 * Sends through AWS End User Messaging Social (`SendWhatsAppMessage`): the message is Meta's own. Tried once and for five seconds, because
 * AWS takes no token by which it would know a repeat. It gives no code of Meta's: what Meta refuses comes as a status.
 *
 * @param metaApiVersion as Meta writes it, `v26.0`; AWS keeps a list of its own of those that it takes
 */
export function awsSocialSender(metaApiVersion: string): WhatsappSender {
  const client = new SocialMessagingClient({ maxAttempts: 1 });
  return {
    async send({ awsPhoneNumberId }, to, message, reference) {
      if (awsPhoneNumberId === undefined) return { came: 'not-sent', code: 'no-credentials' };
      const body = JSON.stringify(cloudMessage(to, message, reference));
      const command = new SendWhatsAppMessageCommand({
        originationPhoneNumberId: awsPhoneNumberId,
        message: new TextEncoder().encode(body),
        metaApiVersion,
      });
      try {
        // Its `messageId` is AWS's own: Meta's statuses bear another, so a late refusal would never be believed by it.
        await client.send(command, { abortSignal: AbortSignal.timeout(timeLimit) });
        return { came: 'sent' };
      } catch (error) {
        return sendFailure(error);
      }
    },
  };
}
