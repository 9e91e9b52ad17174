import { parsePhone } from '../../../domain/identity/phone.ts';
import type { InboundChannel } from '../../../domain/inbound/inbound-act.ts';
import { type ParsedPerson, parsePerson } from '../../../domain/inbound/parse-person.ts';
import { idAsEvidence } from '../../../domain/inbound/words-as-evidence.ts';
import { textOf } from '../../json/json-reader.ts';
import type { TwilioFields } from './fields.ts';

/** An address as Twilio writes it: `whatsapp:+E164`, `whatsapp:` and a BSUID, or the number alone for SMS. */
interface TwilioAddress {
  readonly channel: InboundChannel;
  readonly id: string;
}

/** Undefined for an address of another channel (`rcs:`, `messenger:` …), and for none. */
export function parseAddress(text: string | undefined): TwilioAddress | undefined {
  const [, prefix, id = ''] = /^(?:([A-Za-z][A-Za-z_-]*):)?(.+)$/s.exec(text?.trim() ?? '') ?? [];
  if (id === '' || (prefix !== undefined && prefix.toLowerCase() !== 'whatsapp')) return undefined;
  if (prefix === undefined) return { channel: 'sms', id };
  return { channel: 'whatsapp', id: /^\d+$/.test(id) ? `+${id}` : id };
}

/** A number of ours: on WhatsApp with its plus, by which apps are found. */
export function parseOwnAddress(text: string | undefined): TwilioAddress | undefined {
  const address = parseAddress(text);
  return address?.channel === 'whatsapp' && !/^\+\d{7,15}$/.test(address.id) ? undefined : address;
}

/**
 * Who an address is. On WhatsApp the fields beside it complete the pair of number and BSUID (Twilio, "Request to your webhook URL"; the
 * BSUID is `ExternalUserId` there and `ExternalUserIdentifier` in the changelog of 2026-07-20), and stand for an address that says nobody.
 */
export function personAt(
  { channel, id }: TwilioAddress,
  beside: Pick<TwilioFields, string> = {},
): ParsedPerson | undefined {
  if (channel === 'sms') {
    const phone = parsePhone(id);
    return 'fault' in phone ? undefined : { person: { phone: phone.digits }, received: { phone: idAsEvidence(id) } };
  }
  const bsuid = textOf(beside, 'ExternalUserId') ?? textOf(beside, 'ExternalUserIdentifier');
  const named = parsePerson({ waId: id.replace(/^\+/, '') });
  const waId = named?.person.phone === undefined ? textOf(beside, 'WaId') : id.replace(/^\+/, '');
  const own = named?.person.bsuid === undefined ? bsuid : id;
  return parsePerson({ waId, bsuid: own?.replace(/^whatsapp:/i, '') }) ?? named;
}
