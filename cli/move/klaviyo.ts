import * as z from 'zod';
import { UsageError } from '../usage-error.ts';
import { readJson } from './read-json.ts';
import type { LeftOut, MovedFile, Told } from './told.ts';

export const channels = ['whatsapp', 'sms'] as const;
export type Channel = (typeof channels)[number];

const consent = z.object({
  consent: z.string().optional().nullable(),
  consent_timestamp: z.string().optional().nullable(),
  last_updated: z.string().optional().nullable(),
  method: z.string().optional().nullable(),
  method_detail: z.string().optional().nullable(),
  can_receive: z.boolean().optional().nullable(),
  can_receive_sms_marketing: z.boolean().optional().nullable(),
  valid_until: z.string().optional().nullable(),
  phone_number: z.string().optional().nullable(),
});

const profile = z.object({
  id: z.string(),
  attributes: z.object({
    phone_number: z.string().optional().nullable(),
    subscriptions: z
      .record(z.string(), z.object({ marketing: consent.optional().nullable() }).optional().nullable())
      .optional()
      .nullable(),
  }),
});

const page = z.object({ data: z.array(z.unknown()) });

/**
 * Pages of `GET /api/profiles?additional-fields[profile]=subscriptions`: one, or an array of them. Consent is per channel, and the one to
 * marketing is read.
 *
 * @param smsNamesWhatsapp the text that people agreed to for SMS named WhatsApp, too
 * @throws UsageError for what is no such answer
 */
export function readKlaviyo(json: string, channel: Channel, smsNamesWhatsapp: boolean): MovedFile {
  const answer = readJson(json);
  const pages = z
    .array(page)
    .min(1)
    .safeParse(Array.isArray(answer) ? answer : [answer]).data;
  if (pages === undefined) throw new UsageError('These are no profiles of Klaviyo: there is no array "data".');
  const rows = pages.flatMap(({ data }, at) =>
    data.map((each, index) => {
      const place = `${pages.length > 1 ? `/${at}` : ''}/data/${index}`;
      return rowOf(each, place, channel, smsNamesWhatsapp);
    }),
  );
  return { rows, date: { format: 'iso' } };
}

function rowOf(given: unknown, place: string, channel: Channel, smsNamesWhatsapp: boolean): Told | LeftOut {
  const read = profile.safeParse(given).data;
  if (read === undefined) return { place, reason: 'It is no profile.' };
  const { phone_number: ownPhone, subscriptions } = read.attributes;
  if (subscriptions == null) {
    return { place, reason: 'It has no subscriptions: ask with additional-fields[profile]=subscriptions.' };
  }
  const marketing = subscriptions[channel]?.marketing;
  if (marketing?.consent == null || marketing.consent === 'NEVER_SUBSCRIBED') {
    return { place, reason: `Nothing was ever said about ${nameOf[channel]}.` };
  }
  const written = (marketing.phone_number ?? ownPhone ?? '').trim();
  const digits = written.replace(/\D/g, '');
  if (digits === '') return { place, reason: 'It has no phone number.' };
  // Digits of an extension would make it somebody else's.
  if (!/^\+?[\d\s()-]+$/.test(written)) return { place, reason: 'Its phone number is none.' };
  const how = [marketing.method, marketing.method_detail].filter((part) => part).join(', ');
  const documentRef = `Klaviyo profile ${read.id}, ${nameOf[channel]}${how === '' ? '' : `: ${how}`}`;
  const told = { place, phone: `+${digits}`, documentRef };
  if (marketing.consent === 'UNSUBSCRIBED') {
    return { ...told, said: 'no', date: later(marketing.consent_timestamp, marketing.last_updated) };
  }
  if (marketing.consent !== 'SUBSCRIBED') return { place, reason: 'Its consent is none that is known.' };
  if (channel === 'sms' && !smsNamesWhatsapp) return { place, reason: smsIsNotWhatsapp };
  if (marketing.can_receive === false || marketing.can_receive_sms_marketing === false) {
    return { place, reason: 'Klaviyo itself does not send to it, although it is subscribed.' };
  }
  if (marketing.valid_until) return { place, reason: 'Its consent ends by itself, which an import cannot keep.' };
  return { ...told, said: 'yes', date: marketing.consent_timestamp ?? '' };
}

export const smsIsNotWhatsapp =
  'A yes to SMS is none to WhatsApp, unless the text that people agreed to named WhatsApp (--sms-names-whatsapp).';

const nameOf = { whatsapp: 'WhatsApp', sms: 'SMS' } as const;

/** Of two times of one no the later: when in doubt it was said after the yes. */
function later(one: string | null | undefined, other: string | null | undefined): string {
  const times = [one, other].filter(
    (time): time is string => typeof time === 'string' && Number.isFinite(Date.parse(time)),
  );
  return times.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? '';
}
