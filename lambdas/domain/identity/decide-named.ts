import type { Held, Holder } from './decide-identity.ts';
import { areOfTwoPortfolios, areTwoAccounts } from './portfolio.ts';

/** Who a caller named: nothing that a caller says of two identifiers proves anything. */
export interface NamedQuestion<H extends Holder> {
  readonly given: { readonly phone?: string; readonly bsuid?: string };
  readonly phone?: Held<H>;
  readonly bsuid?: Held<H>;
  /** The subject of a `userId` that was given. */
  readonly user?: H;
  /** A no is recorded whatever contradicts. */
  readonly no: boolean;
}

export type NamedDecision<H extends Holder> =
  | { readonly do: 'use'; readonly holder: H }
  | { readonly do: 'create'; readonly phone: 'holds' | 'held' | 'none'; readonly bsuid: boolean }
  | { readonly do: 'conflict'; readonly holders: readonly H[] };

/**
 * Whom a statement of a caller is recorded under (semantics 5): the `userId`, else the number, whoever is known, else the BSUID. A
 * yes whose identifiers contradict a proven pair, or a `userId` of somebody else, is refused; a no never is.
 */
export function decideNamed<H extends Holder>(question: NamedQuestion<H>): NamedDecision<H> {
  const { given, user, no } = question;
  const [byNumber, byBsuid] = [question.phone?.holder, question.bsuid?.holder];
  if (!no) {
    const contradicting = contradictions(question);
    if (contradicting.length > 0) return { do: 'conflict', holders: contradicting };
  }
  // A yes that names a number stands under the number, also where the userId is known by its BSUID alone.
  if (user !== undefined && (no || given.phone === undefined || byNumber !== undefined || user.phone !== undefined))
    return { do: 'use', holder: user };
  if (given.phone !== undefined) {
    if (byNumber !== undefined) return { do: 'use', holder: byNumber };
    return { do: 'create', phone: question.phone?.asOf === 'gap' ? 'held' : 'holds', bsuid: false };
  }
  return byBsuid === undefined
    ? { do: 'create', phone: 'none', bsuid: given.bsuid !== undefined }
    : { do: 'use', holder: byBsuid };
}

/** Everybody whom a call named, where it contradicts what is proven; empty when it does not. */
export function contradictions<H extends Holder>({ given, phone, bsuid, user }: NamedQuestion<H>): readonly H[] {
  const [byNumber, byBsuid] = [phone?.holder, bsuid?.holder];
  const named = distinct([user, byNumber, byBsuid]);
  if (user !== undefined) {
    const isOther = (held: H | undefined, value: string | undefined, own: string | undefined) =>
      value !== undefined && (held === undefined ? own !== undefined : held.subjectId !== user.subjectId);
    const holdsNothing = user.phone === undefined && user.bsuid === undefined;
    const namesMore = given.phone !== undefined || given.bsuid !== undefined;
    if (
      isOther(byNumber, given.phone, user.phone) ||
      isOther(byBsuid, given.bsuid, areOfTwoPortfolios(user.bsuid, given.bsuid) ? undefined : user.bsuid) ||
      (holdsNothing && namesMore)
    )
      return named;
  }
  if (
    given.phone === undefined ||
    given.bsuid === undefined ||
    (byNumber !== undefined && byNumber.subjectId === byBsuid?.subjectId)
  )
    return [];
  const numberIsAnothers = areTwoAccounts(byNumber?.bsuid, given.bsuid);
  const bsuidIsAnothers = byBsuid?.phone !== undefined && byBsuid.phone !== given.phone;
  return numberIsAnothers || bsuidIsAnothers ? named : [];
}

function distinct<H extends Holder>(holders: readonly (H | undefined)[]): H[] {
  const found = new Map<string, H>();
  for (const holder of holders)
    if (holder !== undefined && !found.has(holder.subjectId)) found.set(holder.subjectId, holder);
  return [...found.values()];
}

/** Whose state answers a question, and whose no counts beside it. */
export type AskedDecision<H extends Holder> =
  | { readonly do: 'answer'; readonly holder?: H; readonly beside?: H }
  | { readonly do: 'conflict'; readonly holders: readonly H[] };

/**
 * Who is asked about (semantics 5): one identifier is answered from its own state; a number and a BSUID that nothing proves to be
 * one person's from the number's, with the BSUID's beside it.
 */
export function decideAsked<H extends Holder>(question: Omit<NamedQuestion<H>, 'no'>): AskedDecision<H> {
  const { given, user } = question;
  const [byNumber, byBsuid] = [question.phone?.holder, question.bsuid?.holder];
  if (user !== undefined) {
    const contradicting = contradictions({ ...question, no: false });
    return contradicting.length > 0 ? { do: 'conflict', holders: contradicting } : { do: 'answer', holder: user };
  }
  if (given.phone === undefined) return { do: 'answer', holder: byBsuid };
  const beside = byBsuid !== undefined && byBsuid.subjectId !== byNumber?.subjectId ? byBsuid : undefined;
  return { do: 'answer', holder: byNumber, beside };
}
