import { environment } from './environment.ts';
import {
  chargedAttribute,
  chargesAttribute,
  dayAttribute,
  eventAttribute,
  lostAttribute,
  replyAttribute,
  table,
  wonAttribute,
} from './table.ts';

/** Somebody who is told of new ledger entries. The relay reads the table's stream for all of them; each has a queue of its own. */
export interface Consumer {
  /** It is told of the entries that carry this attribute. */
  readonly attribute: string;
  /** What the attribute looks like, as a filter of Lambda says it. It sees leaves only, and a list is none. */
  readonly filter: object;
  /** What it is told of an entry: these attributes, and these of the private body. What a person wrote lies in no queue. */
  readonly told: readonly string[];
  readonly toldOfBody: readonly string[];
  /** Whether it is told of the acts of one person in their order, one after the other. */
  readonly inOrder: boolean;
  /** The environment variable in which the relay finds its queue. */
  readonly queueUrl: string;
}

const key = [table.partitionKey, table.sortKey];

/** What errands say besides (`errand.ts`). */
const ofErrands = ['locale', 'words', 'pointId', 'campaign'];

/** What an event says of an act. */
const ofActs = [
  'kind',
  'action',
  'purposes',
  'level',
  'batch',
  'applied',
  'reason',
  'change',
  'by',
  'notice',
  'point',
] as const;

/** All who are told. A new one is an entry here, its queue in the stack and its function. */
export const consumers = {
  replies: {
    attribute: replyAttribute,
    filter: { S: [{ exists: true }] },
    told: [...key, 'n', 'at', 'src', replyAttribute, 'choice', 'point', 'purposes', 'notice', ...ofErrands],
    toldOfBody: ['identifiers', 'receivedBy', 'noticeLocale'],
    inOrder: true,
    queueUrl: environment.repliesQueueUrl,
  },
  charges: {
    attribute: chargedAttribute,
    filter: { BOOL: [true] },
    told: [...key, chargesAttribute, wonAttribute, lostAttribute, dayAttribute],
    toldOfBody: [],
    inOrder: false,
    queueUrl: environment.chargesQueueUrl,
  },
  events: {
    attribute: eventAttribute,
    filter: { S: [{ exists: true }] },
    told: [...key, eventAttribute, 'n', 'rec', 'at', 'src', ...ofActs, wonAttribute, lostAttribute, 'co', 'h', 'ed'],
    toldOfBody: [],
    inOrder: true,
    // Withdrawals have a queue of their own beside it.
    queueUrl: environment.eventsQueueUrl,
  },
} as const satisfies { readonly [name: string]: Consumer };

export type ConsumerName = keyof typeof consumers;
export const consumerNames = Object.keys(consumers) as ConsumerName[];
