import { randomUUID } from 'node:crypto';
import { replyAttribute, table } from '../../lambdas/contract/table.ts';
import { ago, type Person, type Shop } from '../support/journeys/shop.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import type { Probe } from './probe.ts';
import type { Stage } from './stage.ts';
import { handOn, type Image, ledgerEntriesWith, queueRecord, switchOffMappings } from './table-stream.ts';

/**
 * Hands the entries of new STOPs to send-replies, as its queue would: looks for the confirmation of one outside and in its record, and lets
 * Meta refuse the other by the code that says that the person stopped marketing. The queue's own mapping is switched off for it: it would be first.
 */
export async function replyProbe(stage: Stage, shop: Shop): Promise<Probe> {
  const functionName = await stage.functionName('send-replies');
  await switchOffMappings(functionName);
  const asking = () => ledgerEntriesWith(stage, shop, replyAttribute);
  const say = async (from: object, at: number, body: string): Promise<void> => {
    const status = await shop.hear({ ...textMessage('', `wamid.${randomUUID()}`, at, body), from: undefined, ...from });
    if (status !== 200) throw new Error(`${body} was answered ${status}.`);
  };

  /** The entry of the STOP of somebody who wrote under the number, then under the account, and has a window at each: reading and writing them asks for more. */
  async function stopOf({ waId, bsuid }: Person): Promise<Image> {
    await say({ from: waId }, ago(9), 'STOP');
    await say({ from_user_id: bsuid }, ago(8), 'STOP');
    await say({ from: waId, from_user_id: bsuid }, ago(7), 'START');
    const known = await asking();
    await say({ from: waId }, ago(0), 'STOP');
    const [entry] = [...(await asking())].filter(([key]) => !known.has(key));
    if (entry === undefined) throw new Error('The STOP asks for no reply.');
    return entry[1];
  }

  /** What is kept of the message that an entry asked for. */
  async function cameOf(entry: Image): Promise<string | undefined> {
    const sends = await ledgerEntriesWith(stage, shop, 'came');
    const own = [...sends].find(([key]) => key.endsWith(`#${entry[table.sortKey]?.S}`));
    return own?.[1].came?.S;
  }

  return async (round) => {
    const stop = await stopOf(shop.person(`Ana ${round}`));
    const before = (await shop.target.sentFrom(shop.phoneNumberId)).length;
    await handOn(functionName, queueRecord(stop));
    if ((await shop.target.sentFrom(shop.phoneNumberId)).length === before) throw new Error('No reply went out.');
    if ((await cameOf(stop)) !== 'sent') throw new Error('That the reply went out is not kept.');

    const eva = shop.person(`Eva ${round}`);
    const refused = await stopOf(eva);
    await shop.target.refuse(eva.waId, '131050');
    await handOn(functionName, queueRecord(refused));
    if ((await cameOf(refused)) !== 'refused') throw new Error('That the reply was refused is not kept.');
  };
}
