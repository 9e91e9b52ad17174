import { type Fault, InvalidInputError } from '../errors.ts';
import type { PersonRef } from '../identity/person.ts';
import type { Milliseconds } from '../time.ts';
import type { CollectionPoint } from './collection-point.ts';
import {
  type LinkedPerson,
  linkLifetimes,
  type PersonalLink,
  type PersonalLinkKind,
  personalLinkKind,
} from './personal-link.ts';

/** A link as it is asked for. */
export interface AskedLink {
  readonly kind: PersonalLinkKind;
  readonly pointId: string;
  readonly person: PersonRef;
  readonly expiresAt?: Milliseconds | undefined;
  readonly validForHours?: number | undefined;
  /** The API key by which it is made. */
  readonly keyId: string;
}

const hour = 60 * 60 * 1000;

/** Why no links are made for a point; undefined = the app has no such point. */
export function linkPointFaults(point: CollectionPoint | undefined, now: Milliseconds): readonly Fault[] {
  if (point === undefined) return [fault('/pointId', 'unknown-point', 'The app has no such collection point.')];
  const kind = personalLinkKind(point);
  if (kind === undefined) {
    const detail = 'Personal links need a point of the kind personal-link or preference-page.';
    return [fault('/pointId', 'wrong-kind-of-point', detail)];
  }
  if (kind === 'personal-link' && point.expiresAt !== undefined && now >= point.expiresAt) {
    return [fault('/pointId', 'point-expired', 'This point has expired: nobody could opt in by the link.')];
  }
  return [];
}

/**
 * The link that is asked for.
 *
 * @throws InvalidInputError with all faults: who it is for, how long it lives
 */
export function newPersonalLink(asked: AskedLink, now: Milliseconds): PersonalLink {
  const { kind, pointId, keyId } = asked;
  const person = linkedPerson(asked.person, kind);
  const why = kind === 'preference-page' ? ': the way to stop must go on working after the message' : '';
  const expiry = askedExpiry(asked, { ...linkLifetimes[kind], called: 'This link', why }, now);
  const faults = [person, expiry].flatMap((each) => ('fault' in each ? [each.fault] : []));
  if ('fault' in person || 'fault' in expiry) throw new InvalidInputError(faults);
  return { kind, pointId, person: person.person, keyId, madeAt: wholeSeconds(now), expiresAt: expiry.expiresAt };
}

/** Exactly one identifier, so that no act by the link can ever contradict itself and be refused. */
function linkedPerson(person: PersonRef, kind: PersonalLinkKind): { person: LinkedPerson } | { fault: Fault } {
  const { phone, bsuid, userId } = person;
  if (kind === 'personal-link' && phone === undefined) {
    return {
      fault: fault('/user', 'phone-required', 'An opt-in link shows a number: name the user by phone or waId.'),
    };
  }
  if (userId !== undefined && !/^usr_[\w-]{33}$/.test(userId)) {
    return { fault: fault('/user/userId', 'not-a-user-id', 'This must be a userId that this API gave.') };
  }
  const named: readonly LinkedPerson[] = [
    ...(phone === undefined ? [] : [{ phone }]),
    ...(bsuid === undefined ? [] : [{ bsuid }]),
    ...(userId === undefined ? [] : [{ userId }]),
  ];
  const [only, second] = named;
  if (only !== undefined && second === undefined) return { person: only };
  return { fault: fault('/user', 'several-names', 'A link is for one identifier: a number, a bsuid or a userId.') };
}

/** How long something that is asked for may live, in milliseconds, and how a refusal calls it. */
export interface AskedLifetime {
  readonly usual: Milliseconds;
  readonly least: Milliseconds;
  readonly most: Milliseconds;
  readonly called: string;
  /** Why it may not live shorter, to be said after the sentence. */
  readonly why?: string;
}

/** The end that is asked for, by a time or by hours, in whole seconds; or what is wrong with it. */
export function askedExpiry(
  { expiresAt, validForHours }: Pick<AskedLink, 'expiresAt' | 'validForHours'>,
  { usual, least, most, called, why = '' }: AskedLifetime,
  now: Milliseconds,
): { expiresAt: Milliseconds } | { fault: Fault } {
  if (expiresAt !== undefined && validForHours !== undefined) {
    return { fault: fault('/validForHours', 'said-twice', 'Give expiresAt or validForHours, not both.') };
  }
  const pointer = validForHours === undefined ? '/expiresAt' : '/validForHours';
  const lifetime = validForHours !== undefined ? validForHours * hour : (expiresAt ?? now + usual) - now;
  // A caller's clock that is a little ahead of ours must not make the shortest or the longest lifetime impossible.
  const tolerance = expiresAt === undefined ? 0 : 60_000;
  if (lifetime < least - tolerance) {
    return { fault: fault(pointer, 'too-early', `${called} must live for at least ${inWords(least)}${why}.`) };
  }
  if (lifetime > most + tolerance) {
    return { fault: fault(pointer, 'too-late', `${called} may live for at most ${inWords(most)}.`) };
  }
  return { expiresAt: wholeSeconds(now + lifetime) };
}

const wholeSeconds = (time: Milliseconds): Milliseconds => Math.floor(time / 1000) * 1000;

function inWords(lifetime: Milliseconds): string {
  const hours = lifetime / hour;
  return hours % 24 === 0 ? `${hours / 24} days` : hours === 1 ? 'one hour' : `${hours} hours`;
}

function fault(pointer: string, code: string, detail: string): Fault {
  return { pointer, code, detail };
}
