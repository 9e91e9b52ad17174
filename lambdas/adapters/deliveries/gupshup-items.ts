import type { InboundItem, UnreadableItem } from '../../domain/inbound/inbound-act.ts';
import { asMeta } from '../providers/gupshup/as-meta.ts';
import { type GupshupDelivery, partOf } from '../providers/gupshup/delivery.ts';
import { parseCallbacks } from '../providers/gupshup/parse-callbacks.ts';
import { parseWebhook } from '../providers/meta/parse-webhook.ts';

/**
 * All that a delivery of Gupshup's says: what is Gupshup's own, and what is Meta's in Meta's words. It is the secret of the app that proves
 * it, and what cannot be used of it is kept whole. Never throws.
 */
export function gupshupItems(delivery: GupshupDelivery): InboundItem[] {
  const meta = asMeta(delivery);
  const part = partOf(delivery);
  const passedOn = meta === undefined ? [] : parseWebhook(meta, delivery.receivedAt);
  const items = [
    ...parseCallbacks(delivery),
    ...passedOn.map((item): InboundItem => {
      if (item.event === 'ignored') return item;
      // The secret of one app says nothing of templates, which are of an account and may be another app's.
      if (item.event === 'template') return { event: 'ignored', why: 'template' };
      return 'person' in item ? { ...item, provenBy: delivery.appId, part } : { ...item, part };
    }),
  ];
  return items.filter((item, at) => item.event !== 'unreadable' || isFirst(item, at, items));
}

/** The whole is kept aside once for one reason, whoever of the two readers gives it, and however often. */
function isFirst({ why }: UnreadableItem, at: number, items: readonly InboundItem[]): boolean {
  return items.findIndex((each) => each.event === 'unreadable' && each.why === why) === at;
}
