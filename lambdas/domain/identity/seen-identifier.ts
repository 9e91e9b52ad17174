import type { Held, Holder } from './decide-identity.ts';
import type { Identifier, IdentifierKind } from './person.ts';
import type { IdentifierRecord, PastTenure } from './record.ts';
import type { Hold } from './tenures.ts';

/** One identifier of an act, with what is on record of it. */
export interface SeenIdentifier<H extends Holder = Holder, T extends PastTenure = PastTenure> {
  readonly identifier: Identifier;
  readonly found: IdentifierRecord<T> | undefined;
  /** Which time of the identifier the act falls into. */
  readonly hold: Hold<T>;
  /** Who held it then. */
  readonly held: Held<H>;
}

/** The identifier of a kind that an act names; undefined = it names none. */
export function seenOf<S extends Pick<SeenIdentifier, 'identifier'>>(
  seen: readonly S[],
  kind: IdentifierKind,
): S | undefined {
  return seen.find(({ identifier }) => identifier.kind === kind);
}

export function bearsPair({ found }: Pick<SeenIdentifier, 'found'>): boolean {
  return found !== undefined && found.pairs.length > 0;
}
