import { isSaid, listOf, memberOf, textOf } from '../../json/json-reader.ts';

/** An event of ours, as far as Gupshup's form can say it (`domain/events/event.ts`). */
export interface EventForGupshup {
  /** `user.opted_in` … */
  readonly type: string;
  readonly appId: string;
  /** When it was recorded, RFC 3339. */
  readonly timestamp: string;
  /** With `user` where the app lets events name people. */
  readonly data: object;
}

/**
 * An event in the form of Gupshup's callbacks, version 2 (docs.gupshup.io, "User event", and for WhatsApp's own stop `preference-event`). That
 * form knows people by their number alone, and no purposes: a no to anything is a no, also a brake, whose end says nothing here.
 *
 * @returns the body; undefined = this event has no such form, or names no number
 */
export function userEventV2({ type, appId, timestamp, data }: EventForGupshup): string | undefined {
  const user = memberOf(data, 'user');
  const phone = (textOf(user, 'waId') ?? textOf(user, 'phone'))?.replace(/^\+/, '');
  const at = Date.parse(timestamp);
  if (phone === undefined || !/^\d{5,15}$/.test(phone) || Number.isNaN(at)) return undefined;
  const callback = (kind: string, payload: object): string =>
    JSON.stringify({ app: appId, timestamp: at, version: 2, type: kind, payload });
  switch (type) {
    case 'user.opted_in':
      // A yes that counts for nothing is none, and no yes is the end of a brake, which was told as a no.
      return listOf(data, 'purposes')?.length === 0 || isSaid(data, 'braked')
        ? undefined
        : callback('user-event', { phone, type: 'opted-in' });
    case 'user.opted_out':
    case 'user.suppressed':
      return callback('user-event', { phone, type: 'opted-out' });
    case 'platform.stopped':
    case 'platform.resumed': {
      const value = type === 'platform.stopped' ? 'stop' : 'resume';
      const detail = `User requested to ${value} marketing messages`;
      const said = { wa_id: phone, detail, category: 'marketing_messages', value, timestamp: Math.floor(at / 1000) };
      return callback('preference-event', { type: 'user_preferences', payload: { user_preferences: [said] } });
    }
    default:
      return undefined;
  }
}
