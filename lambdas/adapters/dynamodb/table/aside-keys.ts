import type { Key } from './keys.ts';

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
