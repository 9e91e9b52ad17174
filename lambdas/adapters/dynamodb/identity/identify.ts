import type { App } from '../../../domain/app/app.ts';
import { portfolioCount } from '../../../domain/app/portfolios.ts';
import { IdentityConflictError, NotFoundError } from '../../../domain/errors.ts';
import { decideIdentity, type Held, type IdentityDecision } from '../../../domain/identity/decide-identity.ts';
import { decideAsked, decideNamed, type NamedDecision } from '../../../domain/identity/decide-named.ts';
import {
  type Identifier,
  type IdentifierKind,
  identifiersOf,
  type PersonRef,
} from '../../../domain/identity/person.ts';
import { portfolioOf } from '../../../domain/identity/portfolio.ts';
import { seenOf } from '../../../domain/identity/seen-identifier.ts';
import type { Hold, Next } from '../../../domain/identity/tenures.ts';
import type { SaidBy } from '../../../domain/ledger/statement-command.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { type Former, type Home, type Place, type Trail, trailOf } from '../places/place.ts';
import type { PlaceReader } from '../places/place-reader.ts';
import { parseUserId } from '../places/user-id.ts';
import type { WindowItem } from '../places/window-item.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';
import { StaleReadError } from '../table/transaction.ts';
import { type HomeHolder, holdOf, homeHolder, type Sighting } from './sighting.ts';

type Windows = Map<string, WindowItem | undefined>;

/** What a look-up found, and what the identity rules say of it. */
export interface Identification {
  readonly sightings: readonly Sighting[];
  readonly decision: Exclude<IdentityDecision<HomeHolder> | NamedDecision<HomeHolder>, { do: 'conflict' }>;
  /** Windows that came along with the places read, by name of the place. */
  readonly windows: ReadonlyMap<string, WindowItem | undefined>;
}

/** Looks people up by any of their identifiers, as of the time of an act. Strong reads: one request for a known person by the identifier first known. */
export function personIdentifier(reader: PlaceReader, hash: KeyedHash) {
  /** The subject that lives or points from a place today. */
  async function todaysHome(appId: string, found: Place | undefined, windows?: Windows): Promise<Home | undefined> {
    if (found === undefined || found.kind === 'released') return undefined;
    if (found.kind === 'home') return found;
    const home = await reader.home(appId, found.subjectId, found.home, windows);
    // A pointer that leads nowhere was read just before its home moved.
    if (home === undefined) throw new StaleReadError('a pointer leads nowhere');
    return home;
  }

  /** Who holds what is found at a place, as of `hold`. */
  async function held(
    appId: string,
    found: Place | undefined,
    hold: Hold<Former>,
    windows?: Windows,
  ): Promise<Held<HomeHolder>> {
    if (hold.asOf === 'gap') return { asOf: 'gap' };
    if (hold.asOf === 'today') {
      const home = await todaysHome(appId, found, windows);
      return { asOf: 'today', holder: home && homeHolder(home), unknownPeople: found?.keeps };
    }
    const { subjectId, home: start, gap } = hold.tenure;
    const home = await reader.home(appId, subjectId, start, windows);
    if (home === undefined) throw new StaleReadError('the trail of an earlier holder is being changed');
    return { asOf: 'ended', holder: homeHolder(home), unknownPeople: gap };
  }

  async function sight(appId: string, each: Identifier, at: Milliseconds, windows?: Windows): Promise<Sighting> {
    const place = hash.place(each);
    const { place: found, window } = await reader.withWindow(appId, place);
    windows?.set(place, window);
    const hold = holdOf(found, at);
    return { identifier: each, place, found, hold, held: await held(appId, found, hold, windows) };
  }

  async function user(appId: string, userId: string, windows: Windows): Promise<HomeHolder> {
    const parsed = parseUserId(userId);
    const home = parsed === undefined ? undefined : await reader.home(appId, parsed.subjectId, parsed.place, windows);
    if (home === undefined) throw new NotFoundError(`There is no user ${userId} in this app.`);
    return homeHolder(home);
  }

  /** Whoever came after a gap or an earlier holder: today's holder of the identifier, or the next one who has left it too. */
  async function homeOfNext(appId: string, sighting: Sighting, next: Next<Former>): Promise<Home | undefined> {
    if (next === undefined) return undefined;
    if (next === 'today') return todaysHome(appId, sighting.found);
    return reader.home(appId, next.subjectId, next.home);
  }

  /** Everybody who leads from some places, with those who turned out to be them: their ledgers may hold an act that is tried again. */
  async function trailsFrom(appId: string, found: readonly (Place | undefined)[]): Promise<Trail[]> {
    const starts = found.flatMap((place): Trail[] => {
      if (place === undefined) return [];
      const today = place.kind === 'pointer' ? [{ subjectId: place.subjectId, home: place.home }] : [];
      return [...place.former.map(({ subjectId, home }) => ({ subjectId, home })), ...place.trail, ...today];
    });
    const homes = await Promise.all(starts.map(({ subjectId, home }) => reader.home(appId, subjectId, home)));
    const living = [...found.filter((place) => place?.kind === 'home'), ...homes.filter((home) => home !== undefined)];
    const trails = living.flatMap((home) => trailOf(home, home.place));
    return [...new Map(trails.map((each) => [each.subjectId, each])).values()];
  }

  /** The same of everybody who ever held one of the identifiers. */
  async function everyHolder(appId: string, person: PersonRef): Promise<Trail[]> {
    const found = await Promise.all(identifiersOf(person).map((each) => reader.one(appId, hash.place(each))));
    const named = person.userId === undefined ? [] : [(await user(appId, person.userId, new Map())).home];
    return trailsFrom(appId, [...found, ...named]);
  }

  /**
   * @param at time of the act, milliseconds: identifiers are resolved as of then
   * @throws NotFoundError for a `userId` that this app never gave; IdentityConflictError when a call contradicts what is proven
   */
  async function identify(app: App, person: PersonRef, at: Milliseconds, by: SaidBy): Promise<Identification> {
    const { appId } = app;
    const [first, ...others] = identifiersOf(person);
    const windows: Windows = new Map();
    const sightings: Sighting[] = first === undefined ? [] : [await sight(appId, first, at, windows)];
    const whole = person.userId === undefined ? wholePerson(sightings[0], person) : undefined;
    if (whole !== undefined) return { sightings, decision: { do: 'use', holder: whole }, windows };
    sightings.push(...(await Promise.all(others.map((each) => sight(appId, each, at, windows)))));
    const heldBy = (kind: IdentifierKind) => seenOf(sightings, kind)?.held;
    const question = { given: person, phone: heldBy('phone'), bsuid: heldBy('bsuid') };
    const decision =
      by === 'provider' && person.userId === undefined
        ? decideIdentity({ ...question, at, parentBsuid: heldBy('parent-bsuid'), isFormer: isOfFormer(app, person) })
        : decideNamed({
            ...question,
            no: by !== 'caller',
            user: person.userId === undefined ? undefined : await user(appId, person.userId, windows),
          });
    if (decision.do === 'conflict')
      throw new IdentityConflictError(decision.holders.map(({ home }) => home.subject.userId));
    return { sightings, decision, windows };
  }

  /**
   * Whom a question is about. A stored pair without proof answers for its number only.
   *
   * @throws NotFoundError for a `userId` that this app never gave; IdentityConflictError when it is not the one of the identifiers
   */
  async function look(appId: string, person: PersonRef, at: Milliseconds): Promise<Asked> {
    const [first, ...others] = identifiersOf(person);
    const windows: Windows = new Map();
    const sightings: Sighting[] = first === undefined ? [] : [await sight(appId, first, at, windows)];
    const whole = person.userId === undefined ? wholePerson(sightings[0], person) : undefined;
    if (whole !== undefined) return { sightings, windows, answer: whole, beside: undefined };
    sightings.push(...(await Promise.all(others.map((each) => sight(appId, each, at, windows)))));
    const named = person.userId === undefined ? undefined : await user(appId, person.userId, windows);
    return { ...askedAbout(person, sightings, named), sightings, windows };
  }

  return { identify, sight, user, homeOfNext, todaysHome, look, trailsFrom, everyHolder };
}

/** Whether a payload came by a portfolio that the app has left. */
function isOfFormer(app: App, { bsuid }: PersonRef): boolean {
  return bsuid !== undefined && portfolioOf(bsuid) !== portfolioCount(app).now;
}

/** Whom a question is about, with what was read. */
export interface Asked {
  readonly answer: HomeHolder | undefined;
  readonly beside: HomeHolder | undefined;
  readonly sightings: readonly Sighting[];
  readonly windows: ReadonlyMap<string, WindowItem | undefined>;
}

/** @throws IdentityConflictError when the `userId` is not the one of the identifiers */
export function askedAbout(
  person: PersonRef,
  sightings: readonly Pick<Sighting, 'identifier' | 'held'>[],
  named: HomeHolder | undefined,
): Pick<Asked, 'answer' | 'beside'> {
  const heldBy = (kind: IdentifierKind): Held<HomeHolder> | undefined => {
    const held = seenOf(sightings, kind)?.held;
    return kind === 'bsuid' && held?.holder?.home.unproven === true ? { asOf: held.asOf } : held;
  };
  const [phone, bsuid] = [heldBy('phone'), heldBy('bsuid') ?? heldBy('parent-bsuid')];
  const decision = decideAsked({
    given: person,
    phone,
    bsuid,
    user: named,
  });
  if (decision.do === 'conflict')
    throw new IdentityConflictError(decision.holders.map(({ home }) => home.subject.userId));
  return { answer: decision.holder, beside: decision.beside };
}

export type PersonIdentifier = ReturnType<typeof personIdentifier>;

/** The holder, where the first place alone tells everything: today's holder has exactly the identifiers that were given. */
function wholePerson(first: Sighting | undefined, person: PersonRef): HomeHolder | undefined {
  const holder = first?.held.asOf === 'today' && first.held.unknownPeople !== true ? first.held.holder : undefined;
  if (holder === undefined) return undefined;
  const { parentBsuid } = holder.home.subject;
  return identifiersOf(person).every(({ kind, value }) =>
    kind === 'parent-bsuid' ? value === parentBsuid : value === holder[kind],
  )
    ? holder
    : undefined;
}
