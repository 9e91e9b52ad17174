import { randomUUID } from 'node:crypto';
import { ago, openShop, shopOf } from '../support/journeys/shop.ts';
import { everyRow, type JourneyTarget } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { expectStatus, type Probe } from './probe.ts';

/** What came to the number of an app before there was the app, heard again; of another person each round, who knows us by two names. */
export async function asideProbe(target: JourneyTarget): Promise<Probe> {
  const named = shopOf('aside', {}, target);
  const messages = Array.from({ length: 24 }, (_, index) => {
    const { waId, bsuid } = named.person(`Ana ${index}`);
    return { ...textMessage(waId, `wamid.${randomUUID()}`, ago(9), 'STOP'), from_user_id: bsuid };
  });
  expectStatus({ status: await named.hear(...messages) }, 200);
  const shop = await openShop('aside', {}, target);
  const all = await everyRow((cursor) => shop.get(`kept-aside?limit=100${cursor}`));
  const waiting = all.filter(({ receivedBy }) => receivedBy === shop.phoneNumberId);
  return async () => {
    const asideId = waiting.pop()?.asideId;
    if (asideId === undefined) throw new Error('Nothing waits any more.');
    const heard = await shop.post(`kept-aside/${asideId}/hear`, {});
    expectStatus(heard, 200);
    if (heard.body.came !== 'stored') throw new Error(`What was kept aside is ${heard.body.came}.`);
  };
}
