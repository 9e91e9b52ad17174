/**
 * A person as somebody named them: one identifier or several at once.
 * Already canonical (see `phone.ts`); the identifiers exactly as received travel in the evidence.
 */
export interface PersonRef {
  /** Canonical digits without `+`, e.g. `525512345678`. */
  readonly phone?: string;
  /** Business-scoped user id, e.g. `US.13491208655302741918`. */
  readonly bsuid?: string;
  readonly parentBsuid?: string;
  /** The same BSUID in the other portfolios of the app: whoever named the person could not say which is meant (`portfolio.ts`). */
  readonly otherwise?: readonly string[];
  /** `usr_…`, given by this product. */
  readonly userId?: string;
}

/** The kinds of identifier that can be looked up. */
export type IdentifierKind = 'phone' | 'bsuid' | 'parent-bsuid';

export interface Identifier {
  readonly kind: IdentifierKind;
  readonly value: string;
}

/** The identifiers of a person in the order in which they are looked up; a `userId` is not one. */
export function identifiersOf(person: PersonRef): Identifier[] {
  const found: Identifier[] = [];
  if (person.phone !== undefined) found.push({ kind: 'phone', value: person.phone });
  if (person.bsuid !== undefined) found.push({ kind: 'bsuid', value: person.bsuid });
  if (person.parentBsuid !== undefined) found.push({ kind: 'parent-bsuid', value: person.parentBsuid });
  return found;
}
