import type { PersonRef } from './person.ts';

/**
 * A BSUID names somebody in one business portfolio of Meta only: in another the same person has another one, and the same letters
 * would be somebody else (Meta, "Business-scoped user IDs"). So a BSUID bears its portfolio wherever it is kept or compared: those of an app's
 * first portfolio are as Meta writes them, those of a later one end with its place in the app's settings, `US.13491208655302741918~1`.
 */
const mark = '~';

/** Which portfolio is the app's present one, and how many it has been in. */
export interface PortfolioCount {
  readonly now: number;
  readonly count: number;
}

/** A BSUID, or parent BSUID, as Meta writes it or as it is kept, as one of a portfolio. */
export function bsuidIn(portfolio: number, bsuid: string): string {
  const written = asWritten(bsuid);
  return portfolio === 0 ? written : `${written}${mark}${portfolio}`;
}

/** The portfolio of a BSUID as it is kept. */
export function portfolioOf(bsuid: string): number {
  const at = bsuid.indexOf(mark);
  return at < 0 ? 0 : Number(bsuid.slice(at + 1));
}

/** A BSUID as Meta writes it. */
export function asWritten(bsuid: string): string {
  const at = bsuid.indexOf(mark);
  return at < 0 ? bsuid : bsuid.slice(0, at);
}

/** A BSUID as it is given out: that of another portfolio is nobody's address. */
export function writtenIfPresent(bsuid: string | undefined, present: number): string | undefined {
  return bsuid === undefined || portfolioOf(bsuid) !== present ? undefined : asWritten(bsuid);
}

/** The person of a payload that came by a number of a portfolio. */
export function inPortfolio(person: PersonRef, portfolio: number): PersonRef {
  if (portfolio === 0) return person;
  const { bsuid, parentBsuid } = person;
  return {
    ...person,
    ...(bsuid !== undefined && { bsuid: bsuidIn(portfolio, bsuid) }),
    ...(parentBsuid !== undefined && { parentBsuid: bsuidIn(portfolio, parentBsuid) }),
  };
}

/**
 * The person whom a caller named. Their BSUID is one of today's portfolio, unless nobody there has it and somebody of a former one
 * has: a list may be older than the change.
 */
export function asNamed(person: PersonRef, { now, count }: PortfolioCount): PersonRef {
  return orFormer(inPortfolio(person, now), count);
}

/** The same of somebody whose BSUID bears its portfolio already. */
export function orFormer(person: PersonRef, count: number): PersonRef {
  const { bsuid } = person;
  if (count === 1 || bsuid === undefined) return person;
  const own = portfolioOf(bsuid);
  const others = Array.from({ length: count }, (_, portfolio) => portfolio).filter((each) => each !== own);
  return { ...person, otherwise: others.map((portfolio) => bsuidIn(portfolio, bsuid)) };
}

/** Two accounts of WhatsApp: BSUIDs of different portfolios do not say so, they may be one person's. */
export function areTwoAccounts(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b && portfolioOf(a) === portfolioOf(b);
}

/** Whether two BSUIDs say nothing of each other. */
export function areOfTwoPortfolios(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && portfolioOf(a) !== portfolioOf(b);
}

/** By which of two BSUIDs of theirs a person is known: that of the present portfolio, else the one that came last. The other one leads to them all the same. */
export function presentBsuid(had: string | undefined, came: string | undefined, present: number): string | undefined {
  if (had === undefined || came === undefined) return came ?? had;
  return portfolioOf(had) === present && portfolioOf(came) !== present ? had : came;
}
