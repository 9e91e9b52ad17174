import type { Milliseconds } from '../consent/statement.ts';

/** What matters of a subject when identifiers are compared. */
export interface Holder {
  readonly subjectId: string;
  readonly phone?: string;
  readonly bsuid?: string;
  /** When its number and its BSUID were first seen together. */
  readonly pairedAt?: Milliseconds;
  readonly firstKnownAt: Milliseconds;
}

/** Who held an identifier at the time of the act. */
export interface Held<H extends Holder> {
  /**
   * `present`: today's holder, or nobody yet. `former`: somebody who has left it since.
   * `before`: the act is older than the present holder's hold, and who had it then is unknown.
   */
  readonly asOf: 'present' | 'former' | 'before';
  readonly holder?: H;
}

/** The identifiers of one act, with their holders. */
export interface IdentityQuestion<H extends Holder> {
  readonly given: { readonly phone?: string; readonly bsuid?: string };
  readonly phone?: Held<H>;
  readonly bsuid?: Held<H>;
  /** Only asked when neither number nor BSUID is known. */
  readonly parentBsuid?: Held<H>;
  /** The holder of a `userId` that was given. */
  readonly user?: H;
  readonly at: Milliseconds;
  /** Only signed provider payloads change who holds what; others that contradict are refused. */
  readonly provider: boolean;
}

/** What is to be done before the act can be written. */
export type IdentityDecision<H extends Holder> =
  | { readonly do: 'use'; readonly holder: H }
  /** `past`: the act belongs to an unknown holder before the present one. */
  | { readonly do: 'create'; readonly phone: 'present' | 'past' | 'none'; readonly bsuid: boolean }
  | { readonly do: 'link'; readonly holder: H; readonly phone: boolean; readonly bsuid: boolean }
  | { readonly do: 'merge'; readonly survivor: H; readonly loser: H }
  /** The number has a new holder: `from` keeps its BSUID and loses the number; `to` is known by BSUID or starts at zero. */
  | { readonly do: 'take-over'; readonly from: H; readonly to?: H }
  | { readonly do: 'conflict'; readonly holders: readonly H[] };

/**
 * Who the person of an act is (semantics 5). Pure. Aliases are resolved as of the act's own time, so a late redelivery with an
 * old number and an old BSUID finds the old holder and merges nobody.
 */
export function decideIdentity<H extends Holder>(question: IdentityQuestion<H>): IdentityDecision<H> {
  const { given, at, provider } = question;
  const byBsuid = question.bsuid?.holder ?? parentHolder(question);
  const byPhone = question.phone?.holder;

  const named = [question.user, byPhone, byBsuid].filter((holder) => holder !== undefined);
  const distinct = named.filter(
    (holder, index) => named.findIndex((other) => other.subjectId === holder.subjectId) === index,
  );
  if (!provider && distinct.length > 1) return { do: 'conflict', holders: distinct };
  if (question.user !== undefined && byPhone === undefined && byBsuid === undefined)
    return linkUser(question, question.user);

  if (byPhone === undefined && byBsuid === undefined) {
    const phone = given.phone === undefined ? 'none' : question.phone?.asOf === 'before' ? 'past' : 'present';
    return { do: 'create', phone, bsuid: given.bsuid !== undefined };
  }
  if (byBsuid === undefined && byPhone !== undefined) return byPhoneOnly(question, byPhone);
  if (byPhone === undefined && byBsuid !== undefined) return byBsuidOnly(question, byBsuid);
  const [p, b] = [byPhone as H, byBsuid as H];
  if (p.subjectId === b.subjectId) {
    const knownBsuid = given.bsuid === undefined || question.bsuid?.holder !== undefined;
    return knownBsuid ? { do: 'use', holder: p } : byPhoneOnly(question, p);
  }
  // The BSUID is the better witness; what is only known of the number's past changes nothing.
  if (question.phone?.asOf !== 'present') return { do: 'use', holder: b };
  if (p.bsuid === undefined) return p.firstKnownAt <= b.firstKnownAt ? merge(p, b) : merge(b, p);
  return p.pairedAt !== undefined && at < p.pairedAt ? { do: 'use', holder: b } : { do: 'take-over', from: p, to: b };
}

function merge<H extends Holder>(survivor: H, loser: H): IdentityDecision<H> {
  return { do: 'merge', survivor, loser };
}

/** A parent BSUID is an alias of last resort: it never contradicts a BSUID. */
function parentHolder<H extends Holder>(question: IdentityQuestion<H>): H | undefined {
  const holder = question.parentBsuid?.holder;
  if (holder === undefined) return undefined;
  return question.given.bsuid === undefined || holder.bsuid === undefined ? holder : undefined;
}

function linkUser<H extends Holder>(question: IdentityQuestion<H>, user: H): IdentityDecision<H> {
  const { phone, bsuid } = question.given;
  const contradicts =
    (phone !== undefined && user.phone !== undefined) || (bsuid !== undefined && user.bsuid !== undefined);
  if (contradicts) return { do: 'conflict', holders: [user] };
  if (phone === undefined && bsuid === undefined) return { do: 'use', holder: user };
  return { do: 'link', holder: user, phone: phone !== undefined, bsuid: bsuid !== undefined };
}

function byPhoneOnly<H extends Holder>(question: IdentityQuestion<H>, p: H): IdentityDecision<H> {
  const { given, at, provider } = question;
  // What the holder knows of itself wins over a place that was read a moment before it was written.
  const isKnown = given.bsuid === undefined || given.bsuid === p.bsuid;
  if (isKnown || question.phone?.asOf === 'former') return { do: 'use', holder: p };
  if (p.bsuid === undefined) return { do: 'link', holder: p, phone: false, bsuid: true };
  if (!provider) return { do: 'conflict', holders: [p] };
  // Older than the present pair: somebody who had the number before.
  if (p.pairedAt !== undefined && at < p.pairedAt) return { do: 'create', phone: 'past', bsuid: true };
  return { do: 'take-over', from: p };
}

function byBsuidOnly<H extends Holder>(question: IdentityQuestion<H>, b: H): IdentityDecision<H> {
  const { given, at, provider } = question;
  const bsuid = given.bsuid !== undefined && question.bsuid?.holder === undefined;
  if (given.phone === undefined || given.phone === b.phone || question.phone?.asOf === 'before') {
    return bsuid && given.bsuid !== b.bsuid ? { do: 'link', holder: b, phone: false, bsuid } : { do: 'use', holder: b };
  }
  if (b.phone === undefined) return { do: 'link', holder: b, phone: true, bsuid };
  if (!provider) return { do: 'conflict', holders: [b] };
  // Another number of the same account: the later pair is the present one, an older one changes nothing.
  return b.pairedAt !== undefined && at < b.pairedAt
    ? { do: 'use', holder: b }
    : { do: 'link', holder: b, phone: true, bsuid };
}
