import * as z from 'zod';
import type { CollectionPoint } from '../../../domain/collection/collection-point.ts';
import {
  type LinkedPerson,
  linkLifetimes,
  type PersonalLink,
  type PersonalLinkKind,
  personalLinkKind,
} from '../../../domain/collection/personal-link.ts';
import { type Fault, InvalidInputError } from '../../../domain/errors.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import { instant } from '../../fields/instant.ts';
import { user } from '../../fields/user.ts';
import type { JsonObject } from '../../http/parse-body.ts';
import { validate } from '../../http/validate.ts';

const hour = 60 * 60 * 1000;

const personalLink = z.strictObject({
  user,
  pointId: z.string().max(40),
  expiresAt: instant.optional(),
  validForHours: z
    .int()
    .min(1)
    .max(730 * 24)
    .optional(),
});

/** What a link is checked against, and who makes it. */
export interface LinkFacts {
  /** The point of this app with that id. */
  readonly findPoint: (pointId: string) => Promise<CollectionPoint | undefined>;
  /** Whether this app gave the userId: a link for anybody else would show a page whose stop could not be kept. */
  readonly isUser: (userId: string) => Promise<boolean>;
  readonly keyId: string;
}

/**
 * The link that a call asks for.
 *
 * @throws InvalidInputError with all faults
 */
export async function parsePersonalLink(
  body: JsonObject,
  { findPoint, isUser, keyId }: LinkFacts,
  now: number,
): Promise<PersonalLink> {
  const pointId = typeof body.pointId === 'string' ? body.pointId : undefined;
  const point = pointId === undefined ? undefined : await findPoint(pointId);
  const kind = point === undefined ? undefined : personalLinkKind(point);
  const given = validate(personalLink, body, pointId === undefined ? [] : pointFaults(point, kind, now));
  if (kind === undefined) throw new Error('A point without personal links passed.');
  const person = linkedPerson(given.user.person, kind);
  const expiry = expiryOf(given, kind, now);
  const faults = [person, expiry].flatMap((each) => ('fault' in each ? [each.fault] : []));
  if ('fault' in person || 'fault' in expiry) throw new InvalidInputError(faults);
  if ('userId' in person.person && !(await isUser(person.person.userId))) {
    throw new InvalidInputError([fault('/user/userId', 'unknown-user', 'The app has no such user.')]);
  }
  const { expiresAt } = expiry;
  return { kind, pointId: given.pointId, person: person.person, keyId, madeAt: seconds(now), expiresAt };
}

function pointFaults(
  point: CollectionPoint | undefined,
  kind: PersonalLinkKind | undefined,
  now: number,
): readonly Fault[] {
  if (point === undefined) return [fault('/pointId', 'unknown-point', 'The app has no such collection point.')];
  if (kind === undefined) {
    const detail = 'Personal links need a point of the kind personal-link or preference-page.';
    return [fault('/pointId', 'wrong-kind-of-point', detail)];
  }
  if (kind === 'personal-link' && point.expiresAt !== undefined && now >= point.expiresAt) {
    return [fault('/pointId', 'point-expired', 'This point has expired: nobody could opt in by the link.')];
  }
  return [];
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

function expiryOf(
  given: { readonly expiresAt?: number | undefined; readonly validForHours?: number | undefined },
  kind: PersonalLinkKind,
  now: number,
): { expiresAt: number } | { fault: Fault } {
  const { usual, least, most } = linkLifetimes[kind];
  if (given.expiresAt !== undefined && given.validForHours !== undefined) {
    return { fault: fault('/validForHours', 'said-twice', 'Give expiresAt or validForHours, not both.') };
  }
  const pointer = given.validForHours === undefined ? '/expiresAt' : '/validForHours';
  const lifetime =
    given.validForHours !== undefined ? given.validForHours * hour : (given.expiresAt ?? now + usual) - now;
  // A caller's clock that is a little ahead of ours must not make the shortest or the longest lifetime impossible.
  const tolerance = given.expiresAt === undefined ? 0 : 60_000;
  if (lifetime < least - tolerance) {
    const why = kind === 'preference-page' ? ': the way to stop must go on working after the message' : '';
    return { fault: fault(pointer, 'too-early', `This link must live for at least ${inWords(least)}${why}.`) };
  }
  if (lifetime > most + tolerance) {
    return { fault: fault(pointer, 'too-late', `This link may live for at most ${inWords(most)}.`) };
  }
  return { expiresAt: seconds(now + lifetime) };
}

const seconds = (time: number): number => Math.floor(time / 1000) * 1000;

function inWords(lifetime: number): string {
  const hours = lifetime / hour;
  return hours % 24 === 0 ? `${hours / 24} days` : hours === 1 ? 'one hour' : `${hours} hours`;
}

function fault(pointer: string, code: string, detail: string): Fault {
  return { pointer, code, detail };
}
