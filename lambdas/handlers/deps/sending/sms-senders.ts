import type { SmsProvider } from '../../../domain/app/app.ts';
import type { SmsSender } from '../../../use-cases/messages/ports.ts';

/** Sends by whom the messages of the number come. */
export function bySmsProvider(senders: Readonly<Record<SmsProvider, SmsSender>>): SmsSender {
  return { send: (from, to, text, by, reference) => senders[by.provider].send(from, to, text, by, reference) };
}
