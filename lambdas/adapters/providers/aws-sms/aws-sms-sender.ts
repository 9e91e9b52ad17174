import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { SmsSender } from '../../../use-cases/messages/ports.ts';
import { sendFailure } from '../../aws/send-failure.ts';

export const timeLimit = 5_000;

/**
 * Sends through AWS End User Messaging SMS, from the number that the person wrote to. Tried once and for five seconds: a repeat
 * might be a second message.
 */
export function awsSmsSender(): SmsSender {
  const client = new PinpointSMSVoiceV2Client({ maxAttempts: 1 });
  return {
    async send(from, to, text) {
      const message = new SendTextMessageCommand({
        OriginationIdentity: from,
        DestinationPhoneNumber: to,
        MessageBody: text,
        MessageType: 'TRANSACTIONAL',
      });
      try {
        const { MessageId: messageId } = await client.send(message, { abortSignal: AbortSignal.timeout(timeLimit) });
        return { came: 'sent', ...(messageId !== undefined && { messageId }) };
      } catch (error) {
        return sendFailure(error);
      }
    },
  };
}
