import type { PersonRef } from '../../../domain/identity/person.ts';
import type { KnownPerson } from '../../../domain/identity/subject.ts';
import type { People } from '../../../use-cases/ledger/ports.ts';
import type { PlaceReader } from '../places/place-reader.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';

/**
 * Whom a caller means by a BSUID, where the app has been in several portfolios: whoever has it today, else whoever had it in a former one.
 * For apps that have been in one portfolio only, which are nearly all, nothing is read.
 */
export function formerBsuids({ reader, hash }: { readonly reader: PlaceReader; readonly hash: KeyedHash }) {
  /** In the order of the people; for many of them at one request. */
  async function asKnown(appId: string, people: readonly PersonRef[]): Promise<readonly PersonRef[]> {
    const named = people.flatMap(formsOf);
    if (named.length === 0) return people;
    const names = named.map(placeOf);
    const places = people.length === 1 ? await oneByOne(appId, names) : await reader.places(appId, names);
    const isKnown = (bsuid: string) => (places.get(placeOf(bsuid))?.kind ?? 'released') !== 'released';
    return people.map((person) => {
      const { otherwise, ...itself } = person;
      const bsuid = formsOf(person).find(isKnown);
      return bsuid === undefined ? itself : { ...itself, bsuid };
    });
  }

  /** Side by side: what records may get items, and no batches of them. */
  const oneByOne = async (appId: string, names: readonly string[]) =>
    new Map(await Promise.all(names.map(async (name) => [name, await reader.one(appId, name)] as const)));

  const placeOf = (value: string): string => hash.place({ kind: 'bsuid', value });

  return { asKnown };
}

/** Today's form first; nothing where a BSUID has only one. */
function formsOf({ bsuid, otherwise = [] }: PersonRef): readonly string[] {
  return bsuid === undefined || otherwise.length === 0 ? [] : [bsuid, ...otherwise];
}

/** Finds people also by the BSUIDs that they had in a former portfolio, and says so of who was named by nothing else. */
export function underFormerPortfolios(
  people: People,
  { asKnown }: Pick<ReturnType<typeof formerBsuids>, 'asKnown'>,
): People {
  const one = async (appId: string, person: PersonRef) => (await asKnown(appId, [person]))[0] ?? person;
  return {
    async find(appId, person, at) {
      const named = await one(appId, person);
      return namedBy(await people.find(appId, named, at), named, person);
    },
    search: async (appId, person, at) => people.search(appId, await one(appId, person), at),
    async findMany(appId, asked, windows) {
      const named = await asKnown(appId, asked);
      const found = await people.findMany(appId, named, windows);
      return found.map((each, index) => {
        const [as, person] = [named[index], asked[index]];
        return each instanceof Error || as === undefined || person === undefined ? each : namedBy(each, as, person);
      });
    },
  };
}

function namedBy(
  found: KnownPerson | undefined,
  { phone, userId, bsuid }: PersonRef,
  asked: PersonRef,
): KnownPerson | undefined {
  const isAlone = phone === undefined && userId === undefined && formsOf(asked).length > 0;
  return found !== undefined && isAlone ? { ...found, namedBy: bsuid } : found;
}
