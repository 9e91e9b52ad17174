import type { App } from '../../../domain/app/app.ts';
import { areDifferentPeople, asOneLine } from '../../../domain/identity/one-line.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import { canonicalPhone, earlierKey } from '../../../domain/identity/phone.ts';
import type { KnownPerson } from '../../../domain/identity/subject.ts';
import type { People } from '../../../use-cases/ledger/ports.ts';
import type { IdentityChangeDeps } from '../entries/identity-entry.ts';
import type { Home, Place } from '../places/place.ts';
import { StaleReadError } from '../table/transaction.ts';
import type { IdentityChanges } from './resolved-person.ts';

/**
 * Keeps what was recorded under the key that a line had before (decision 0021) with the line. For lines that never had another
 * key, which are all but those of Benin, nothing is read.
 */
export function earlierKeys(
  deps: Pick<IdentityChangeDeps, 'reader' | 'hash' | 'now'> & { readonly changes: Pick<IdentityChanges, 'merge'> },
) {
  const { reader, hash, changes } = deps;

  /**
   * The person as they are recorded: by the earlier key while only that is known. Two subjects of one line are merged.
   *
   * @throws StaleReadError after a merge: look again
   */
  async function asRecorded(app: App, person: PersonRef): Promise<PersonRef> {
    const earlier = person.phone === undefined ? undefined : earlierKey(person.phone);
    if (person.phone === undefined || earlier === undefined) return person;
    const before = await placeOf(app, earlier);
    if (before === undefined) return person;
    const today = await placeOf(app, person.phone);
    // Also when nobody holds it now: those who held it before are on record there.
    if (today === undefined) return { ...person, phone: earlier };
    const [had, has] = [await holderOf(app, before), await holderOf(app, today)];
    if (had === undefined) return person;
    if (has === undefined) return { ...person, phone: earlier };
    if (has.subject.subjectId === had.subject.subjectId || areDifferentPeople(has.subject, had.subject)) return person;
    await changes.merge(app, has, had, { at: deps.now() });
    throw new StaleReadError('one line had two keys');
  }

  /** The same for somebody who was named without a number, by the number that is known of them. */
  async function joinOwn(app: App, named: PersonRef, own: string | undefined): Promise<void> {
    if (named.phone === undefined && own !== undefined) await asRecorded(app, { phone: canonicalPhone(own).digits });
  }

  function placeOf(app: App, phone: string): Promise<Place | undefined> {
    return reader.one(app.appId, hash.place({ kind: 'phone', value: phone }));
  }

  async function holderOf(app: App, place: Place): Promise<Home | undefined> {
    if (place.kind === 'released') return undefined;
    return place.kind === 'home' ? place : reader.home(app.appId, place.subjectId, place.home);
  }

  return { asRecorded, joinOwn };
}

/** Finds people by every key that their line had: what stands under one of them, stands. */
export function underEarlierKeys(people: People): People {
  return {
    async find(appId, person, at) {
      const found = await people.find(appId, person, at);
      const others = await Promise.all(otherKeys(person, found).map((phone) => people.find(appId, { phone }, at)));
      return others.reduce(wholeLine, found);
    },
    async search(appId, person, at) {
      const found = await people.search(appId, person, at);
      const others = await Promise.all(otherKeys(person, found).map((phone) => people.search(appId, { phone }, at)));
      return others.reduce(wholeLine, found);
    },
    async findMany(appId, asked, windows) {
      const found = await people.findMany(appId, asked, windows);
      const keys = asked.map((person, index) => {
        const one = found[index];
        return one instanceof Error ? [] : otherKeys(person, one);
      });
      const wanted = keys.flat().map((phone) => ({ phone }));
      if (wanted.length === 0) return found;
      const others = [...(await people.findMany(appId, wanted, windows))];
      return found.map((one, index) => {
        const own = others.splice(0, keys[index]?.length ?? 0);
        return own.reduce((whole, other) => {
          if (whole instanceof Error) return whole;
          return other instanceof Error ? other : wholeLine(whole, other);
        }, one);
      });
    },
  };
}

/** The keys of a line that had two, without the one that was asked for. */
function otherKeys(asked: PersonRef, found: KnownPerson | undefined): readonly string[] {
  const number = asked.phone ?? found?.subject.phone;
  const today = number === undefined ? undefined : canonicalPhone(number).digits;
  const before = today === undefined ? undefined : earlierKey(today);
  return today === undefined || before === undefined ? [] : [today, before].filter((key) => key !== asked.phone);
}

function wholeLine(one: KnownPerson | undefined, other: KnownPerson | undefined): KnownPerson | undefined {
  return one === undefined || other === undefined ? (one ?? other) : asOneLine(one, other);
}
