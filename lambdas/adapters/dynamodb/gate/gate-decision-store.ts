import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { table as schema } from '../../../contract/table.ts';
import type { GateDecision } from '../../../domain/gate/gate-decision.ts';
import type { GateDecisionPage, GateDecisions } from '../../../use-cases/gate/ports.ts';
import { placeReader } from '../places/place-reader.ts';
import { parseUserId } from '../places/user-id.ts';
import { batchGet } from '../table/batch-get.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import {
  gateDecisionKey,
  gateDecisionPartition,
  gateDecisionShards,
  gateDecisionsOfUser,
  type Key,
} from '../table/keys.ts';
import { getItem, queryPage } from '../table/query.ts';
import { decisionIdOf, parseDecisionId } from './decision-id.ts';

/** Its id is its key. */
type DecisionItem = Omit<GateDecision, 'decisionId'>;

const shape: Shape<DecisionItem> = {
  at: 'number',
  decision: 'string',
  keyId: 'string',
  path: 'string',
  message: 'map',
  isDryRun: 'boolean',
  reasons: 'list',
  wouldChange: 'list',
};

/** A page of a filtered list is read at most so often. */
const mostReads = 8;

/** Decisions of the gate, to look at. The list of a user goes by the index, which may lag by a moment; decisions are read strongly. */
export function gateDecisions(table: DocumentTable): GateDecisions {
  const reader = placeReader(table);

  async function page(appId: string, day: string | undefined, limit: number, after: string | undefined) {
    const shards = Array.from({ length: gateDecisionShards }, (_, shard) => gateDecisionPartition(appId, shard));
    const read = shards.map((partition) =>
      queryPage(table, { partition, prefix: day, after, newestFirst: true }, limit),
    );
    const pages = await Promise.all(read);
    const all = newestFirst(pages.flatMap(({ items }) => items as Key[]));
    const data = all.slice(0, limit);
    const isMore = all.length > data.length || pages.some(({ last }) => last !== undefined);
    return { data, next: isMore ? data.at(-1)?.sk : undefined };
  }

  async function keysOf(appId: string, subjectId: string, limit: number, after: string | undefined): Promise<Key[]> {
    const { usersIndex } = schema;
    const { Items = [] } = await table.documents.send(
      new QueryCommand({
        TableName: table.tableName,
        IndexName: usersIndex.name,
        ScanIndexForward: false,
        Limit: limit,
        KeyConditionExpression: after === undefined ? 'upk = :upk' : 'upk = :upk AND usk < :after',
        ExpressionAttributeValues: { ':upk': gateDecisionsOfUser(appId, subjectId), ':after': after },
      }),
    );
    return Items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
  }

  return {
    async list(appId, { decision, day }, limit, from) {
      const data: GateDecision[] = [];
      let after = from;
      for (let reads = 0; reads < mostReads; reads += 1) {
        const found = await page(appId, day, limit - data.length, after);
        after = found.next;
        const decided = found.data.map(toDecision);
        data.push(...decided.filter((each) => decision === undefined || each.decision === decision));
        if (after === undefined || data.length >= limit) break;
      }
      return { data, next: after };
    },

    async ofUser(appId, userId, limit, from): Promise<GateDecisionPage | undefined> {
      const parsed = parseUserId(userId);
      const home = parsed && (await reader.home(appId, parsed.subjectId, parsed.place));
      if (home === undefined) return undefined;
      const subjectIds = [home.subject.subjectId, ...home.absorbed];
      const found = await Promise.all(subjectIds.map((subjectId) => keysOf(appId, subjectId, limit, from)));
      const all = newestFirst(found.flat());
      const keys = all.slice(0, limit).map(({ pk, sk }) => ({ pk, sk }));
      const items = await batchGet(table, keys, { consistent: true });
      const isMore = all.length > keys.length || found.some((each) => each.length >= limit);
      return { data: newestFirst(items as Key[]).map(toDecision), next: isMore ? keys.at(-1)?.sk : undefined };
    },

    async find(appId, decisionId) {
      const named = parseDecisionId(decisionId);
      const item = named && (await getItem(table, gateDecisionKey(appId, named.at, named.name)));
      return item && toDecision(item);
    },
  };
}

function toDecision(item: object): GateDecision {
  type Indexed = DecisionItem & { readonly upk?: string; readonly usk?: string };
  const { upk: _upk, usk: _usk, ...decided } = withoutKey(itemAs<Indexed>(item, shape));
  const { sk } = item as Key;
  return { ...decided, decisionId: decisionIdOf(decided.at, sk.slice(sk.indexOf('#') + 1)) };
}

const newestFirst = <Item extends Key>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => (a.sk < b.sk ? 1 : -1));
