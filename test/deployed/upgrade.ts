import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { ratePrefix } from '../../lambdas/contract/table.ts';
import { statefulFaults } from '../lib/stateful-faults.ts';
import { ago, openShop, type Person, type Shop } from '../support/journeys/shop.ts';
import { eventually } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { run } from './child-process.ts';
import type { Stage } from './stage.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that must outlive a deployment, by name, with a fingerprint of its content. */
export interface Holdings {
  readonly items: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, string>;
}

/** Partitions of counts of an app or a point (docs/table.md). The table's stream moves them on, a while after what they count. */
const isCount = (pk = ''): boolean => /#[KT](#|$)/.test(pk);

/**
 * What a stage holds now. Marks of use are left out, a key notes when it was last used; of counts only that they are there is looked at, and
 * those of a second, which live for a minute, are left out.
 */
export async function holdingsOf(stage: Stage): Promise<Holdings> {
  const items = new Map<string, string>();
  const pages = paginateScan(
    { client: new DynamoDBClient() },
    { TableName: stage.commands.exported('TABLE'), ConsistentRead: true },
  );
  for await (const { Items = [] } of pages)
    for (const { lastUsedAt: _use, ...item } of Items) {
      if (item.pk?.S?.startsWith(ratePrefix) === true) continue;
      const text = isCount(item.pk?.S)
        ? ''
        : JSON.stringify(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)));
      items.set(`${item.pk?.S} ${item.sk?.S}`, createHash('sha256').update(text).digest('hex'));
    }
  const files = new Map<string, string>();
  const listed = await new S3Client().send(
    new ListObjectsV2Command({ Bucket: stage.commands.exported('EXPORT_BUCKET') }),
  );
  for (const { Key = '', ETag = '' } of listed.Contents ?? []) files.set(Key, ETag);
  return { items, files };
}

/** What of `before` is not there any more or differs in `after`, by name. */
export function lost(before: Holdings, after: Holdings): readonly string[] {
  const gone = (kind: 'items' | 'files') =>
    [...before[kind]]
      .filter(([name, content]) => after[kind].get(name) !== content)
      .map(([name]) => `${kind}: ${name}`);
  return [...gone('items'), ...gone('files')];
}

/**
 * Deploys a later version over a stage, goes back to this one and forward again, while a client keeps asking. Gives the counts; rejects
 * with whatever did not outlive it.
 */
export async function upgrade(stage: Stage): Promise<string> {
  const target = await stage.target(`upgrade-${stage.name}`);
  const shop = await openShop('before', {}, target);
  const ana = shop.person('Ana');
  const { userId } = (await shop.optIn({ phone: ana.phone })).body;
  const { exportId } = (await shop.post('exports', { purpose: 'offers' })).body;
  await untilCompleted(shop, String(exportId));
  // Counts come by the table's stream, a while after the act.
  await eventually(async () => {
    const { totals } = (await shop.get('counts')).body as { totals: readonly { optIns: number }[] };
    if (!totals.some(({ optIns }) => optIns === 1)) throw new Error('The opt-in is not counted yet.');
  });

  const [before, idsBefore] = [await holdingsOf(stage), await stage.physicalIds()];
  const client = keepAsking(() =>
    shop.post('eligibility', { user: { userId }, purpose: 'offers', message: 'template' }),
  );
  const app = ['deploy', '--app', 'node test/deployed/later-app.ts', '-c', `stage=${stage.name}`, '--exclusively'];
  const forward = () => run('cdk', app, { env: stage.environment, cwd: project });
  const check = async (version: string): Promise<void> => {
    const [after, idsAfter] = [await holdingsOf(stage), await stage.physicalIds()];
    const faults = [
      ...statefulFaults(stage.resources()),
      ...lost(before, after).map((each) => `Not as it was: ${each}.`),
      ...[...idsBefore]
        .filter(([id, name]) => isKept(id) && idsAfter.get(id) !== name)
        .map(([id]) => `${id} was replaced.`),
      ...client.faults().map((each) => `The client was told ${each} while it changed.`),
    ];
    if (faults.length > 0) throw new Error([version, ...faults.slice(0, 20)].join('\n'));
  };
  try {
    await forward();
    await check('The later version');
    const added = await target.call('GET', '/v1/later');
    if (added.body.version !== '2') throw new Error(`The new route answers ${added.status}.`);
    await stage.commands.run('deploy');
    await check('This version again');
    const later = await openShop('later', {}, target);
    const eva = await writtenByTheLater(stage, later);
    await forward();
    await check('The later version again');
    if ((await target.call('GET', '/v1/later')).body.version !== '2') throw new Error('The new route is gone.');
    if ((await later.decide({ phone: eva.phone })).decision !== 'deny')
      throw new Error('A stop of this version is lost.');
  } finally {
    await client.stop();
  }

  const after = await holdingsOf(stage);
  const { links } = (await shop.get(`exports/${exportId}`)).body as { links: Readonly<Record<string, string>> };
  for (const link of Object.values(links)) {
    const { status } = await target.fetchFile(link);
    if (status !== 200) throw new Error(`A file from before answers ${status}.`);
  }
  return `forward, back and forward again: items ${before.items.size} before, ${after.items.size} after; files ${before.files.size} before, ${after.files.size} after; ${client.answers()} answers to a client meanwhile, none wrong, ${client.interrupted()} at the second try`;
}

/**
 * This version goes on with what a later one wrote: every item of somebody has an attribute that it does not know. They then stop. In a
 * shop of their own, for the counts of a shop are not as they were once somebody says something there.
 */
async function writtenByTheLater(stage: Stage, shop: Shop): Promise<Person> {
  const eva = shop.person('Eva');
  const { userId } = (await shop.optIn({ phone: eva.phone })).body;
  const subject = String(userId).slice(-11);
  const dynamodb = new DynamoDBClient();
  const TableName = stage.commands.exported('TABLE');
  for await (const { Items = [] } of paginateScan({ client: dynamodb }, { TableName, ConsistentRead: true })) {
    for (const item of Items) {
      if (!JSON.stringify(item).includes(subject)) continue;
      await dynamodb.send(new PutItemCommand({ TableName, Item: { ...item, laterAttribute: { S: 'of version 2' } } }));
    }
  }
  dynamodb.destroy();
  if ((await shop.decide({ phone: eva.phone })).decision !== 'allow')
    throw new Error('This version does not read what a later one wrote.');
  const stop = textMessage(eva.waId, `wamid.${randomUUID()}`, ago(1), 'STOP');
  if ((await shop.hear(stop)) !== 200) throw new Error('This version does not write what a later one wrote.');
  if ((await shop.decide({ phone: eva.phone })).decision !== 'deny') throw new Error('The stop does not count.');
  return eva;
}

const kept = JSON.parse(readFileSync(new URL('../../lib/stateful-resources.json', import.meta.url), 'utf8')) as object;
const isKept = (id: string): boolean => id in kept;

async function untilCompleted(shop: Shop, exportId: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if ((await shop.get(`exports/${exportId}`)).body.status === 'completed') return;
    await wait(100);
  }
  throw new Error('The export did not end.');
}

/**
 * Asks again and again, one question at a time, until it is stopped. The emulator ends a function that it replaces also in the middle
 * of a question, which AWS does not (docs/emulated-aws.md): such a 502 is asked again at once, and that answer must be right.
 */
function keepAsking(ask: () => ReturnType<Shop['post']>) {
  const wrong: string[] = [];
  let [answers, interrupted, asking] = [0, 0, true];
  const done = (async () => {
    while (asking) {
      let answer = await ask();
      if (answer.status === 502) {
        interrupted += 1;
        answer = await ask();
      }
      const { status, body } = answer;
      answers += 1;
      if (status !== 200 || body.decision !== 'allow')
        wrong.push(`${status} ${body.decision ?? body.text ?? ''}`.trim());
      await wait(100);
    }
  })();
  return {
    faults: () => wrong,
    answers: () => answers,
    interrupted: () => interrupted,
    stop: async () => {
      asking = false;
      await done;
    },
  };
}
