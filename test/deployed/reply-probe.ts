import { randomUUID } from 'node:crypto';
import { replyAttribute } from '../../lambdas/contract/table.ts';
import { ago, type Shop } from '../support/journeys/shop.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import type { Probe } from './probe.ts';
import type { Stage } from './stage.ts';
import { handOn, ledgerEntriesWith, queueRecord, switchOffMappings } from './table-stream.ts';

/**
 * Hands the entry of a new STOP to send-replies, as its queue would, and looks for its confirmation outside.
 * The queue's own mapping is switched off for it: it would be first.
 */
export async function replyProbe(stage: Stage, shop: Shop): Promise<Probe> {
  const functionName = await stage.functionName('send-replies');
  await switchOffMappings(functionName);
  const asking = () => ledgerEntriesWith(stage, shop, replyAttribute);
  const say = (from: object, at: number, body: string): Promise<number> =>
    shop.hear({ ...textMessage('', `wamid.${randomUUID()}`, at, body), from: undefined, ...from });
  return async (round) => {
    // Somebody who wrote under the number, then under the account, and has a window at each: reading them asks for more.
    const { waId, bsuid } = shop.person(`Ana ${round}`);
    for (const [from, at, body] of [
      [{ from: waId }, ago(9), 'STOP'],
      [{ from_user_id: bsuid }, ago(8), 'STOP'],
      [{ from: waId, from_user_id: bsuid }, ago(7), 'START'],
    ] as const)
      if ((await say(from, at, body)) !== 200) throw new Error(`${body} was not heard.`);
    const known = await asking();
    const status = await say({ from: waId }, ago(0), 'STOP');
    const [entry] = [...(await asking())].filter(([key]) => !known.has(key));
    if (status !== 200 || entry === undefined) throw new Error(`The STOP was answered ${status}.`);
    const before = (await shop.target.sentFrom(shop.phoneNumberId)).length;
    await handOn(functionName, queueRecord(entry[1]));
    if ((await shop.target.sentFrom(shop.phoneNumberId)).length === before) throw new Error('No reply went out.');
  };
}
