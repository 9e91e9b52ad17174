import type { Milliseconds } from '../time.ts';
import { areOfTwoPortfolios, areTwoAccounts } from './portfolio.ts';

/** What matters of a subject when identifiers are compared. Number and BSUID of one subject are a pair that a payload proved. */
export interface Holder {
  readonly subjectId: string;
  /** What it holds now. */
  readonly phone?: string;
  readonly bsuid?: string;
  /** When a payload first and last showed the BSUID with its latest number, as far as is known; also once that number is gone. */
  readonly pair?: { readonly first: Milliseconds; readonly last: Milliseconds };
  readonly firstKnownAt: Milliseconds;
}

/** Who held an identifier at the time of the act (`tenures.ts`). */
export interface Held<H extends Holder> {
  readonly asOf: 'today' | 'ended' | 'gap';
  /** Absent with `today` = nobody yet; with `gap` always. */
  readonly holder?: H;
  /**
   * The holder stands for people who are not known: of a gap between two holders, or of a number whose holder left without a
   * notice and that keeps the denials. Nobody who proves the number is one of them.
   */
  readonly unknownPeople?: boolean;
}

/** The identifiers of one act, with their holders. */
export interface IdentityQuestion<H extends Holder> {
  readonly given: { readonly phone?: string; readonly bsuid?: string };
  readonly phone?: Held<H>;
  readonly bsuid?: Held<H>;
  /** Counts only where the BSUID has no holder, and never against one: a last resort. */
  readonly parentBsuid?: Held<H>;
  /** It came by a number of a portfolio that the app has left. */
  readonly isFormer?: boolean;
  readonly at: Milliseconds;
}

/** What is to be done before the act can be written. */
export type IdentityDecision<H extends Holder> =
  | { readonly do: 'use'; readonly holder: H }
  /** `phone`: the new subject holds the number, held it until the next holder came, or has nothing to do with it. */
  | { readonly do: 'create'; readonly phone: 'holds' | 'held' | 'none'; readonly bsuid: boolean }
  | { readonly do: 'link'; readonly holder: H; readonly phone: boolean; readonly bsuid: boolean }
  /** `phone`: the number that the one person holds now; where both have one, the other was `left` by a time. */
  | {
      readonly do: 'merge';
      readonly survivor: H;
      readonly loser: H;
      readonly phone?: string;
      readonly left?: { readonly phone: string; readonly by: Milliseconds };
    }
  /** The number has a new holder: `from` loses it; `to` is known by BSUID or starts at zero. */
  | { readonly do: 'take-over'; readonly from: H; readonly to?: H }
  /** The person writes from another number without a notice: the old one is left, and keeps the denials. */
  | { readonly do: 'move'; readonly holder: H }
  /** The number was the holder's for a while, before it was somebody's whom we know, or before they had another. */
  | { readonly do: 'held-earlier'; readonly holder: H; readonly until?: Milliseconds }
  /** Today's holder of the number did not hold it between these moments: what others said of it then is not theirs. */
  | { readonly do: 'interrupt'; readonly holder: H; readonly from?: Milliseconds; readonly until: Milliseconds }
  /** The same of somebody who has left the number since. */
  | { readonly do: 'interrupt-ended'; readonly holder: H };

/**
 * Who the person of a provider's payload is (semantics 5). Pure. Identifiers are resolved as of the act's own time, so a late
 * redelivery with an old number and an old BSUID finds the old holder and merges nobody. Nothing that a caller reported of two
 * identifiers counts here.
 */
export function decideIdentity<H extends Holder>(question: IdentityQuestion<H>): IdentityDecision<H> {
  const { given, phone } = question;
  const byBsuid = question.bsuid?.holder ?? parentHolder(question);
  const newBsuid = given.bsuid !== undefined && question.bsuid?.holder === undefined;
  if (given.phone === undefined || phone === undefined) {
    if (byBsuid === undefined) return { do: 'create', phone: 'none', bsuid: given.bsuid !== undefined };
    return newBsuid ? link(byBsuid, { bsuid: true }) : use(byBsuid);
  }
  if (given.bsuid === undefined && byBsuid === undefined) {
    if (phone.holder !== undefined) return use(phone.holder);
    return { do: 'create', phone: phone.asOf === 'gap' ? 'held' : 'holds', bsuid: false };
  }
  const byNumber = phone.holder;
  if (byNumber !== undefined && byBsuid !== undefined && byNumber.subjectId === byBsuid.subjectId) {
    if (newBsuid) return link(byNumber, { bsuid: true });
    const left =
      phone.asOf === 'today' && byNumber.phone !== given.phone ? otherNumber(byNumber, question.at) : undefined;
    return left?.do === 'held-earlier' ? left : use(byNumber);
  }
  // What the holder knows of itself wins over a place that was read a moment before it was written.
  if (byBsuid === undefined && byNumber !== undefined && byNumber.bsuid !== undefined && byNumber.bsuid === given.bsuid)
    return use(byNumber);
  switch (phone.asOf) {
    case 'today':
      return today(question, phone, byNumber, byBsuid);
    case 'ended':
      return ended(given, phone, byNumber, byBsuid);
    case 'gap':
      return byBsuid === undefined
        ? { do: 'create', phone: 'held', bsuid: true }
        : heldInGap(given.phone, byBsuid, question.at);
  }
}

/** The number is asked as of today's tenure, and is not already the BSUID's. */
function today<H extends Holder>(
  question: IdentityQuestion<H>,
  phone: Held<H>,
  byNumber: H | undefined,
  byBsuid: H | undefined,
): IdentityDecision<H> {
  const { given, at } = question;
  const newBsuid = given.bsuid !== undefined && question.bsuid?.holder === undefined;
  const elsewhere = byBsuid === undefined || byBsuid.phone === given.phone ? undefined : otherNumber(byBsuid, at);
  if (byNumber === undefined) {
    if (byBsuid === undefined) return { do: 'create', phone: 'holds', bsuid: true };
    if (byBsuid.phone === given.phone) return newBsuid ? link(byBsuid, { bsuid: true }) : use(byBsuid);
    return elsewhere ?? link(byBsuid, { phone: true, bsuid: newBsuid });
  }
  if (areTwoAccounts(byNumber.bsuid, given.bsuid)) return contradiction(byNumber, byBsuid, at);
  if (phone.unknownPeople === true) return takeOver(byNumber, byBsuid);
  if (byBsuid === undefined) return link(byNumber, { bsuid: true });
  // A payload of a former portfolio takes no number from somebody whom today's portfolio proves with it: they are one person.
  if (question.isFormer === true && areOfTwoPortfolios(byNumber.bsuid, given.bsuid))
    return merge(byNumber, byBsuid, given.phone);
  // Somebody who had another number comes to this one as by a move.
  if (elsewhere === undefined)
    return byBsuid.pair !== undefined && byNumber.firstKnownAt < at
      ? takeOver(byNumber, byBsuid)
      : merge(byNumber, byBsuid, given.phone);
  // Whoever was known under the number before this person came to it is somebody else; since then, the same.
  if (elsewhere.do === 'move') return byNumber.firstKnownAt < at ? takeOver(byNumber, byBsuid) : elsewhere;
  if (elsewhere.do !== 'held-earlier') return use(byBsuid);
  return elsewhere.until !== undefined && byNumber.firstKnownAt < elsewhere.until
    ? merge(byNumber, byBsuid, byBsuid.phone)
    : elsewhere;
}

/** The number was somebody's then who has left it since. */
function ended<H extends Holder>(
  given: IdentityQuestion<H>['given'],
  phone: Held<H>,
  byNumber: H | undefined,
  byBsuid: H | undefined,
): IdentityDecision<H> {
  const isOtherPortfolio = areOfTwoPortfolios(byNumber?.bsuid, given.bsuid);
  if (byNumber?.bsuid !== undefined && byNumber.bsuid !== given.bsuid && !isOtherPortfolio)
    return { do: 'interrupt-ended', holder: byNumber };
  if (byNumber !== undefined && (byNumber.bsuid === undefined || isOtherPortfolio) && phone.unknownPeople !== true) {
    // The payload names the holder of then.
    if (byBsuid === undefined) return link(byNumber, { bsuid: true });
    return merge(byNumber, byBsuid, byBsuid.phone ?? byNumber.phone);
  }
  return byBsuid === undefined ? { do: 'create', phone: 'none', bsuid: true } : use(byBsuid);
}

/** Somebody had the number for a while before its next holder: a number that they had before is left by then. */
function heldInGap<H extends Holder>(phone: string, byBsuid: H, at: Milliseconds): IdentityDecision<H> {
  const elsewhere = byBsuid.phone === undefined || byBsuid.phone === phone ? undefined : otherNumber(byBsuid, at);
  return elsewhere?.do === 'move' ? elsewhere : { do: 'held-earlier', holder: byBsuid };
}

/** A number whose proven BSUID is another: by the times of the two proofs. */
function contradiction<H extends Holder>(byNumber: H, byBsuid: H | undefined, at: Milliseconds): IdentityDecision<H> {
  const { pair } = byNumber;
  if (pair === undefined || at > pair.last) return takeOver(byNumber, byBsuid);
  if (at < pair.first) return { do: 'interrupt', holder: byNumber, until: pair.first };
  return { do: 'interrupt', holder: byNumber, from: at, until: pair.last };
}

/** A person with a proven number who is shown with another one; undefined when they have none yet. */
function otherNumber<H extends Holder>(person: H, at: Milliseconds): IdentityDecision<H> | undefined {
  const { pair } = person;
  if (person.phone === undefined && (pair === undefined || at > pair.last)) return undefined;
  if (pair === undefined || at > pair.last) return { do: 'move', holder: person };
  // They had it at the very moment of the act, also where that is the last time that the other one was seen.
  return { do: 'held-earlier', holder: person, until: at < pair.first ? pair.first : Math.max(pair.last, at + 1) };
}

const use = <H extends Holder>(holder: H): IdentityDecision<H> => ({ do: 'use', holder });

function link<H extends Holder>(
  holder: H,
  { phone = false, bsuid = false }: { phone?: boolean; bsuid?: boolean },
): IdentityDecision<H> {
  return { do: 'link', holder, phone, bsuid };
}

/** Whoever was known first stays. A number that a payload showed with the BSUID is the later one. */
function merge<H extends Holder>(a: H, b: H, phone: string | undefined): IdentityDecision<H> {
  const [survivor, loser] = a.firstKnownAt <= b.firstKnownAt ? [a, b] : [b, a];
  const other = [a, b].find((each) => each.phone !== undefined && each.phone !== phone);
  const by = a.pair?.first ?? b.pair?.first;
  return {
    do: 'merge',
    survivor,
    loser,
    phone,
    left: other?.phone === undefined || by === undefined ? undefined : { phone: other.phone, by },
  };
}

function takeOver<H extends Holder>(from: H, to: H | undefined): IdentityDecision<H> {
  return { do: 'take-over', from, to };
}

/** A parent BSUID is an alias of last resort: it never contradicts a BSUID. */
function parentHolder<H extends Holder>(question: IdentityQuestion<H>): H | undefined {
  const holder = question.parentBsuid?.holder;
  if (holder === undefined) return undefined;
  const isOpen = holder.bsuid === undefined || areOfTwoPortfolios(holder.bsuid, question.given.bsuid);
  return question.given.bsuid === undefined || isOpen ? holder : undefined;
}
