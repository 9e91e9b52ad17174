import { choiceLifetime, stateOfNo } from '../consent/consent-state.ts';
import { isMarketing, type PurposeTerms } from '../consent/purpose-terms.ts';
import type { Registers } from '../consent/registers.ts';
import { namedPurposes, standing, standingWithoutRequest } from '../consent/standing.ts';
import type { Milliseconds } from '../time.ts';
import { serviceWindow, type WindowTimes } from '../window/customer-service-window.ts';
import { isEarlierHolder, type Subject } from './subject.ts';

/**
 * How many people stand where for one purpose. Each person is in one of these. A yes that has expired is still among `optedIn`: expiry
 * is no act and depends on settings.
 */
export interface PurposeCensus {
  readonly purposeId: string;
  readonly optedIn: number;
  /** Asked, and the phone may still confirm. */
  readonly pending: number;
  readonly optedOut: number;
  readonly erased: number;
  /** Asked, not confirmed in time, and nothing stood before. */
  readonly unconfirmed: number;
  readonly neverAsked: number;
}

/** How many people there are now, and where they stand. */
export interface Census {
  readonly people: number;
  readonly purposes: readonly PurposeCensus[];
}

/** The names of what is counted, with their numbers. */
export type Counted = ReadonlyMap<string, number>;

const states = ['opted-in', 'opted-out', 'erased', 'unconfirmed'] as const;
type CountedState = (typeof states)[number];

/** Whoever is counted at all. */
const everybody = 'people';
/** A purpose that nobody has: whoever never named one stands for it as for this. A no to everything is one to it, too. */
const unnamed = '';
/** How it is called in the names of counts. */
const everyOther = '*';

/**
 * What somebody counts as: names, each of which counts one. None of them depends on the settings of the app or on the time, so a count
 * is right for ever and is read by the settings of the moment (`censusOf`): a purpose may become marketing (`m` says how they stand
 * then, `p` how otherwise, `=` both), or be made later (`*`). What is only asked is told by the hour in which that lapses.
 *
 * @returns none for whom no list shows (`isEarlierHolder`)
 */
export function countedAs(subject: Pick<Subject, 'registers' | 'phone' | 'bsuid' | 'parentBsuid'>): readonly string[] {
  if (isEarlierHolder(subject)) return [];
  const { registers } = subject;
  const names = [unnamed, ...namedPurposes(registers)].flatMap((purpose) => {
    const named = (reading: string, marketing: boolean) =>
      said(registers, purpose, marketing).map(([stands, ...hour]) =>
        [...hour, reading, purpose || everyOther, stands].join(' '),
      );
    const both = named('=', false);
    return both.join() === named('=', true).join() ? both : [...named('p', false), ...named('m', true)];
  });
  return [everybody, ...names];
}

/** How somebody stands for a purpose, what they do not count as because they named it, and until which hour they are only asked. */
function said(registers: Registers, purpose: string, marketing: boolean): readonly (readonly [string, string?])[] {
  const found = standing(registers, purpose, marketing);
  if (found.stands === 'nothing') return [];
  const wider = purpose === unnamed ? undefined : standing(registers, unnamed, marketing);
  const apart = wider?.stands === 'revoked' ? ([[`-${stateOfNo(wider)}`]] as const) : [];
  if (found.stands === 'granted') return [['opted-in'], ...apart];
  if (found.stands === 'revoked') return [[stateOfNo(found)], ...apart];
  const before = standingWithoutRequest(registers, purpose, marketing);
  const stands = before.stands === 'revoked' ? stateOfNo(before) : 'unconfirmed';
  return [[stands], [stands, hourOf(found.by.at * 1000 + choiceLifetime)], ...apart];
}

/**
 * Where people stand, from what was counted. Of a request that lapses within this hour it says that it has.
 *
 * @returns undefined for what no count can be: something is missing in it
 */
export function censusOf(counted: Counted, purposes: readonly PurposeTerms[], now: Milliseconds): Census | undefined {
  const live = livingRequests(counted, now);
  const people = counted.get(everybody) ?? 0;
  const all = purposes.map((purpose): PurposeCensus => {
    const { purposeId } = purpose;
    const of = (from: Counted, name: string) =>
      (from.get(`= ${name}`) ?? 0) + (from.get(`${isMarketing(purpose) ? 'm' : 'p'} ${name}`) ?? 0);
    const requests = (state: CountedState) => of(live, `${purposeId} ${state}`);
    const count = (state: CountedState) =>
      of(counted, `${purposeId} ${state}`) +
      of(counted, `${everyOther} ${state}`) -
      of(counted, `${purposeId} -${state}`) -
      requests(state);
    const pending = states.reduce((sum, state) => sum + requests(state), 0);
    const known = states.reduce((sum, state) => sum + count(state), pending);
    return {
      purposeId,
      optedIn: count('opted-in'),
      pending,
      optedOut: count('opted-out'),
      erased: count('erased'),
      unconfirmed: count('unconfirmed'),
      neverAsked: people - known,
    };
  });
  const isCount = all.every(({ purposeId: _purposeId, ...figures }) =>
    Object.values(figures).every((each) => each >= 0),
  );
  return isCount ? { people, purposes: all } : undefined;
}

/** Requests that have not lapsed, by how people stand once they have. */
function livingRequests(counted: Counted, now: Milliseconds): Counted {
  const sums = new Map<string, number>();
  for (const [name, number] of counted) {
    const [hour = '', ...stands] = name.split(' ');
    if (!/^\d/.test(hour) || isOver(name, now)) continue;
    sums.set(stands.join(' '), (sums.get(stands.join(' ')) ?? 0) + number);
  }
  return sums;
}

/** Whether what has this name has lapsed, so that nobody asks for its count any more. */
export const isOver = (name: string, now: Milliseconds): boolean =>
  /^\d/.test(name) && name.slice(0, hourOf(now).length) <= hourOf(now);

/** What a window counts as: its end, to a quarter of an hour; nothing for one that never was open. */
export function windowCountedAs({ lastInboundAt }: WindowTimes): readonly string[] {
  return lastInboundAt === undefined ? [] : [quarterOf(lastInboundAt + serviceWindow)];
}

/**
 * How many windows are open, and stay so for the rest of this quarter of an hour.
 *
 * @param since when the app got its number: what was said before went to another one
 */
export function openWindows(counted: Counted, now: Milliseconds, since: Milliseconds = 0): number {
  const [soonest, first] = [quarterOf(now), quarterOf(since + serviceWindow)];
  let open = 0;
  for (const [name, number] of counted) if (name > soonest && name >= first) open += number;
  return Math.max(0, open);
}

const quarter = 15 * 60 * 1000;

/** `2026-11-26T14` */
const hourOf = (at: Milliseconds): string => new Date(at).toISOString().slice(0, 13);
/** `2026-11-26T14:45` */
const quarterOf = (at: Milliseconds): string => new Date(Math.floor(at / quarter) * quarter).toISOString().slice(0, 16);
