import type { App } from '../app/app.ts';
import { confirmerOf, mayConfirm } from '../collection/confirm-choice.ts';
import { evidenceOfPoint } from '../collection/evidence-of-point.ts';
import type { OptInAnswer } from '../replies/button-payloads.ts';
import { evidenceOf } from './evidence-of-act.ts';
import { brakeOf, statementOf } from './heard-act.ts';
import type { InboundAct } from './inbound-act.ts';
import type { ForApp, InboundChange } from './inbound-decision.ts';
import type { Known } from './wanted.ts';

/** The answer, for one of the apps on the number that it came to. */
export interface AnswerOf {
  readonly app: App;
  readonly answer: OptInAnswer;
  readonly known: Known;
  /** Whether this app may ask the person in return. */
  readonly asks: boolean;
}

/**
 * What an answer to our question about a choice comes to: yes is an opt-in under the notice that the question quoted, no a refusal. Of
 * the page only the point is evidence here, because whoever answers need not be who ticked. Buttons stay in a chat longer than choices
 * are kept: a no to a choice that is gone is a no to something, so it brakes like an unclear stop and the person is asked.
 */
export function answerChanges(act: InboundAct, { app, answer, known, asks }: AnswerOf): Omit<ForApp, 'app'> {
  const { choice } = known;
  const isYes = answer.answer === 'yes';
  if (choice === undefined && !isYes) {
    const brake = { ...brakeOf(act), reply: asks ? ('ask-whether-stop' as const) : undefined };
    return { changes: [{ record: 'brake', brake }], isUnclear: true };
  }
  if (choice === undefined || choice.appId !== app.appId) return { changes: [], isUnclear: false };
  // A no is heard for as long as it can be understood; a yes only in time.
  if (isYes && act.at >= choice.expiresAt) return { changes: [], isUnclear: false };
  const said = {
    ...statementOf(act),
    purposes: choice.purposes,
    evidence: { ...evidenceOf(act), ...evidenceOfPoint(choice, choice.notice) },
    eventId: `${act.messageId}:answered`,
  };
  if (!isYes) return { changes: [{ record: 'statement', said: { ...said, action: 'refused' } }], isUnclear: false };
  const waiting: readonly InboundChange[] = mayConfirm(choice, act.person)
    ? [{ record: 'end-of-waiting', choice, by: confirmerOf(act.person) }]
    : [];
  const granted = { ...said, action: 'granted', reply: 'opt-in-confirmed' } as const;
  return { changes: [{ record: 'statement', said: granted }, ...waiting], isUnclear: false };
}
