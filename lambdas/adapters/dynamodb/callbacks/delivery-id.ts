/** A delivery's id says where it lies: its lane and its order there. */
export const deliveryIdOf = (lane: string, order: number): string =>
  `dlv_${Buffer.from(`${lane}#${order}`).toString('base64url')}`;

/** Undefined for what is no id of ours; each delivery has one spelling. */
export function parseDeliveryId(deliveryId: string): { readonly lane: string; readonly order: number } | undefined {
  const text = Buffer.from(deliveryId.replace(/^dlv_/, ''), 'base64url').toString();
  const [, lane, digits] = /^([\w~.-]{1,120})#([1-9]\d{0,11})$/.exec(text) ?? [];
  if (lane === undefined || deliveryIdOf(lane, Number(digits)) !== deliveryId) return undefined;
  return { lane, order: Number(digits) };
}
