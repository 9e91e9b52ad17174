import type { Held, Holder } from './decide-identity.ts';

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
  const [p, b] = [question.phone?.holder, question.bsuid?.holder];
  if (!no) {
    const contradicting = contradictions(question);
    if (contradicting.length > 0) return { do: 'conflict', holders: contradicting };
  }
  // A yes that names a number stands under the number, also where the userId is known by its BSUID alone.
  if (user !== undefined && (no || given.phone === undefined || p !== undefined || user.phone !== undefined))
    return { do: 'use', holder: user };
  if (given.phone !== undefined) {
    if (p !== undefined) return { do: 'use', holder: p };
    return { do: 'create', phone: question.phone?.asOf === 'gap' ? 'held' : 'holds', bsuid: false };
  }
  return b === undefined ? { do: 'create', phone: 'none', bsuid: given.bsuid !== undefined } : { do: 'use', holder: b };
}

/** Everybody whom a call named, where it contradicts what is proven; empty when it does not. */
export function contradictions<H extends Holder>({ given, phone, bsuid, user }: NamedQuestion<H>): readonly H[] {
  const [p, b] = [phone?.holder, bsuid?.holder];
  const named = distinct([user, p, b]);
  if (user !== undefined) {
    const isOther = (held: H | undefined, value: string | undefined, own: string | undefined) =>
      value !== undefined && (held === undefined ? own !== undefined : held.subjectId !== user.subjectId);
    const holdsNothing = user.phone === undefined && user.bsuid === undefined;
    const namesMore = given.phone !== undefined || given.bsuid !== undefined;
    if (isOther(p, given.phone, user.phone) || isOther(b, given.bsuid, user.bsuid) || (holdsNothing && namesMore))
      return named;
  }
  if (given.phone === undefined || given.bsuid === undefined || (p !== undefined && p.subjectId === b?.subjectId))
    return [];
  const numberIsAnothers = p?.bsuid !== undefined && p.bsuid !== given.bsuid;
  const bsuidIsAnothers = b?.phone !== undefined && b.phone !== given.phone;
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
  const [p, b] = [question.phone?.holder, question.bsuid?.holder];
  if (user !== undefined) {
    const contradicting = contradictions({ ...question, no: false });
    return contradicting.length > 0 ? { do: 'conflict', holders: contradicting } : { do: 'answer', holder: user };
  }
  if (given.phone === undefined) return { do: 'answer', ...(b !== undefined && { holder: b }) };
  const beside = b !== undefined && b.subjectId !== p?.subjectId ? b : undefined;
  return { do: 'answer', ...(p !== undefined && { holder: p }), ...(beside !== undefined && { beside }) };
}
