import type { SQSRecord } from 'aws-lambda';
import type { LaneToPublish } from '../../../use-cases/events/ports.ts';
import { parseEventKey } from '../table/keys.ts';

/** A lane, with the messages that told of it. */
export interface ToldLane extends LaneToPublish {
  readonly ids: readonly string[];
}

/** The lanes that tokens point at, each once; and the messages that are no tokens. */
export function lanesOf(records: readonly SQSRecord[]): {
  readonly lanes: readonly ToldLane[];
  readonly unread: readonly string[];
} {
  const read = records.map(({ messageId: id, body }) => ({ id, told: parseToken(body) }));
  const told = read.flatMap(({ id, told: one }) => (one === undefined ? [] : [{ id, ...one }]));
  const lanes = [...Map.groupBy(told, ({ appId, lane }) => `${appId} ${lane}`).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { appId, lane } = first;
    return [{ appId, lane, orders: own.map(({ order }) => order), ids: own.map(({ id }) => id) }];
  });
  return { lanes, unread: read.flatMap(({ id, told: one }) => (one === undefined ? [id] : [])) };
}

function parseToken(body: string): ReturnType<typeof parseEventKey> | undefined {
  try {
    const { pk, sk } = JSON.parse(body) as { readonly pk?: unknown; readonly sk?: unknown };
    return parseEventKey({ pk: String(pk), sk: String(sk) });
  } catch {
    return undefined;
  }
}
