import type { App, SmsProvider } from '../app/app.ts';
import { sameLine } from '../identity/phone.ts';

/** By whom the messages of a number come and go, as the app says; a number that it does not name is one of AWS. */
export function smsProviderOf({ smsNumbers }: Pick<App, 'smsNumbers'>, number: string): SmsProvider {
  return smsNumbers.find(({ phone }) => sameLine(phone, number))?.provider ?? 'aws';
}
