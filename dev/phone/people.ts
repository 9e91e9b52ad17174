import { randomBytes, randomInt } from 'node:crypto';
import type { KeptFile } from '../machine/kept-file.ts';
import type { MetaPerson } from '../outside-world/meta-webhook.ts';

/** Somebody whose phone is simulated. */
export interface PhonePerson {
  readonly personId: string;
  readonly name: string;
  /** Business-scoped user id: Meta gives one to everybody. */
  readonly bsuid: string;
  /** With a username Meta shows no number any more. */
  readonly username?: string;
  /** Their numbers as WhatsApp writes them, the present one last, with the time (epoch milliseconds) since when. */
  readonly numbers: readonly { readonly waId: string; readonly since: number }[];
}

/** Wrong input to the phone; the message says what would be right. */
export class PhoneError extends Error {}

/**
 * Whom a first start has. Numbers 555-0100 to 555-0199 of an area code are kept for fiction in North America (North American Numbering
 * Plan, "555 line numbers"); 809 is the Dominican Republic, 416 Toronto: in the United States no marketing arrives (docs/country-rules.md).
 */
const atFirst: readonly PhonePerson[] = [
  { personId: 'maria', name: 'María', bsuid: 'DO.10000000000000000001', numbers: [{ waId: '18095550142', since: 0 }] },
  { personId: 'sam', name: 'Sam', bsuid: 'CA.10000000000000000002', numbers: [{ waId: '14165550107', since: 0 }] },
  { personId: 'aiko', name: 'Aiko', bsuid: 'JP.10000000000000000003', username: 'aiko.draws', numbers: [] },
];
const mostPeople = 20;

export const waIdOf = ({ numbers }: PhonePerson): string | undefined => numbers.at(-1)?.waId;

/** How Meta's webhooks name somebody: who has a username, by the BSUID alone. */
export function asMetaNames(person: PhonePerson): MetaPerson {
  const { name, bsuid, username } = person;
  const from = username === undefined ? waIdOf(person) : undefined;
  return { name, bsuid, ...(username !== undefined && { username }), ...(from !== undefined && { from }) };
}

/** The people of the phone, in a file. */
export function phonePeople(file: KeptFile<readonly PhonePerson[] | undefined>) {
  const all = (): readonly PhonePerson[] => file.read() ?? atFirst;
  const find = (personId: string): PhonePerson => {
    const found = all().find((each) => each.personId === personId);
    if (found === undefined) throw new PhoneError('Nobody on the phone has that id.');
    return found;
  };
  const free = (waId: string): string => {
    if (all().some((each) => waIdOf(each) === waId)) throw new PhoneError('Somebody on the phone has that number.');
    return waId;
  };
  const replace = (changed: PhonePerson): PhonePerson => {
    file.write(all().map((each) => (each.personId === changed.personId ? changed : each)));
    return changed;
  };

  return {
    all,
    find,
    add(given: { readonly name: unknown; readonly phone?: unknown; readonly username?: unknown }): PhonePerson {
      if (all().length >= mostPeople) throw new PhoneError(`The phone holds ${mostPeople} people at most.`);
      const name = readName(given.name);
      const username = isGiven(given.username) ? readUsername(given.username) : undefined;
      const numbers = isGiven(given.phone) ? [{ waId: free(readNumber(given.phone)), since: 0 }] : [];
      if (username === undefined && numbers.length === 0) throw new PhoneError('Give a number, a username, or both.');
      const bsuid = `CA.${randomInt(1, 10)}${Array.from({ length: 19 }, () => randomInt(10)).join('')}`;
      const person = { personId: randomBytes(6).toString('hex'), name, bsuid, ...(username && { username }), numbers };
      file.write([...all(), person]);
      return person;
    },
    remove: (personId: string): void => file.write(all().filter((each) => each !== find(personId))),
    changeNumber: (personId: string, phone: unknown, since: number): PhonePerson => {
      const person = find(personId);
      return replace({ ...person, numbers: [...person.numbers, { waId: free(readNumber(phone)), since }] });
    },
    /** @param username nothing = they give it up, and are known by their number again */
    changeUsername(personId: string, username: unknown): PhonePerson {
      const { username: _before, ...person } = find(personId);
      if (isGiven(username)) return replace({ ...person, username: readUsername(username) });
      if (person.numbers.length === 0) throw new PhoneError('Without a number nobody can do without a username.');
      return replace(person);
    },
    /** Whose a message was that went out to these identifiers then. A number may have had another holder before. */
    holderOf(to: string, at: number): PhonePerson | undefined {
      const digits = to.replace(/^\+/, '');
      const holds = all().flatMap((person) => [
        ...(person.bsuid === to ? [{ person, since: 0 }] : []),
        ...person.numbers.flatMap(({ waId, since }) => (waId === digits && since <= at ? [{ person, since }] : [])),
      ]);
      return holds.toSorted((a, b) => b.since - a.since)[0]?.person;
    },
  };
}
export type PhonePeople = ReturnType<typeof phonePeople>;

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

function readName(name: unknown): string {
  const trimmed = typeof name === 'string' ? name.trim() : '';
  if (trimmed === '' || trimmed.length > 60) throw new PhoneError('Give a name of at most 60 characters.');
  return trimmed;
}

/** Any number may be tried, also one that cannot exist: what comes of it is shown. */
function readNumber(phone: unknown): string {
  const digits = typeof phone === 'string' ? phone.replace(/[\s()./+-]/g, '') : '';
  if (!/^\d{6,15}$/.test(digits)) throw new PhoneError('Give the number with its country code, 6 to 15 digits.');
  return digits;
}

/** WhatsApp's own rule: 3 to 35 of these, and at least one letter. */
function readUsername(username: unknown): string {
  const plain = typeof username === 'string' ? username.trim().replace(/^@/, '') : '';
  if (!/^(?=.*[a-z])[a-z0-9._]{3,35}$/.test(plain))
    throw new PhoneError('A username is 3 to 35 small letters, digits, points and underscores.');
  return plain;
}
