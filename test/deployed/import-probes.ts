import { setTimeout as wait } from 'node:timers/promises';
import { type Shop, written } from '../support/journeys/shop.ts';
import type { JourneyTarget } from '../support/journeys/target.ts';
import { expectStatus, type Probe } from './probe.ts';

/** An import from its making to its undo: every grant of the API and of the steps is needed on the way. */
export function importProbe(shop: Shop, target: JourneyTarget): Probe {
  return async (round) => {
    // Somebody else each time, so that there is something to record; the second is told apart by the history.
    const file = `Phone\n${shop.person(`${round} a`).phone}\n${shop.person(`${round} b`).phone}\n`;
    const order = { kind: 'opt-ins', fileName: 'probe.csv', size: Buffer.byteLength(file) };
    const made = await shop.post('imports', order);
    expectStatus(made, 201);
    const { importId, upload } = made.body as {
      readonly importId: string;
      readonly upload: { readonly url: string; readonly headers: Readonly<Record<string, string>> };
    };
    expectStatus({ status: await target.sendFile(upload.url, upload.headers, file) }, 200);
    const path = `imports/${importId}`;
    const mapping = { columns: { phone: 'Phone' }, date: written(Date.now() - 86_400_000), purposes: ['offers'] };
    expectStatus(await shop.post(`${path}/dry-run`, mapping), 202);
    const { links } = (await inState(shop, path, 'previewed')) as { readonly links?: { readonly report?: string } };
    expectStatus(await target.fetchFile(links?.report ?? ''), 200);
    expectStatus(
      await shop.post(`${path}/apply`, { operator: 'Ada', documentRef: 'P', dryRun: 1, confirms: true }),
      202,
    );
    await inState(shop, path, 'applied');
    expectStatus(await shop.post(`${path}/undo`, { operator: 'Ada', reason: 'A probe.' }), 202);
    await inState(shop, path, 'undone');
    expectStatus(await shop.get('imports'), 200);
  };
}

async function inState(shop: Shop, path: string, state: string): Promise<object> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { body } = await shop.get(path);
    if (body.state === state) return body;
    if (body.state === 'failed' || body.state === 'refused') throw new Error(`The import is ${body.state}.`);
    await wait(100);
  }
  throw new Error(`The import was never ${state}.`);
}
