import { randomUUID } from 'node:crypto';
import { DeleteItemCommand, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { ago, type Person, type Shop, shopOf } from '../support/journeys/shop.ts';
import type { JourneyTarget } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { awsCall, coolDown } from './aws-call.ts';
import { expectStatus } from './probe.ts';
import type { Stage } from './stage.ts';
import { holdingsOf, lost } from './upgrade.ts';

const journey = 'way-back';
const run = 'loss';

/** Somebody who stopped and somebody who did not, from before the loss. */
export interface Remembered {
  readonly stopped: Person;
  readonly opted: Person;
}

/** People of whom the stage must still know after a loss what it knows now. */
export async function peopleBefore(stage: Stage): Promise<Remembered> {
  const target = await stage.target(run);
  const shop = shopOf(journey, {}, target);
  expectStatus(await target.call('POST', '/v1/apps', shop.settings), 201);
  const [stopped, opted] = [shop.person('Stopped'), shop.person('Opted')];
  for (const { phone } of [stopped, opted]) expectStatus(await shop.optIn({ phone }), 201);
  expectStatus({ status: await shop.hear(stopOf(stopped, 3)) }, 200);
  return { stopped, opted };
}

const stopOf = ({ waId }: Person, minutes: number) => textMessage(waId, `wamid.${randomUUID()}`, ago(minutes), 'STOP');

/** While the writers are stopped Meta is not told that anything was taken; afterwards it is. By the commands of the runbook. */
export async function stopAndStart(stage: Stage, people: Remembered): Promise<string> {
  const shop = shopOf(journey, {}, await stage.target(run));
  await stage.commands.run('restore-stop');
  const meanwhile = await shop.hear(stopOf(people.opted, 2));
  if (meanwhile < 400) throw new Error(`A webhook was answered ${meanwhile} while nothing may be written.`);
  await stage.commands.run('restore-start');
  expectStatus(
    { status: await shop.hear(textMessage(people.opted.waId, `wamid.${randomUUID()}`, ago(1), 'hola')) },
    200,
  );
  return `a webhook was answered ${meanwhile} meanwhile, and 200 after the start`;
}

/** The stage is deployed again without being told of the table that it left: that fails, and the reason says what to do. */
export async function mustNotForget(stage: Stage): Promise<string> {
  const message = await stage.commands.run('deploy').then(
    () => 'It was deployed.',
    (error: unknown) => String(error),
  );
  // AWS names the parameter; the emulator only its logical id (docs/emulated-aws.md).
  if (!/(DataMarker|table-is-kept-so-deploy-with-tableArn).*already ?exists/is.test(message)) {
    throw new Error(`Not refused for the table: ${message}`);
  }
  const kept = await parameterOf(stage);
  if (kept === undefined) throw new Error('The failed deployment took the parameter away: the next one would forget.');
  return 'refused by the name of the parameter, which is still there';
}

async function parameterOf(stage: Stage): Promise<string | undefined> {
  const name = `/optledger/${stage.name}/table-is-kept-so-deploy-with-tableArn`;
  return awsCall({ service: 'ssm', target: 'AmazonSSM.GetParameter', json: { Name: name } }).then(
    ({ text }) => text,
    () => undefined,
  );
}

/**
 * From loss to first right answer, by the commands of the runbook: restore to a new table, of which a part of a transaction is missing,
 * reconcile, and deploy with it. Then the key of another table.
 */
export async function restore(stage: Stage, people: Remembered, lead: () => Promise<void>): Promise<string> {
  const began = performance.now();
  const before = await holdingsOf(stage);
  await stage.commands.run('restore-table');
  await stage.commands.run('restore-switch-on');
  const restored = await holdingsOf(stage);
  const missing = lost({ items: before.items, files: new Map() }, restored);
  if (missing.length > 0) throw new Error(`Not restored: ${missing.slice(0, 5).join(', ')}.`);
  // The emulator restores whole transactions; on AWS the state of a STOP may be missing, and only its entry be there.
  await loseStateOf(stage, people.stopped);
  const found = await stage.commands.run('restore-look').then(String, String);
  if (!found.includes('made anew from the ledger')) throw new Error(`Reconciling finds: ${found}`);
  const mended = await stage.commands.run('restore-reconcile');
  await stage.commands.run('restore-look');
  const after = await holdingsOf(stage);
  await stage.commands.run('take-over');
  await lead();

  const target = await stage.target(run);
  const shop = shopOf(journey, {}, target);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  await expectDecision(shop, people.stopped, 'deny');
  await expectDecision(shop, people.opted, 'allow');
  expectStatus({ status: await shop.hear(stopOf(people.opted, 1)) }, 200);
  await expectDecision(shop, people.opted, 'deny');
  await anotherKey(stage, shop, target);
  const counts = `items ${before.items.size} before, ${restored.items.size} restored, ${after.items.size} reconciled`;
  return `${counts}; ${mended.trim().split('\n').at(-1)}; first right answer after ${seconds} s; an old and a new STOP are known; another key is answered 503`;
}

/** The home of somebody, their rows and whatever else tells of them, but for the ledger. */
async function loseStateOf(stage: Stage, { phone }: Person): Promise<void> {
  const dynamodb = new DynamoDBClient();
  const TableName = stage.commands.exported('TABLE');
  let gone = 0;
  for await (const { Items = [] } of paginateScan({ client: dynamodb }, { TableName, ConsistentRead: true })) {
    for (const { pk, sk, ph } of Items) {
      if (pk === undefined || sk === undefined || ph?.S === undefined || !sameEnd(phone, ph.S)) continue;
      await dynamodb.send(new DeleteItemCommand({ TableName, Key: { pk, sk } }));
      gone += 1;
    }
  }
  dynamodb.destroy();
  if (gone !== 1) throw new Error(`${gone} states were taken away, not one.`);
}

/** Canonical digits may lack what a country wrote into its numbers once. */
const sameEnd = (written: string, digits: string): boolean => written.slice(-10) === digits.slice(-10);

/** With another identifier key nothing is served; with the right one everything is again, without a deployment. */
async function anotherKey(stage: Stage, shop: Shop, target: JourneyTarget): Promise<void> {
  const SecretId = `optledger/${stage.name}/identifier-key`;
  const secret = async (name: string, json: object) =>
    JSON.parse((await awsCall({ service: 'secretsmanager', target: `secretsmanager.${name}`, json })).text) as {
      SecretString?: string;
    };
  const { SecretString = '' } = await secret('GetSecretValue', { SecretId });
  const functions = await Promise.all(
    (['whatsapp-webhook', 'eligibility'] as const).map((name) => stage.functionName(name)),
  );
  const put = async (value: string) => {
    await secret('PutSecretValue', { SecretId, SecretString: value });
    await Promise.all(functions.map(coolDown));
  };
  const answers = async () => [
    await shop.hear(textMessage(shop.person('Later').waId, `wamid.${randomUUID()}`, ago(1), 'STOP')),
    (
      await shop.post('eligibility', {
        user: { phone: shop.person('Later').phone },
        purpose: 'offers',
        message: 'template',
      })
    ).status,
    (await target.call('GET', '/v1/apps')).status,
  ];
  await put('a key of another table, that somebody wrote over it');
  const wrong = await answers();
  await put(SecretString);
  const right = await answers();
  if (wrong.join() !== '503,503,200' || right.join() !== '200,200,200')
    throw new Error(`With another key ${wrong}, with the right one ${right}.`);
}

async function expectDecision(shop: Shop, { phone }: Person, decision: 'allow' | 'deny'): Promise<void> {
  const found = (await shop.decide({ phone })).decision;
  if (found !== decision) throw new Error(`The check says ${String(found)}, not ${decision}.`);
}
