import { type App, findPurpose } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import { consentState, type PurposeConsent } from '../../domain/consent/consent-state.ts';
import type { Decision } from '../../domain/eligibility/decision.ts';
import { eligibility } from '../../domain/eligibility/eligibility.ts';
import { isRefusal, NotFoundError } from '../../domain/errors.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { asNamed } from '../../domain/identity/portfolio.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import type { Template } from '../../domain/templates/template.ts';
import type { Milliseconds } from '../../domain/time.ts';
import {
  type CustomerServiceWindow,
  customerServiceWindow,
  windowSince,
} from '../../domain/window/customer-service-window.ts';
import type { People } from '../ledger/ports.ts';
import type { TemplateStore } from '../templates/ports.ts';
import { inAccountOf, type NamedTemplate, useOfTemplate } from '../templates/use-of-template.ts';
import { factsOfNamed } from './facts-of.ts';

/** Asked by a purpose of the app, or by a template, whose purpose and category are the registry's to say. */
export interface Question {
  readonly user: { readonly person: PersonRef };
  readonly purpose?: string | undefined;
  readonly template?: NamedTemplate | undefined;
  readonly message: 'template' | 'free-form';
}

export interface EligibilityReaders {
  readonly people: People;
  readonly templates: Pick<TemplateStore, 'find' | 'findMany'>;
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

/**
 * May this message go to this person now? A template is read beside the person, as strongly.
 *
 * @throws IdentityConflictError when the identifiers name two people; TemplateNotUsableError
 */
export async function checkEligibility(
  { people, templates }: EligibilityReaders,
  app: App,
  question: Question,
  now: Milliseconds,
): Promise<Answer> {
  const person = asNamed(question.user.person, portfolioCount(app));
  const name = question.template && inAccountOf(app, question.template);
  const [found, template] = await Promise.all([
    people.find(app.appId, person, now).catch(nobodyIfNotFound),
    name && templates.find(name),
  ]);
  return answer(app, question, { person: found, template }, now, true);
}

/**
 * Up to 100 questions in two requests, in three when one of them is about a free-form message, because only then windows are read; one
 * more when one of them names a template.
 *
 * @returns in the order of the questions; an error in the place of one that has no answer
 */
export async function checkEligibilities(
  { people, templates }: EligibilityReaders,
  app: App,
  questions: readonly Question[],
  now: Milliseconds,
): Promise<readonly (Answer | Error)[]> {
  const windows = questions.some((question) => question.message === 'free-form');
  const persons = questions.map((question) => asNamed(question.user.person, portfolioCount(app)));
  const [found, template] = await Promise.all([
    people.findMany(app.appId, persons, windows),
    templatesOf(templates, app, questions),
  ]);
  return questions.map((question, index) => {
    const person = found[index];
    if (person instanceof Error && !(person instanceof NotFoundError)) return person;
    const known = { person: person instanceof Error ? undefined : person, template: template(question) };
    return orRefusal(() => answer(app, question, known, now, windows));
  });
}

/** The templates that the questions name, each read once. */
async function templatesOf(
  templates: EligibilityReaders['templates'],
  app: App,
  questions: readonly Question[],
): Promise<(question: Question) => Template | undefined> {
  const nameIn = ({ template }: Question) => template && inAccountOf(app, template);
  const names = questions.map(nameIn).filter((name) => name !== undefined);
  const found = names.length === 0 ? [] : await templates.findMany(names);
  return (question) => {
    const name = nameIn(question);
    return found.find((each) => each?.name === name?.name && each?.language === name?.language);
  };
}

/** A template that is not usable is the answer to one question, and none to the others. */
function orRefusal(decide: () => Answer): Answer | Error {
  try {
    return decide();
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

/** A userId that this app never gave is an unknown person like any other: denied, not missing. */
function nobodyIfNotFound(error: unknown): undefined {
  if (!(error instanceof NotFoundError)) throw error;
}

function answer(
  app: App,
  question: Question,
  { person, template }: { readonly person: KnownPerson | undefined; readonly template: Template | undefined },
  now: Milliseconds,
  windows: boolean,
): Answer {
  const facts = factsOfNamed(question.user.person, person);
  const use = question.template && useOfTemplate(question.template, template, app, now);
  const purposeId = use?.purpose ?? question.purpose ?? '';
  const purpose = findPurpose(app, purposeId) ?? { purposeId, category: 'marketing' as const };
  const asked = { message: question.message, purpose: purposeId, ...(use !== undefined && { template: use }) };
  return {
    decision: eligibility(facts, app, asked, now),
    decidedAt: now,
    userId: person?.subject.userId,
    consent: consentState(facts.registers, purpose, now),
    window: windows ? customerServiceWindow(windowSince(facts.window, app.numberSince), now) : undefined,
  };
}
