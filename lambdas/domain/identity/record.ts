import type { Milliseconds } from '../time.ts';
import type { Debt } from './denials.ts';
import type { ReportedPair } from './reported-pair.ts';
import type { Subject } from './subject.ts';
import type { EndedTenure } from './tenures.ts';

/** A stretch of time; `from` absent = since ever. */
export interface Stretch {
  readonly from?: Milliseconds | undefined;
  readonly until: Milliseconds;
}

/** When a payload first and last showed the BSUID of a person with their latest number, as far as is known; also once that number is gone. */
export interface ProvenPair {
  readonly first: Milliseconds;
  readonly last: Milliseconds;
}

/** Somebody's hold of an identifier that has ended. */
export interface PastTenure extends EndedTenure {
  /** Stands for whoever held it between two holders: nobody whom we know. */
  readonly gap?: boolean;
}

/** What is on record of an identifier, whoever holds it. */
export interface IdentifierRecord<T extends PastTenure = PastTenure> {
  /** Ended tenures of this identifier. */
  readonly former: readonly T[];
  /** Since when the present holder has it, where somebody else had it before. */
  readonly heldSince?: Milliseconds;
  /** Other identifiers that a caller reported to be the same person's. */
  readonly pairs: readonly ReportedPair[];
  /** Its last proven holder left it without a notice: whoever is known by it alone keeps that person's denials. */
  readonly keeps?: boolean;
}

/** What is on record of a person, wherever it is kept. */
export interface PersonRecord {
  readonly subject: Subject;
  readonly pair?: ProvenPair;
  /** Number and BSUID come from before pairs had a proof: they count as reported until `decide-stored-pair.ts` has looked. */
  readonly unproven?: boolean;
  /** Some identifier of this subject may bear a reported pair: a no must look. */
  readonly hasPairs?: boolean;
  readonly debts: readonly Debt[];
  /** Subjects that turned out to be this one: their ledgers belong to it. */
  readonly absorbed: readonly string[];
}

/** What a decision changes of a record: only what is different after. A member that is there and undefined goes. */
export type PersonChanges = Partial<PersonRecord>;
/** The same of an identifier; tenures are put on record one by one. */
export type IdentifierChanges = Partial<Omit<IdentifierRecord, 'former'>>;

/** Nothing is on record of an identifier that nobody was known by. */
export const nothingOnRecord: IdentifierRecord<never> = { former: [], pairs: [] };
