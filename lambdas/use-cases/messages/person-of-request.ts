import type { App } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import { type EligibilityFacts, unknownPerson } from '../../domain/eligibility/decision.ts';
import { parseBsuid } from '../../domain/identity/bsuid.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { parsePhone, parseWaId } from '../../domain/identity/phone.ts';
import { inPortfolio } from '../../domain/identity/portfolio.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import type { ReplyRequest } from '../../domain/replies/reply-request.ts';
import { factsOf } from '../eligibility/facts-of.ts';
import type { Clock, People } from '../ledger/ports.ts';

export interface PersonOfRequestDeps {
  readonly people: Pick<People, 'find'>;
  readonly now: Clock;
}

/** As of the act; of a question that may wait for a day, as of today. */
export function personOfRequest(
  deps: PersonOfRequestDeps,
  app: App,
  request: ReplyRequest,
): Promise<KnownPerson | undefined> {
  const isOfToday = request.kind === 'first-contact' || request.kind === 'welcome';
  const at = isOfToday ? deps.now() : request.at;
  return deps.people.find(app.appId, inPortfolio(personOf(request), portfolioCount(app).now), at);
}

/** What is known of them; rejects as the lookup does. */
export async function factsOfRequest(
  deps: PersonOfRequestDeps,
  app: App,
  request: ReplyRequest,
): Promise<EligibilityFacts> {
  const known = await personOfRequest(deps, app, request);
  return known === undefined ? unknownPerson : factsOf(known);
}

/** By number and BSUID, as they are written here. */
export function personOf({ identifiers }: ReplyRequest): PersonRef {
  const parsed = parsePhone(identifiers.phone ?? '');
  const phone = 'digits' in parsed ? parsed.digits : parseWaId(identifiers.waId ?? '')?.digits;
  const bsuid = bsuidOf(identifiers);
  return { phone, bsuid };
}

/** A BSUID may have stood where the number belongs. */
export function bsuidOf({ bsuid, waId }: ReplyRequest['identifiers']): string | undefined {
  return parseBsuid(bsuid ?? '') ?? parseBsuid(waId ?? '');
}
