import { eventsMark, shards, slots } from '../../../contract/table.ts';

/**
 * Every key string of the one table (docs/table.md). `home` and `place` are keyed hashes of an identifier
 * (22 characters), `u` a random subject id (11 characters); neither reveals a number.
 */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** State of a subject, or a pointer to it: what is known under one identifier. */
export const placeKey = (appId: string, place: string): Key => ({ pk: `${appId}#${place}`, sk: 'S' });
/** The window kept under one identifier. */
export const windowKey = (appId: string, place: string): Key => ({ pk: `${appId}#${place}`, sk: 'W' });

/** The name of the place that an item of a state or window lies at. @throws Error for any other key */
export function placeOfKey({ pk, sk }: Partial<Key>): string {
  const [, place] = /^[^#]+#([A-Za-z0-9_-]{22})$/.exec(pk ?? '') ?? [];
  if (place === undefined) throw new Error(`No place lies at ${pk} ${sk}.`);
  return place;
}

/** The ledger of one subject; `entry` is the hash of source and event id. */
export const ledgerPartition = (appId: string, u: string): string => `${appId}#L#${u}`;
export const ledgerKey = (appId: string, u: string, entry: string): Key => ({
  pk: ledgerPartition(appId, u),
  sk: entry,
});
/** What asks for a message to a subject and is no ledger entry; `entry` is the hash of kind and event id. */
export const errandKey = (appId: string, u: string, entry: string): Key => ({ pk: `${appId}#G#${u}`, sk: entry });
/** Which errand asked a subject the question of a first contact. */
export const askedKey = (appId: string, u: string): Key => ({ pk: `${appId}#G#${u}`, sk: 'asked' });
/** Which call a subject was last asked because of, and when. */
export const welcomedKey = (appId: string, u: string): Key => ({ pk: `${appId}#G#${u}`, sk: 'welcomed' });
/** The messages of ours to one subject, in the order of the acts that asked for them. */
export const sendsPartition = (appId: string, u: string): string => `${appId}#Y#${u}`;
export const sendsPrefix = 's#';
export const sendKey = (appId: string, u: string, at: number, entry: string): Key => ({
  pk: sendsPartition(appId, u),
  sk: `${sendsPrefix}${new Date(at).toISOString()}#${entry}`,
});
/** What former versions kept instead: that the reply to an entry was sent, and beside it why it was not. */
export const formerReplyKeys = (appId: string, u: string, entry: string): [marker: Key, note: Key] => [
  { pk: sendsPartition(appId, u), sk: entry },
  { pk: sendsPartition(appId, u), sk: `${entry}#note` },
];

/**
 * Events that were not published, and for a while those that were, in the order of their lane: a subject's id, or `~` and a name for what
 * is in no order with anything else.
 */
export const eventPartition = (appId: string, lane: string): string => `${appId}${eventsMark}${lane}`;
export const eventKey = (appId: string, lane: string, order: number): Key => ({
  pk: eventPartition(appId, lane),
  sk: String(order).padStart(12, '0'),
});
export const isEventKey = ({ pk, sk }: Key): boolean => /^[a-z][^#]*#V#.+$/.test(pk) && /^\d{12}$/.test(sk);
/** @throws Error for any other key */
export function parseEventKey(key: Key): { readonly appId: string; readonly lane: string; readonly order: number } {
  const [, appId, lane] = /^([^#]+)#V#(.+)$/.exec(key.pk) ?? [];
  if (appId === undefined || lane === undefined || !isEventKey(key)) throw new Error(`No event lies at ${key.pk}.`);
  return { appId, lane, order: Number(key.sk) };
}

/** Over how many partitions the decisions of the send gate about an app are spread. */
export const gateDecisionShards = 8;
export const gateDecisionPartition = (appId: string, shard: number): string => `${appId}#D#${shard}`;
/** A decision in the order of time; `name` is sixteen random letters and digits, which say where it lies. */
export const gateDecisionKey = (appId: string, at: number, name: string): Key => ({
  pk: gateDecisionPartition(appId, (name.codePointAt(0) ?? 0) % gateDecisionShards),
  sk: `${new Date(at).toISOString()}#${name}`,
});
/** The same decision in the users index, under the person whom it was about. */
export const gateDecisionsOfUser = (appId: string, u: string): string => `${appId}#D#${u}`;

/** The fixed slot of a subject, from the first bytes of its random id. */
export function slotOf(u: string): number {
  let hash = 0;
  for (const character of u) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return hash % slots;
}
export const shardOf = (u: string): number => slotOf(u) % shards;
const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** Order of people inside a shard, the same for eligible rows and the users index. */
export const personOrder = (u: string): string => `${twoDigits(slotOf(u))}#${u}`;

/** Rows of the people who may get a purpose, as far as consent and suppressions of everything go. */
export const eligiblePartition = (appId: string, purposeId: string, shard: number): string =>
  `${appId}#E#${purposeId}#${shard}`;
export const eligibleKey = (appId: string, purposeId: string, u: string): Key => ({
  pk: eligiblePartition(appId, purposeId, shardOf(u)),
  sk: personOrder(u),
});

/** Every loss or move of an eligible row, in the order in which it was recorded. `at` in epoch milliseconds. */
export const withdrawalPartition = (appId: string, shard: number): string => `${appId}#R#${shard}`;
export const withdrawalSort = (at: number): string => new Date(at).toISOString();
export const withdrawalKey = (appId: string, at: number, u: string, sequence: number): Key => ({
  pk: withdrawalPartition(appId, shardOf(u)),
  sk: `${withdrawalSort(at)}#${u}#${sequence}`,
});

/** Who said unclear words and has not settled what they meant, by when they were said. */
export const openQuestionPartition = (appId: string, shard: number): string => `${appId}#U#${shard}`;
export const openQuestionKey = (appId: string, at: number, u: string): Key => ({
  pk: openQuestionPartition(appId, shardOf(u)),
  sk: `${new Date(at).toISOString()}#${u}`,
});

/** Who was handed over to a human and not back, by when. */
export const handoverPartition = (appId: string, shard: number): string => `${appId}#H#${shard}`;
export const handoverKey = (appId: string, at: number, u: string): Key => ({
  pk: handoverPartition(appId, shardOf(u)),
  sk: `${new Date(at).toISOString()}#${u}`,
});

/** The users index: `S` people, `W` kept windows. */
export const usersPartition = (appId: string, shard: number): string => `${appId}#${shard}`;
export const usersKeys = (appId: string, kind: 'S' | 'W', u: string): { upk: string; usk: string } => ({
  upk: usersPartition(appId, shardOf(u)),
  usk: `${kind}#${personOrder(u)}`,
});

/** What the users index says of an item: where it stands in the order of people, and whose it is. @throws Error for any other key */
export function parseUsersKey(usk: string): { readonly order: string; readonly u: string } {
  const [, order, u] = /^[SW]#(\d{2}#(.+))$/.exec(usk) ?? [];
  if (order === undefined || u === undefined) throw new Error(`Nobody stands at ${usk} in the users index.`);
  return { order, u };
}

/** What an item that belongs to a person is, by its key. */
export type PersonKey =
  | { readonly kind: 'place' | 'window'; readonly appId: string; readonly place: string }
  | { readonly kind: 'ledger' | 'withdrawal'; readonly appId: string; readonly u: string }
  | { readonly kind: 'row'; readonly appId: string; readonly u: string; readonly purposeId: string };

/** Takes the key of an item apart; undefined = it belongs to no person, or only for a while. */
export function parsePersonKey({ pk, sk }: Key): PersonKey | undefined {
  // No app is called by capital letters, and what is not an app's begins with them.
  const [, appId = '', mark = '', rest = ''] = /^([a-z][^#]*)#([^#]+)(?:#(.+))?$/.exec(pk) ?? [];
  if (rest === '' && (sk === 'S' || sk === 'W') && mark.length === 22) {
    return { kind: sk === 'S' ? 'place' : 'window', appId, place: mark };
  }
  if (mark === 'L' && rest !== '') return { kind: 'ledger', appId, u: rest };
  if (mark === 'R') return { kind: 'withdrawal', appId, u: sk.split('#')[1] ?? '' };
  if (mark === 'E') return { kind: 'row', appId, u: sk.slice(3), purposeId: rest.split('#')[0] ?? '' };
  return undefined;
}
