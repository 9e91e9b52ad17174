import { ratePrefix } from '../../../contract/table.ts';
import type { Key } from './keys.ts';

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
