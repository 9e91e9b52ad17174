import type { Milliseconds } from '../../domain/consent/statement.ts';
import { IdentityConflictError, NotFoundError } from '../../domain/errors.ts';
import {
  decideIdentity,
  type Held,
  type Holder,
  type IdentityDecision,
} from '../../domain/identity/decide-identity.ts';
import { type Identifier, identifiersOf, type PersonRef } from '../../domain/identity/person.ts';
import type { KeyedHash } from './keyed-hash.ts';
import type { Home, Place } from './place.ts';
import type { PlaceReader } from './place-reader.ts';
import { StaleReadError } from './transaction.ts';
import type { WindowItem } from './window-item.ts';

type Windows = Map<string, WindowItem | undefined>;

/** A subject as the identity rules see it, with the home it lives at. */
export interface HomeHolder extends Holder {
  readonly home: Home;
}

/** One identifier of an act, looked up. */
export interface Sighting {
  readonly identifier: Identifier;
  /** Name of the place. */
  readonly place: string;
  readonly found: Place | undefined;
  readonly held: Held<HomeHolder>;
}

/** What a look-up found, and what the identity rules say of it. */
export interface Identification {
  readonly sightings: readonly Sighting[];
  readonly decision: IdentityDecision<HomeHolder>;
  /** Windows that came along with the places read, by name of the place. */
  readonly windows: ReadonlyMap<string, WindowItem | undefined>;
}

export function holderOf(home: Home): HomeHolder {
  const { subjectId, phone, bsuid, firstKnownAt } = home.subject;
  return {
    home,
    subjectId,
    firstKnownAt,
    ...(phone !== undefined && { phone }),
    ...(bsuid !== undefined && { bsuid }),
    ...(home.pairedAt !== undefined && { pairedAt: home.pairedAt }),
  };
}

/** Takes `usr_<home><subject>` apart; undefined when it is not one of ours. */
export function parseUserId(userId: string): { readonly place: string; readonly subjectId: string } | undefined {
  const match = /^usr_([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{11})$/.exec(userId);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { place: match[1], subjectId: match[2] };
}

/** Looks people up by any of their identifiers, as of the time of an act. Strong reads: one request for a known person by the identifier first known. */
export function identifier(reader: PlaceReader, hash: KeyedHash) {
  /** Who holds what is found at a place, for an act at `at`. */
  async function held(
    appId: string,
    found: Place | undefined,
    at: Milliseconds,
    windows?: Windows,
  ): Promise<Held<HomeHolder>> {
    if (found === undefined) return { asOf: 'present' };
    const former = found.former.filter((each) => each.until > at).sort((a, b) => a.until - b.until)[0];
    if (former !== undefined) {
      const home = await reader.home(appId, former.subjectId, former.home, windows);
      return home === undefined ? { asOf: 'before' } : { asOf: 'former', holder: holderOf(home) };
    }
    if (found.kind === 'released') return { asOf: 'present' };
    if (found.heldSince !== undefined && at < found.heldSince) return { asOf: 'before' };
    if (found.kind === 'home') return { asOf: 'present', holder: holderOf(found) };
    const home = await reader.home(appId, found.subjectId, found.home, windows);
    // A pointer that leads nowhere was read just before its home moved.
    if (home === undefined) throw new StaleReadError('a pointer leads nowhere');
    return { asOf: 'present', holder: holderOf(home) };
  }

  async function sight(appId: string, each: Identifier, at: Milliseconds, windows?: Windows): Promise<Sighting> {
    const place = hash.place(each);
    const { place: found, window } = await reader.withWindow(appId, place);
    windows?.set(place, window);
    return { identifier: each, place, found, held: await held(appId, found, at, windows) };
  }

  async function user(appId: string, userId: string, windows: Windows): Promise<HomeHolder> {
    const parsed = parseUserId(userId);
    const home = parsed === undefined ? undefined : await reader.home(appId, parsed.subjectId, parsed.place, windows);
    if (home === undefined) throw new NotFoundError(`There is no user ${userId} in this app.`);
    return holderOf(home);
  }

  /**
   * @param at time of the act, milliseconds: aliases are resolved as of then
   * @param provider whether a signed provider payload says it
   * @throws NotFoundError for a `userId` that this app never gave; IdentityConflictError when an API call names two people
   */
  async function identify(
    appId: string,
    person: PersonRef,
    at: Milliseconds,
    provider: boolean,
  ): Promise<Identification> {
    const [first, ...others] = identifiersOf(person);
    const windows: Windows = new Map();
    const sightings: Sighting[] = first === undefined ? [] : [await sight(appId, first, at, windows)];
    const whole = isWholePerson(sightings[0], person, at);
    if (!whole) sightings.push(...(await Promise.all(others.map((each) => sight(appId, each, at, windows)))));
    const by = (kind: Identifier['kind']) => sightings.find((each) => each.identifier.kind === kind)?.held;
    const [phone, bsuid, parentBsuid] = [by('phone'), by('bsuid'), by('parent-bsuid')];
    const decision: IdentityDecision<HomeHolder> =
      whole && person.userId === undefined && sightings[0]?.held.holder !== undefined
        ? { do: 'use', holder: sightings[0].held.holder }
        : decideIdentity({
            given: {
              ...(person.phone !== undefined && { phone: person.phone }),
              ...(person.bsuid !== undefined && { bsuid: person.bsuid }),
            },
            ...(phone !== undefined && { phone }),
            ...(bsuid !== undefined && { bsuid }),
            ...(parentBsuid !== undefined && { parentBsuid }),
            ...(person.userId !== undefined && { user: await user(appId, person.userId, windows) }),
            at,
            provider,
          });
    if (decision.do === 'conflict')
      throw new IdentityConflictError(decision.holders.map(({ home }) => home.subject.userId));
    return { sightings, decision, windows };
  }

  return { identify, sight };
}

export type PersonIdentifier = ReturnType<typeof identifier>;

/** Whether the first place alone tells everything: today's holder has exactly the identifiers that were given. */
function isWholePerson(first: Sighting | undefined, person: PersonRef, at: Milliseconds): boolean {
  const holder = first?.held.asOf === 'present' ? first.held.holder : undefined;
  if (holder === undefined) return false;
  if (holder.pairedAt !== undefined && at < holder.pairedAt && person.phone !== undefined && person.bsuid !== undefined)
    return false;
  const { subject } = holder.home;
  return (
    (person.phone === undefined || person.phone === subject.phone) &&
    (person.bsuid === undefined || person.bsuid === subject.bsuid) &&
    (person.parentBsuid === undefined || person.parentBsuid === subject.parentBsuid)
  );
}
