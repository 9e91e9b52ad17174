import { randomUUID } from 'node:crypto';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { windowKey } from '../../lambdas/adapters/dynamodb/table/keys.ts';
import { chargedAttribute, countedAttribute, orderAttribute } from '../../lambdas/contract/table.ts';
import { tokenOf } from '../../lambdas/domain/collection/collection-point.ts';
import {
  expectAnswer,
  follow,
  formWith,
  makePoint,
  publishStarter,
  stopForm,
  submit,
} from '../support/journeys/collection.ts';
import { ago, type Person, type Shop } from '../support/journeys/shop.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { expectStatus, type Probe } from './probe.ts';
import type { Stage } from './stage.ts';
import { handOn, ledgerEntriesWith, queueRecord, switchOffMappings } from './table-stream.ts';

/** More rounds than grants are tried. */
const mostRounds = 20;

/** The notices API: what can be asked and published. */
export function noticesProbe(shop: Shop): Probe {
  return async (round) => {
    const starter = expectAnswer(
      await shop.get('notices/starter?locale=en&privacyUrl=https%3A%2F%2Fshop.example'),
      200,
    );
    const noticeId = `signup-${round}`;
    expectStatus(await shop.post('notices', { noticeId, texts: starter.texts }), 201);
    expectStatus(await shop.post('notices', { noticeId: `${noticeId}-b`, texts: starter.texts }), 201);
    // A list with more behind it: its cursor is sealed under the secret of the stage.
    const first = expectAnswer(await shop.get('notices?limit=1'), 200);
    expectStatus(await shop.get(`notices?limit=1&cursor=${String(first.nextCursor)}`), 200);
    for (const path of ['notices', `notices/${noticeId}`, `notices/${noticeId}/versions/1`, 'template-texts?locale=en'])
      expectStatus(await shop.get(path), 200);
  };
}

/** The points API: a point from its making to its links, Meta's and personal ones. */
export async function pointsProbe(shop: Shop): Promise<Probe> {
  await publishStarter(shop, ['en']);
  const personal = await makePoint(shop, 'personal-link');
  return async () => {
    const { pointId } = await makePoint(shop, 'link');
    for (const path of ['points', `points/${pointId}`, `points/${pointId}/qr.png`])
      expectStatus(await shop.get(path), 200);
    expectStatus(await shop.get(`points/${pointId}/poster.svg`), 410);
    const changed = await shop.target.call('PATCH', `/v1/apps/${shop.appId}/points/${pointId}`, { status: 'paused' });
    expectStatus(changed, 200);
    expectStatus(await shop.post(`points/${pointId}/meta-link`, {}), 200, 201);
    expectStatus(await shop.get('meta-links'), 200);
    const link = { user: { phone: shop.person('Ana').phone }, pointId: personal.pointId };
    expectStatus(await shop.post('personal-links', link), 201);
  };
}

/**
 * The public pages: a visit, a number typed, a yes by a personal link and a stop on the preference page, with three forms a round:
 * three hundred in ten minutes are what one address may send. `joined` is known by several names: writes about them check more.
 */
export async function pagesProbe(shop: Shop, joined: Person): Promise<Probe> {
  const { target } = shop;
  await publishStarter(shop, ['en']);
  const landing = await makePoint(shop, 'landing-page');
  const linkOf = async (kind: string): Promise<string> => {
    const { pointId } = await makePoint(shop, kind);
    const made = await shop.post('personal-links', { user: { phone: joined.phone }, pointId });
    return String(expectAnswer(made, 201).url);
  };
  const [personal, preferences] = [await linkOf('personal-link'), await linkOf('preference-page')];
  return async (round) => {
    // Over the no of the round before, the page would only ask; START gives back what is then stopped again.
    const start = { ...textMessage(joined.waId, `wamid.start-${round}`, ago(0), 'START'), from_user_id: joined.bsuid };
    expectStatus({ status: await shop.hear(start) }, 200);
    const page = await follow(target, String(landing.url));
    expectStatus(page, 200);
    const typed = { ticks: ['offers'], values: { number1: shop.person(`Ana ${round}`).phone } };
    const end = await submit(target, formWith(page, 'number1'), typed);
    expectStatus(end, 200);
    if (!end.url.includes('/c')) throw new Error('No choice was made.');
    const own = await follow(target, personal);
    expectStatus(own, 200);
    // What START gave back is there already: the page says since when, and asks for nothing.
    if (own.html.includes('name="purpose"'))
      expectStatus(await submit(target, formWith(own, 'purpose'), { ticks: ['offers'] }), 200);
    const settings = await follow(target, preferences);
    expectStatus(await submit(target, stopForm(settings), {}), 200);
  };
}

/** Hands the entries of opt-ins to count-charges, one a round, as its queue would, and looks for them in the counts; and a window. */
export async function chargesProbe(stage: Stage, shop: Shop): Promise<Probe> {
  await publishStarter(shop, ['en']);
  const { pointId } = await makePoint(shop, 'link');
  const functionName = await stage.functionName('count-charges');
  await switchOffMappings(functionName);
  for (let round = 0; round < mostRounds; round += 1) {
    const evidence = { documentRef: `A-${round}`, operator: 'till 4', pointId };
    expectStatus(await shop.optIn({ phone: shop.person(`Ana ${round}`).phone }, { evidence }), 201);
  }
  const entries = (await ledgerEntriesWith(stage, shop, chargedAttribute)).values();
  const points = pointStore(documentTable(stage.commands.exported('TABLE')));
  const counted = async (): Promise<number> =>
    (await points.findFresh(tokenOf(String(pointId))))?.counts.optIns ?? Number.NaN;
  return async () => {
    const { value: entry } = entries.next();
    if (entry === undefined) throw new Error('There is no further entry that charges a point.');
    const before = await counted();
    await handOn(functionName, queueRecord(entry));
    if ((await counted()) !== before + 1) throw new Error('The opt-in was not counted.');
    const { pk, sk } = windowKey(shop.appId, randomUUID().replaceAll('-', '').slice(0, 22));
    const told = { [countedAttribute]: { L: [{ S: '2030-01-01T00:00' }] }, [orderAttribute]: { S: '1' } };
    await handOn(functionName, queueRecord({ pk: { S: pk }, sk: { S: sk }, ...told }));
  };
}
