import { type App, findPurpose } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import { consentState, type PurposeConsent } from '../../domain/consent/consent-state.ts';
import { type Decision, eligibility, unknownPerson } from '../../domain/eligibility/eligibility.ts';
import { NotFoundError } from '../../domain/errors.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { asNamed } from '../../domain/identity/portfolio.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import type { Milliseconds } from '../../domain/time.ts';
import {
  type CustomerServiceWindow,
  customerServiceWindow,
  windowSince,
} from '../../domain/window/customer-service-window.ts';
import type { People } from '../ledger/ports.ts';
import { factsOf } from './facts-of.ts';

export interface Question {
  readonly user: { readonly person: PersonRef };
  /** A purpose of the app. */
  readonly purpose: string;
  readonly message: 'template' | 'free-form';
}

/** A decision with what it was made from. */
export interface Answer {
  readonly decision: Decision;
  readonly decidedAt: Milliseconds;
  /** Absent = this app knows nobody of that name. */
  readonly userId?: string;
  readonly consent: PurposeConsent;
  /** Absent when windows were not read. */
  readonly window?: CustomerServiceWindow;
}

/** May this message go to this person now? Throws IdentityConflictError when the identifiers name two people. */
export async function checkEligibility(
  people: People,
  app: App,
  question: Question,
  now: Milliseconds,
): Promise<Answer> {
  const person = asNamed(question.user.person, portfolioCount(app));
  const found = await people.find(app.appId, person, now).catch(nobodyIfNotFound);
  return answer(app, question, found, now, true);
}

/**
 * Up to 100 questions in two requests, in three when one of them is about a free-form message, because only then windows are read.
 *
 * @returns in the order of the questions; an error in the place of one that has no answer
 */
export async function checkEligibilities(
  people: People,
  app: App,
  questions: readonly Question[],
  now: Milliseconds,
): Promise<readonly (Answer | Error)[]> {
  const windows = questions.some((question) => question.message === 'free-form');
  const persons = questions.map((question) => asNamed(question.user.person, portfolioCount(app)));
  const found = await people.findMany(app.appId, persons, windows);
  return questions.map((question, index) => {
    const person = found[index];
    if (person instanceof NotFoundError) return answer(app, question, undefined, now, windows);
    return person instanceof Error ? person : answer(app, question, person, now, windows);
  });
}

/** A userId that this app never gave is an unknown person like any other: denied, not missing. */
function nobodyIfNotFound(error: unknown): undefined {
  if (!(error instanceof NotFoundError)) throw error;
}

function answer(
  app: App,
  question: Question,
  person: KnownPerson | undefined,
  now: Milliseconds,
  windows: boolean,
): Answer {
  const facts = person === undefined ? unknownPerson : factsOf(person);
  const purpose = findPurpose(app, question.purpose) ?? { purposeId: question.purpose, category: 'marketing' as const };
  return {
    decision: eligibility(facts, app, question, now),
    decidedAt: now,
    userId: person?.subject.userId,
    consent: consentState(facts.registers, purpose, now),
    window: windows ? customerServiceWindow(windowSince(facts.window, app.numberSince), now) : undefined,
  };
}
