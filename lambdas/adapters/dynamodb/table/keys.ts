import { eventsMark, owedMark, ratePrefix, shards, slots } from '../../../contract/table.ts';

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

/** An app's settings, and the list of all apps. */
export const appKey = (appId: string): Key => ({ pk: 'APPS', sk: appId });
export const appsPartition = 'APPS';
/** The picture of a logo, by the hash of its bytes. */
export const logoKey = (hash: string): Key => ({ pk: `LOGO#${hash}`, sk: 'L' });
/** Which app a WhatsApp number belongs to. */
export const whatsappNumberKey = (phoneNumberId: string): Key => ({ pk: `WA#${phoneNumberId}`, sk: 'A' });
/** When a webhook about a WhatsApp number came last. */
export const lastWebhookKey = (phoneNumberId: string): Key => ({ pk: `WA#${phoneNumberId}`, sk: 'H' });
/** Which apps take SMS on a number: one item a claim, `=<normalised name>` or, for an app without an SMS name, its id. */
export const smsNumberPartition = (phone: string): string => `SMS#${phone}`;
export const smsNumberKey = (phone: string, claim: string): Key => ({ pk: smsNumberPartition(phone), sk: claim });

/** Which apps share an SMS number, or had it last. */
export const smsNumberHistoryKey = (phone: string): Key => ({ pk: smsNumberPartition(phone), sk: '!' });

/** Partitions of API keys, by the digit behind the 9 of their ids. */
export const keyShards = 8;
/**
 * API keys, found by their public id. It says itself in which of eight partitions the key lies, so that made-up keys, which are asked for
 * as well, do not all ask one; ids from before say nothing (a 9 was never among their letters) and lie in one of their own.
 */
export const apiKeyPartitions = [...Array.from({ length: keyShards }, (_, shard) => `KEYS#${shard}`), 'KEYS'];
export const apiKeyPartition = (keyId: string): string => {
  const [, shard] = /^key_9([0-7])/.exec(keyId) ?? [];
  return shard === undefined ? 'KEYS' : `KEYS#${shard}`;
};
export const apiKeyKey = (keyId: string): Key => ({ pk: apiKeyPartition(keyId), sk: keyId });

/** The people who sign in through a user pool, and who of them are owners. */
export const operatorsPartition = (pool: string): string => `PEOPLE#${pool}`;
export const operatorKey = (pool: string, personId: string): Key => ({ pk: operatorsPartition(pool), sk: personId });
export const ownersKey = (pool: string): Key => ({ pk: operatorsPartition(pool), sk: '!owners' });

/** Over how many partitions a month of the audit list is spread. */
export const auditShards = 4;
export const auditPartition = (month: string, shard: number): string => `AUDIT#${month}#${shard}`;
/** An entry in the order of time, `name` makes it the only one of its millisecond; what came of it lies right behind it. */
export const auditKey = (at: number, name: string): Key => {
  const time = new Date(at).toISOString();
  const shard = (name.codePointAt(0) ?? 0) % auditShards;
  return { pk: auditPartition(time.slice(0, 7), shard), sk: `${time}#${name}` };
};
export const auditOutcomeKey = ({ pk, sk }: Key): Key => ({ pk, sk: `${sk}#1` });
/** The sort key of the entry that an item of the list belongs to. */
export const auditEntryOf = (sk: string): string => sk.replace(/#1$/, '');

/** A secret of the stage that no stored thing depends on. */
export const stageKeyKey: Key = { pk: 'STAGE', sk: 'K' };
/** The check value of the identifier key with which the table was made. */
export const keyCheckKey: Key = { pk: 'STAGE', sk: 'I' };

/** Secret addresses at which providers tell of an app's calls. */
export const callHooksPartition = (appId: string): string => `${appId}#J`;
export const callHookKey = (appId: string, hookId: string): Key => ({ pk: callHooksPartition(appId), sk: hookId });

/** Addresses at which an app is told of its events; and those of all apps of the stage, for whoever looks what is due. */
export const callbacksPartition = (appId: string): string => `${appId}#B`;
export const callbackKey = (appId: string, endpointId: string): Key => ({
  pk: callbacksPartition(appId),
  sk: endpointId,
});
export const allCallbacksPartition = 'CALLBACKS';
export const listedCallbackKey = (appId: string, endpointId: string): Key => ({
  pk: allCallbacksPartition,
  sk: `${appId}#${endpointId}`,
});
/** What an endpoint is owed of one lane, in its order. */
export const deliveryPartition = (appId: string, endpointId: string, lane: string): string =>
  `${appId}${owedMark}${endpointId}#${lane}`;
export const deliveryKey = (appId: string, endpointId: string, lane: string, order: number): Key => ({
  pk: deliveryPartition(appId, endpointId, lane),
  sk: String(order).padStart(12, '0'),
});
/** The same in the users index, all of an endpoint in the order of time. */
export const deliveriesOfEndpoint = (appId: string, endpointId: string): string => `${appId}${owedMark}${endpointId}`;
export const deliveryTimeSort = (owedAt: number, lane: string, order: number): string =>
  `${new Date(owedAt).toISOString()}#${lane}#${String(order).padStart(12, '0')}`;
/** Lanes of an endpoint that are to be looked at, by when. */
export const dueLanesPartition = (endpointId: string, isNo: boolean): string => `DUE#${endpointId}${isNo ? '#N' : ''}`;
export const dueLaneKey = (endpointId: string, dueAt: number, lane: string, isNo: boolean): Key => ({
  pk: dueLanesPartition(endpointId, isNo),
  sk: `${new Date(dueAt).toISOString()}#${lane}`,
});
export const laneOfDue = (sk: string): string => sk.slice(sk.indexOf('#') + 1);

/** Exports of an app (newest first by id), and their schedules. */
export const exportsPartition = (appId: string): string => `${appId}#X`;
export const exportKey = (appId: string, exportId: string): Key => ({ pk: exportsPartition(appId), sk: exportId });
export const schedulesPartition = (appId: string): string => `${appId}#C`;
export const scheduleKey = (appId: string, scheduleId: string): Key => ({
  pk: schedulesPartition(appId),
  sk: scheduleId,
});
/** Imports of an app (newest first by id), and how far the parts of each are. */
export const importsPartition = (appId: string): string => `${appId}#I`;
export const importKey = (appId: string, importId: string): Key => ({ pk: importsPartition(appId), sk: importId });
export const importPartsPartition = (appId: string, importId: string): string =>
  `${importsPartition(appId)}#${importId}`;
/** One part in one mode of one dry run: `2#apply#00017`; `2#apply-begun#00017` when it is begun. */
export const importPartKey = (appId: string, importId: string, run: number, mode: string, part: number): Key => ({
  pk: importPartsPartition(appId, importId),
  sk: `${run}#${mode}#${String(part).padStart(5, '0')}`,
});
/** The versions of a notice, in order; a published one never changes. */
export const noticePartition = (appId: string, noticeId: string): string => `${appId}#N#${noticeId}`;
export const noticeKey = (appId: string, noticeId: string, version: number): Key => ({
  pk: noticePartition(appId, noticeId),
  sk: String(version).padStart(6, '0'),
});
/** The notices of an app with their latest version. */
export const noticesPartition = (appId: string): string => `${appId}#N`;
export const latestNoticeKey = (appId: string, noticeId: string): Key => ({
  pk: noticesPartition(appId),
  sk: noticeId,
});

/** A collection point and, beside it, what is counted there: one request reads all. `token` is its id without `pt_`. */
export const pointPartition = (token: string): string => `POINT#${token}`;
export const pointKey = (token: string): Key => ({ pk: pointPartition(token), sk: 'D' });
export const pointCountsKey = (token: string): Key => ({ pk: pointPartition(token), sk: 'N' });
/** Visits have an item of their own, which no transaction ever touches. */
export const pointVisitsKey = (token: string): Key => ({ pk: pointPartition(token), sk: 'V' });
/** What was counted on each day: the acts of a day, and its visits once they are moved there. */
export const pointDaysPartition = (token: string): string => `${pointPartition(token)}#D`;
export const pointDayKey = (token: string, day: string, of: 'acts' | 'visits'): Key => ({
  pk: pointDaysPartition(token),
  sk: `${day}#${of === 'acts' ? 'N' : 'V'}`,
});
/** The points of an app. */
export const pointsPartition = (appId: string): string => `${appId}#P`;
export const listedPointKey = (appId: string, token: string): Key => ({ pk: pointsPartition(appId), sk: token });
/** How many of them were made for ads. */
export const adPointsKey = (appId: string): Key => ({ pk: `${pointsPartition(appId)}#ads`, sk: 'N' });
/** Says that the charges of a ledger entry were counted, so that they are counted once. */
export const chargedKey = (token: string, entry: string): Key => ({ pk: `${pointPartition(token)}#K`, sk: entry });

/** Opt-ins and opt-outs of an app on each day, and the markers of the ledger entries that were counted there. */
export const appDaysPartition = (appId: string): string => `${appId}#T`;
export const appDayKey = (appId: string, day: string): Key => ({ pk: appDaysPartition(appId), sk: day });
export const appChargedKey = (appId: string, entry: string): Key => ({ pk: `${appDaysPartition(appId)}#K`, sk: entry });

/** How many people stand where in an app, and before it the ends of its windows by day. */
export const censusPartition = (appId: string): string => `${appId}#K`;
export const censusKey = (appId: string): Key => ({ pk: censusPartition(appId), sk: 'people' });
export const windowEndsKey = (appId: string, day: string): Key => ({ pk: censusPartition(appId), sk: day });
/** What is counted of the item that lies at a place, and as of which change of it. */
export const countedKey = (appId: string, place: string, sk: string): Key => ({
  pk: `${censusPartition(appId)}#${place}`,
  sk,
});

/** The message templates of a WhatsApp Business Account by their ids; beside them their words, and what was said of each. */
export const templatesPartition = (wabaId: string): string => `TEMPLATES#${wabaId}`;
export const templateKey = (wabaId: string, templateId: string): Key => ({
  pk: templatesPartition(wabaId),
  sk: templateId,
});
export const templateWordsPartition = (wabaId: string): string => `${templatesPartition(wabaId)}#W`;
export const templateWordsKey = (wabaId: string, templateId: string): Key => ({
  pk: templateWordsPartition(wabaId),
  sk: templateId,
});
export const templateHistoryPartition = (wabaId: string, templateId: string): string =>
  `${templatesPartition(wabaId)}#H#${templateId}`;
export const templateEntryKey = (wabaId: string, templateId: string, at: number, entryId: string): Key => ({
  pk: templateHistoryPartition(wabaId, templateId),
  sk: `${new Date(at).toISOString()}#${entryId}`,
});

/** An In-App Signup of Meta's, of whichever app. */
export const signupKey = (signupId: string): Key => ({ pk: `SIGNUP#${signupId}`, sk: 'D' });

/** What somebody ticked on a page, until the phone confirms it. */
export const choiceKey = (code: string): Key => ({ pk: `CHOICE#${code}`, sk: 'C' });
/** When a message came first that says no time of its own; `receipt` is a keyed hash of who brought it and its id. */
export const receiptKey = (receipt: string): Key => ({ pk: `RECEIPT#${receipt}`, sk: 'R' });
/** What buttons of ours asked. */
export const promptKey = (code: string): Key => ({ pk: `PROMPT#${code}`, sk: 'P' });
/** How often one source used a public form lately; `source` is a keyed hash. */
export const limitKey = (source: string): Key => ({ pk: `LIMIT#${source}`, sk: 'L' });

/** How much of something happened in one second: calls of a key, forms at a point. */
export const rateKey = (what: string, second: number): Key => ({
  pk: `${ratePrefix}${what}`,
  sk: String(second),
});

/** Which answers somebody got lately; `whom` is a keyed hash. */
export const keyedAnswers = (whom: string): Key => ({ pk: `LIMIT#${whom}`, sk: 'A' });

/** Over how many partitions a day of what is kept aside is spread: a number that no app has may keep every message of a campaign. */
const asideShards = 16;

/**
 * What was signed and could not be used, kept for a person to look at; by UTC day, and by digest. Its id is the sort key of its first
 * piece. Items from before lie in one partition a day, the last of these.
 */
export const asidePartitions = (day: string): string[] => [
  ...Array.from({ length: asideShards }, (_, shard) => `ASIDE#${day}#${shard}`),
  `ASIDE#${day}`,
];
export const asideKey = (at: number, digest: string, piece = 0): Key => {
  const first = `${new Date(at).toISOString()}#${digest}`;
  const [own] = asideKeysOfId(first);
  return { ...own, sk: piece === 0 ? first : `${first}#${String(piece).padStart(3, '0')}` };
};
/** Where the first piece of this id lies, and where it did before. */
export const asideKeysOfId = (id: string): [now: Key, before: Key] => {
  const [day, shard] = [id.slice(0, 10), asideShardOf(id, asideShards)];
  return [
    { pk: `ASIDE#${day}#${shard}`, sk: id },
    { pk: `ASIDE#${day}`, sk: id },
  ];
};
/** Over how many partitions of the users index that is spread which nobody has dealt with: few, for each is asked whenever somebody looks. */
const waitingShards = 4;
export const waitingPartitions: readonly string[] = Array.from(
  { length: waitingShards },
  (_, shard) => `ASIDE#${shard}`,
);
/** Where something kept aside stands in the users index while it waits for somebody. No app is called by capital letters. */
export const waitingKeys = (id: string): { readonly upk: string; readonly usk: string } => ({
  upk: `ASIDE#${asideShardOf(id, waitingShards)}`,
  usk: id,
});
const asideShardOf = (id: string, among: number): number => (id.slice(id.indexOf('#') + 1).codePointAt(0) ?? 0) % among;

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
