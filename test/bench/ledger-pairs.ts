import {
  type AttributeValue,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { checkEligibility } from '../../lambdas/use-cases/eligibility/check-eligibility.ts';
import { acme, type BenchTable, crowd, optIn, phoneOf } from './bench-table.ts';
import { inLanes, lanes, type Pair } from './compare.ts';

type Item = Record<string, AttributeValue>;

/**
 * Our stores against the plain SDK on the same database. The bare sides write copies of items that ours wrote, so both move the same
 * bytes, and neither reads before it writes nor remembers anything.
 */
export async function ledgerPairs(bench: BenchTable): Promise<Pair[]> {
  const { client, table, ledger, people } = bench;
  const templates = templateStore(table);
  const TableName = table.tableName;
  const { state, window, entry } = await bareItems(bench);
  const question = { user: { person: { phone: phoneOf(0) } }, purpose: 'offers', message: 'template' } as const;
  const { decision } = await checkEligibility({ people, templates }, acme, question, bench.now());
  if (decision.decision !== 'allow') throw new Error('The crowd is not opted in.');

  let asked = 0;
  const inbound = inLanes((lane) => {
    const at = bench.nextTime();
    return ledger.noteInbound(acme, { person: { phone: phoneOf(lane) }, at, eventId: `wamid.${at}` });
  });
  const bareUpdate = inLanes((lane) => {
    const at = bench.nextTime();
    return client.send(
      new UpdateItemCommand({
        TableName,
        Key: keyOf(window, lane),
        UpdateExpression: 'SET #last = :at, #ttl = :ttl',
        ExpressionAttributeNames: { '#last': 'last', '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':at': { N: String(at) }, ':ttl': { N: String(Math.ceil(at / 1000)) } },
      }),
    );
  });

  const check = inLanes(() => {
    asked += 1;
    const user = { person: { phone: phoneOf(asked % crowd) } };
    return checkEligibility({ people, templates }, acme, { ...question, user }, bench.now());
  });
  const bareGet = inLanes((lane) =>
    client.send(new GetItemCommand({ TableName, Key: keyOf(state, lane), ConsistentRead: true })),
  );
  const bareQuery = inLanes((lane) => query(lane));

  const bareTransaction = inLanes((lane) => transact(lane));
  const bareReadAndTransaction = inLanes(async (lane) => {
    await query(lane);
    await transact(lane);
  });
  const recorded = inLanes((lane) => optIn(bench, lane));

  return [
    { name: 'inbound message, window open / UpdateItem', reach: '>= 0.85', ours: inbound, bare: bareUpdate },
    { name: 'check / GetItem', reach: '>= 0.85', ours: check, bare: bareGet },
    { name: 'check / its own request, a Query', reach: '', ours: check, bare: bareQuery },
    { name: 'opt-in, known person / TransactWrite of 2', reach: '>= 0.80', ours: recorded, bare: bareTransaction },
    {
      name: 'opt-in / its own requests, Query and TransactWrite',
      reach: '',
      ours: recorded,
      bare: bareReadAndTransaction,
    },
  ];

  function query(lane: number) {
    const { pk } = keyOf(state, lane);
    return client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
      }),
    );
  }

  function transact(lane: number) {
    const { pk } = keyOf(entry, lane);
    const sk = { S: `form-${bench.nextTime()}` };
    return client.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName, Item: { ...state, ...keyOf(state, lane) } } },
          { Put: { TableName, Item: { ...entry, pk, sk }, ConditionExpression: 'attribute_not_exists(pk)' } },
        ],
      }),
    );
  }
}

/** One of each item as ours wrote it; state and window are stored once more for each lane of the bare side. */
async function bareItems({ client, table }: BenchTable): Promise<{ state: Item; window: Item; entry: Item }> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table.tableName }));
  const first = (isWanted: (item: Item) => boolean): Item => {
    const found = Items.find(isWanted);
    if (found === undefined) throw new Error('The bench table lacks an item that our stores write.');
    return found;
  };
  const state = first((item) => item.sk?.S === 'S');
  const window = first((item) => item.sk?.S === 'W' && item.pk?.S === state.pk?.S);
  const entry = first((item) => item.pk?.S?.startsWith(`${acme.appId}#L#`) === true);
  for (let lane = 0; lane < lanes; lane += 1) {
    for (const item of [state, window]) {
      await client.send(new PutItemCommand({ TableName: table.tableName, Item: { ...item, ...keyOf(item, lane) } }));
    }
  }
  return { state, window, entry };
}

/** The same key in a partition of its own for each lane. */
function keyOf(item: Item, lane: number) {
  return { pk: { S: `${item.pk?.S}:${lane}` }, sk: { S: item.sk?.S ?? '' } };
}
