import type { App } from '../../domain/app/app.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { parseWaId } from '../../domain/identity/phone.ts';
import type { OutgoingMessage } from '../../domain/replies/outgoing-message.ts';
import type { ReplyRequest } from '../../domain/replies/reply-request.ts';
import type { Provider } from '../../domain/sends/provider-codes.ts';
import { sendReference } from '../../domain/sends/send.ts';
import type { SendResult } from '../../domain/sends/send-result.ts';
import { smsProviderOf } from '../../domain/sends/sms-provider.ts';
import { bsuidOf, personOf } from './person-of-request.ts';
import type { SmsSender, WhatsappRecipient, WhatsappSender } from './ports.ts';

export interface OutgoingDeps {
  readonly whatsapp: WhatsappSender;
  readonly sms: SmsSender;
}

/** A message on its way: by whom, to whom. */
export interface Outgoing {
  readonly provider: Provider;
  /** On WhatsApp, and by SMS where late news is believed by it. */
  readonly to?: WhatsappRecipient | { readonly phone: string };
  /** Whom a refusal is about: nobody but the one identifier that it was sent to. */
  readonly person: PersonRef;
  readonly send: () => Promise<SendResult>;
}

/** How the message goes out on the channel that the person used; undefined where there is no address. */
export function outgoingOf(
  deps: OutgoingDeps,
  app: App,
  request: ReplyRequest,
  message: OutgoingMessage,
): Outgoing | undefined {
  const { source, identifiers, receivedBy, kind } = request;
  if (source === 'sms-keyword') {
    const { phone } = identifiers;
    // Questions have buttons, which an SMS has not.
    if (phone === undefined || receivedBy === undefined || kind === 'opt-in-question' || kind === 'first-contact')
      return undefined;
    const by = { appId: app.appId, provider: smsProviderOf(app, receivedBy) };
    const person = { phone: personOf(request).phone };
    if (by.provider === 'aws')
      return { provider: 'aws-sms', person, send: () => deps.sms.send(receivedBy, phone, message.text, by) };
    // Its provider tells later what became of it, perhaps before we know under which id.
    const send = () => deps.sms.send(receivedBy, phone, message.text, by, sendReference(request));
    return { provider: by.provider, to: { phone }, person, send };
  }
  const to = kind === 'welcome' ? callerOf(request) : recipientOf(identifiers);
  const from = app.whatsapp;
  if (to === undefined || from === undefined) return undefined;
  return {
    provider: from.provider ?? 'meta',
    to,
    person: 'waId' in to ? { phone: parseWaId(to.waId)?.digits } : to,
    send: () => deps.whatsapp.send({ ...from, appId: app.appId }, to, message, sendReference(request)),
  };
}

/** Who called, by the number that they called from: there is no other. */
function callerOf(request: ReplyRequest): WhatsappRecipient | undefined {
  const { phone } = personOf(request);
  return phone === undefined ? undefined : { waId: phone };
}

/** The `wa_id` exactly as it came: a number made by rule may be a stranger's. */
function recipientOf(identifiers: ReplyRequest['identifiers']): WhatsappRecipient | undefined {
  const { waId } = identifiers;
  if (waId !== undefined && parseWaId(waId) !== undefined) return { waId };
  const bsuid = bsuidOf(identifiers);
  return bsuid === undefined ? undefined : { bsuid };
}
