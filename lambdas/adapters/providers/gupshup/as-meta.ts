import { isSaid, listOf, memberOf, textOf } from '../../json/json-reader.ts';
import { type GupshupDelivery, readCallbacks } from './delivery.ts';

/** "User has chosen to stop marketing messages", Meta's own code, which Gupshup passes on. */
const stoppedMarketing = '131050';

/**
 * What of a delivery Meta says in its own words, in the form in which Meta posts it: the whole of version 3, where a change that names no number
 * gets the app's; of version 2 preferences, and the refusal by which Meta tells of one. Undefined = nothing is.
 */
export function asMeta(delivery: GupshupDelivery): Uint8Array | undefined {
  const { callbacks, envelope, fault } = readCallbacks(delivery);
  // What nests too deep cannot be written anew: it is read as it came, or kept whole by whoever reads the callbacks.
  if (fault === 'too-deep') return envelope === undefined ? undefined : delivery.body;
  const changes = callbacks.flatMap((callback) => changesOf(delivery, callback));
  const own = changes.length === 0 ? [] : [{ changes }];
  if (envelope === undefined) return changes.length === 0 ? undefined : bytesOf({ entry: own });
  const entries = listOf(envelope, 'entry');
  // No list of entries: as it came, for Meta's reader to say so.
  if (entries === undefined) return own.length === 0 ? delivery.body : bytesOf({ entry: [...own, envelope] });
  return bytesOf({ ...asObject(envelope), entry: [...own, ...entries.map((entry) => withNumber(delivery, entry))] });
}

/** An entry whose changes all name a number of ours. */
function withNumber({ number }: GupshupDelivery, entry: unknown): unknown {
  const changes = listOf(entry, 'changes');
  if (changes === undefined) return entry;
  const named = changes.map((change) => {
    const value = memberOf(change, 'value');
    if (typeof value !== 'object' || value === null || isSaid(memberOf(value, 'metadata'), 'phone_number_id'))
      return change;
    const metadata = { ...asObject(memberOf(value, 'metadata')), phone_number_id: number };
    return { ...asObject(change), value: { ...value, metadata } };
  });
  return { ...asObject(entry), changes: named };
}

function changesOf(delivery: GupshupDelivery, callback: unknown): object[] {
  const metadata = { phone_number_id: delivery.number };
  const payload = memberOf(callback, 'payload');
  switch (textOf(callback, 'type')?.toLowerCase()) {
    case 'preference-event': {
      const inner = memberOf(payload, 'payload');
      const items = listOf(inner, 'user_preferences') ?? listOf(payload, 'user_preferences');
      // Kept aside by whoever reads it: it may have been a stop.
      const user_preferences = items?.map(asPreference) ?? inner ?? null;
      return [{ field: 'user_preferences', value: { metadata, user_preferences } }];
    }
    case 'message-event': {
      const code = textOf(memberOf(payload, 'payload'), 'code');
      if (code !== stoppedMarketing) return [];
      const status = {
        id: textOf(payload, 'id'),
        status: 'failed',
        timestamp: memberOf(callback, 'timestamp'),
        recipient_id: textOf(payload, 'destination'),
        errors: [{ code: Number(stoppedMarketing) }],
      };
      return [{ field: 'messages', value: { metadata, statuses: [status] } }];
    }
    default:
      return [];
  }
}

/** Gupshup writes `userid` where Meta writes `user_id`. */
function asPreference(item: unknown): unknown {
  const bsuid = textOf(item, 'user_id') ?? textOf(item, 'userid');
  return bsuid === undefined ? item : { ...asObject(item), user_id: bsuid };
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function bytesOf(json: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(json));
}
