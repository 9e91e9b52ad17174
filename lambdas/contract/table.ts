/** The one table, as CDK creates it and the store uses it. Every key string itself is built in `adapters/dynamodb/keys.ts`. */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Epoch seconds; tidies up only, nothing reads meaning from a deletion. */
  ttl: 'ttl',
  /** All users and all kept windows of an app, in the same order, by shard. KEYS_ONLY. */
  usersIndex: { name: 'users', partitionKey: 'upk', sortKey: 'usk' },
} as const;

/** How people are spread: 64 fixed slots, mapped to shards, so that shards can grow without rewriting rows. */
export const slots = 64;
export const shards = 16;

/** Attribute that only ledger entries which ask for a reply to the person carry; the relay hands those on to be answered. */
export const replyAttribute = 'reply';

/** Attribute of ledger entries and event rows that are told to the world: the type of the event. */
export const eventAttribute = 'event';

/** Attribute of ledger entries and choices that says what they charge at which collection points: a list. */
export const chargesAttribute = 'charges';

/** Attributes of ledger entries that say which purposes somebody became opted in to by them, and which ended: lists. */
export const wonAttribute = 'won';
export const lostAttribute = 'lost';

/** Attribute that says on which day that counts. */
export const dayAttribute = 'day';

/**
 * Attribute that only those entries carry besides, for the filter of the table's stream: it sees leaves only, and a list is none (Lambda
 * developer guide, "Using the Exists operator").
 */
export const chargedAttribute = 'charged';

/** Attributes of what the relay tells of a changed state or window: what it counts as now, and which change that was. */
export const countedAttribute = 'counted';
export const orderAttribute = 'order';

/** The sort keys of states and windows, whose changes are counted. */
export const countedItems = ['S', 'W'] as const;

/** What the partitions of events have behind their app: functions that may write nothing else may write there. */
export const eventsMark = '#V#';

/** In the partitions of what callback addresses are owed, behind the app: whoever owes may write there and nowhere else. */
export const owedMark = '#Q#';

/** How the partitions of what is counted in one second begin: functions that may write nothing else may write there. */
export const ratePrefix = 'RATE#';
