import { randomUUID } from 'node:crypto';
import { ago, openShop, shopOf } from '../support/journeys/shop.ts';
import { everyRow, type JourneyTarget } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { expectStatus, type Probe } from './probe.ts';

const people = 24;

/**
 * What came to the number of an app before there was the app, heard again: each round that somebody who had stopped has another number
 * now, and what somebody writes whom nobody knew.
 */
export async function asideProbe(target: JourneyTarget): Promise<Probe> {
  const named = shopOf('aside', {}, target);
  const fromAll = (message: (index: number) => object): readonly object[] =>
    Array.from({ length: people }, (_, index) => message(index));
  const id = (): string => `wamid.${randomUUID()}`;
  const waIdOf = (name: string, index: number): string => named.person(`${name} ${index}`).waId;
  const moved = fromAll((index) => {
    const [from, to] = [waIdOf('Ana', index), waIdOf('Moved', index)];
    const system = { type: 'user_changed_number', wa_id: to, body: `from ${from} to ${to}` };
    return { from, id: id(), timestamp: String(ago(7) / 1000), type: 'system', system };
  });
  const written = fromAll((index) => textMessage(waIdOf('Eva', index), id(), ago(7), 'hola'));
  expectStatus({ status: await named.hear(...moved, ...written) }, 200);
  const shop = await openShop('aside', {}, target);
  expectStatus(
    { status: await shop.hear(...fromAll((index) => textMessage(waIdOf('Ana', index), id(), ago(9), 'STOP'))) },
    200,
  );

  const all = await everyRow((cursor) => shop.get(`kept-aside?limit=100${cursor}`));
  const waiting = all.filter(({ receivedBy }) => receivedBy === shop.phoneNumberId);
  const kinds = [true, false].map((isMove) =>
    waiting.filter(({ received }) => String(received).includes('user_changed_number') === isMove),
  );
  return async () => {
    for (const kind of kinds) {
      const asideId = kind.pop()?.asideId;
      if (asideId === undefined) throw new Error('Nothing waits any more.');
      const heard = await shop.post(`kept-aside/${asideId}/hear`, {});
      expectStatus(heard, 200);
      if (heard.body.came !== 'stored') throw new Error(`What was kept aside is ${heard.body.came}.`);
    }
  };
}
