import type { App } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { inPortfolio } from '../../domain/identity/portfolio.ts';
import type { ReplyRequest } from '../../domain/replies/reply-request.ts';
import { meaningOf, type Provider } from '../../domain/sends/provider-codes.ts';
import { type SendName, sendReference } from '../../domain/sends/send.ts';
import type { Apps, Clock, Ledger, People } from '../ledger/ports.ts';
import { recordStop } from '../ledger/record-no.ts';
import type { SmsStops } from './ports.ts';

export interface FeedBackDeps {
  readonly apps: Pick<Apps, 'onSmsNumber'>;
  readonly people: Pick<People, 'find'>;
  readonly ledger: Pick<Ledger, 'recordPlatformPreference' | 'recordStatement'>;
  readonly smsStops: SmsStops;
  readonly now: Clock;
}

/**
 * Records what a provider's refusal says of the person, and nothing more: two codes say that they stopped something, all others leave
 * consent as it is. Safe to repeat.
 *
 * @param to whom the refused message went to
 */
export async function feedBack(
  deps: FeedBackDeps,
  app: App,
  request: SendName & Pick<ReplyRequest, 'identifiers' | 'receivedBy'>,
  refusal: { readonly provider: Provider; readonly code: string; readonly to: PersonRef },
): Promise<void> {
  const { provider, code, to } = refusal;
  const eventId = `${sendReference(request)}:${code}`;
  switch (meaningOf(provider, code)) {
    case 'platform-stop': {
      const { waId, bsuid } = request.identifiers;
      const identifiers = to.phone === undefined ? { bsuid } : { waId };
      const person = inPortfolio(to, portfolioCount(app).now);
      const said = { value: 'stop', evidence: { identifiers } } as const;
      await deps.ledger.recordPlatformPreference(app, { person, at: deps.now(), eventId, ...said });
      return;
    }
    case 'sms-stop': {
      const { receivedBy } = request;
      if (receivedBy !== undefined) await recordSmsStop(deps, { receivedBy, person: to, eventId });
    }
  }
}

/**
 * The person stopped a number of ours at the provider, which may have kept their STOP to itself: a no for every app on it. Where the ledger
 * has a stop of theirs on it, this is that one, whatever they said since (semantics 6, of Twilio's 21610; AWS says no more than that either).
 */
async function recordSmsStop(
  { apps, people, ledger, smsStops, now }: FeedBackDeps,
  {
    receivedBy,
    person,
    eventId,
  }: { readonly receivedBy: string; readonly person: PersonRef; readonly eventId: string },
): Promise<void> {
  for (const app of await apps.onSmsNumber(receivedBy)) {
    const known = await people.find(app.appId, person, now());
    if (known !== undefined && (await smsStops.heard(app.appId, known.subject.userId, receivedBy))) continue;
    await recordStop(ledger, app, {
      person,
      action: 'revoked',
      purposes: 'all',
      level: 2,
      saidAt: now(),
      source: 'sms-keyword',
      evidence: { receivedBy },
      eventId,
      provider: false,
    });
  }
}
