import type { App } from '../../../domain/app/app.ts';
import { consentState } from '../../../domain/consent/consent-state.ts';
import type { AttentionItem } from '../../../use-cases/people/attention.ts';
import type { OpenQuestion } from '../../../use-cases/people/ports.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import { statementId } from '../../fields/statement-id.ts';
import type { View } from '../../http/operation.ts';
import type { attentionAnswer, unclearStopAnswer } from './answers.ts';
import { userView } from './user-view.ts';

/** Somebody who was asked, with the words that they said. */
export function unclearStopView(question: OpenQuestion, app: App, now: number): View<typeof unclearStopAnswer> {
  const { subject, at, ref, entry } = question;
  const { userId, phone, bsuid } = userView(question, app, now);
  const evidence = entry?.body?.evidence;
  return {
    userId,
    phone,
    bsuid,
    saidAt: formatInstant(at),
    statementId: statementId(ref),
    source: entry?.header.source,
    text: evidence?.text,
    optedIn: app.purposes
      .filter((purpose) => consentState(subject.registers, purpose, now).state === 'opted-in')
      .map(({ purposeId }) => purposeId),
  };
}

/** One thing to look at. */
export function attentionView({ kind, since, count, atLeast, id }: AttentionItem): View<typeof attentionAnswer> {
  return { kind, since: formatInstantIfAny(since), count, atLeast, id };
}
