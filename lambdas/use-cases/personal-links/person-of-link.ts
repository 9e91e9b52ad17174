import type { App } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import type { PersonalLink } from '../../domain/collection/personal-link.ts';
import { NotFoundError } from '../../domain/errors.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { orFormer, portfolioOf } from '../../domain/identity/portfolio.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { People } from '../ledger/ports.ts';

/** Who is behind a link. */
export interface PersonOfLink {
  /** By whom an act of the link is recorded: the subject where one is known, so that a number's new holder is not touched. */
  readonly ref: PersonRef;
  /** Undefined = nothing is recorded of the person yet. */
  readonly known: KnownPerson | undefined;
  /**
   * The identifier belongs to somebody else now, or did when the link was made, or names nobody any more because the app has left its portfolio:
   * a yes by the link would not be certain.
   */
  readonly changedHands: boolean;
}

/**
 * The person for whom a link was made: whoever held its identifier then, also when a number has gone to somebody else since.
 *
 * @param needsToday whether it matters who holds the identifier today, which costs a request more
 */
export async function personOfLink(
  people: People,
  app: App,
  link: PersonalLink,
  now: Milliseconds,
  needsToday: boolean,
): Promise<PersonOfLink> {
  const named = orFormer(link.person, portfolioCount(app).count);
  const find = (at: Milliseconds) => people.find(app.appId, named, at).catch(nobodyIfNotFound);
  const known = await find(link.madeAt);
  if (known !== undefined && !needsToday) return { ref: refOf(known), known, changedHands: false };
  const today = await find(now);
  const bsuid = known?.namedBy ?? today?.namedBy ?? ('bsuid' in link.person ? link.person.bsuid : undefined);
  const isFormer = bsuid !== undefined && portfolioOf(bsuid) !== portfolioCount(app).now;
  const changedHands = isFormer || known?.subject.subjectId !== today?.subject.subjectId;
  // Nobody held it then and somebody does now: a first act since the link was made, or a holder of whom we never heard.
  const person = known ?? today;
  if (person === undefined) return { ref: link.person, known: undefined, changedHands: isFormer };
  return { ref: refOf(person), known: person, changedHands };
}

const refOf = ({ subject }: KnownPerson): PersonRef => ({ userId: subject.userId });

/** A userId that the app never gave: a link cannot have been made for it by mistake, but nothing is known of it. */
function nobodyIfNotFound(error: unknown): undefined {
  if (!(error instanceof NotFoundError)) throw error;
}
