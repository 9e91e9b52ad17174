import { replyAttribute } from '../../../contract/table.ts';
import type { Errand } from '../../../domain/ledger/errand.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';
import { errandKey, type Key } from '../table/keys.ts';

/** Seconds. Longer than the table's stream keeps what it has to tell (24 h); nobody reads the item itself. */
export const errandsKeptFor = 2 * 24 * 60 * 60;

/** An errand as it lies in the table: it carries the attribute that the relay looks for, as a ledger entry does. */
export function errandItem(
  hash: KeyedHash,
  appId: string,
  subjectId: string,
  { kind, at, eventId, source, identifiers, locale, words, pointId, campaign }: Errand,
  now: Milliseconds,
): Key {
  const item = {
    ...keyOfErrand(hash, appId, subjectId, { kind, eventId }),
    [replyAttribute]: kind,
    at,
    src: source,
    locale,
    words,
    pointId,
    campaign,
    body: { identifiers },
    ttl: Math.floor(now / 1000) + errandsKeptFor,
  };
  return item;
}

/** Where it lies: one act has one of a kind. */
export function keyOfErrand(
  hash: KeyedHash,
  appId: string,
  subjectId: string,
  { kind, eventId }: Pick<Errand, 'kind' | 'eventId'>,
): Key {
  return errandKey(appId, subjectId, hash.entry(`errand|${kind}|${eventId}`));
}
