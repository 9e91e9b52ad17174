import { randomBytes } from 'node:crypto';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { table as schema } from '../../../contract/table.ts';
import { decisionAge, type GateDecision } from '../../../domain/gate/gate-decision.ts';
import { whatWouldChange } from '../../../domain/gate/gate-denial.ts';
import type { GateDecisionPage, GateDecisions, KeptDecisions } from '../../../use-cases/gate/ports.ts';
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

/** What follows from the key, or from the reasons, is not written down: nearly every decision fits into one unit. */
type DecisionItem = Omit<GateDecision, 'decisionId' | 'wouldChange'>;

const shape: Shape<DecisionItem> = {
  at: 'number',
  decision: 'string',
  keyId: 'string',
  path: 'string',
  message: 'map',
  isDryRun: 'boolean',
  reasons: 'list',
};

/** A page of a filtered list is read at most so often. */
const mostReads = 8;

/** Keeps decisions of the gate. */
export function keptDecisions({ documents, tableName }: DocumentTable): KeptDecisions {
  return {
    newId: newDecisionId,
    async keep(appId, { decisionId, wouldChange: _derived, ...decided }) {
      const { name } = parseDecisionId(decisionId);
      const key = gateDecisionKey(appId, decided.at, name);
      const user = decided.userId === undefined ? undefined : parseUserId(decided.userId);
      const ofUser = user && { upk: gateDecisionsOfUser(appId, user.subjectId), usk: key.sk };
      const ttl = Math.floor((decided.at + decisionAge) / 1000);
      await documents.send(new PutCommand({ TableName: tableName, Item: { ...key, ...decided, ...ofUser, ttl } }));
    },
  };
}

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
      const { at, name } = parseDecisionId(decisionId);
      const item = Number.isNaN(at) ? undefined : await getItem(table, gateDecisionKey(appId, at, name));
      return item && toDecision(item);
    },
  };
}

/** Whatever TTL deletion has done. */
function toDecision(item: object): GateDecision {
  const { sk } = item as Key;
  const {
    upk: _upk,
    usk: _usk,
    ...decided
  } = withoutKey(itemAs<DecisionItem & { upk?: string; usk?: string }>(item, shape));
  const decisionId = idOf(decided.at, sk.slice(sk.indexOf('#') + 1));
  return { ...decided, decisionId, wouldChange: whatWouldChange(decided.reasons) };
}

const newestFirst = <Item extends Key>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => (a.sk < b.sk ? 1 : -1));

/** `dec_`, the millisecond in base 36 (eight signs until 2059), and sixteen random letters and digits: 80 bits. */
function newDecisionId(at: number): string {
  const letters = Array.from(randomBytes(16), (byte) => (byte % 32).toString(32));
  return idOf(at, letters.join(''));
}

const idOf = (at: number, name: string): string => `dec_${at.toString(36)}${name}`;

/** `at` is not a number where it is no id of ours. */
function parseDecisionId(decisionId: string): { readonly at: number; readonly name: string } {
  const [, at = '', name = ''] = /^dec_([0-9a-z]{8})([0-9a-z]{16})$/.exec(decisionId) ?? [];
  const time = Number.parseInt(at, 36);
  return { at: time <= 8.64e15 ? time : Number.NaN, name };
}
