import type { App } from '../app/app.ts';
import { evidenceOfPoint } from '../collection/evidence-of-point.ts';
import { makingOf } from '../collection/personal-link.ts';
import { type Prompt, type PromptAnswer, purposesAnswered } from '../prompts/prompt.ts';
import { evidenceOf } from './evidence-of-act.ts';
import { brakeOf, statementOf } from './heard-act.ts';
import type { InboundAct } from './inbound-act.ts';
import type { ForApp } from './inbound-decision.ts';
import type { Known } from './wanted.ts';

/** The answer to a prompt, for one of the apps on the number that it came to. */
export interface PromptAnswerOf {
  readonly app: App;
  readonly answer: PromptAnswer;
  readonly known: Pick<Known, 'prompt' | 'presser'>;
  /** Whether this app may ask the person in return. */
  readonly asks: boolean;
}

const plain: Omit<ForApp, 'app'> = { changes: [], isUnclear: false };

/**
 * What a pressed button or row of a prompt comes to: a yes is an opt-in to what it names alone, under the notice that was shown, and
 * without a notice none; a no to all is a refusal of what was shown. It counts over a no that the person said before: unlike a link it
 * was pressed on the phone itself, and the provider signs who pressed it. Of another person or app, and a yes after the end, it is plain inbound. A no to a prompt that is
 * gone is a no to something, so it brakes like an unclear stop.
 */
export function promptChanges(act: InboundAct, { app, answer, known, asks }: PromptAnswerOf): Omit<ForApp, 'app'> {
  const { prompt, presser = [] } = known;
  const isNo = answer.answer === 'no';
  if (prompt === undefined) {
    if (!isNo) return plain;
    const brake = { ...brakeOf(act), reply: asks ? ('ask-whether-stop' as const) : undefined };
    return { changes: [{ record: 'brake', brake }], isUnclear: true };
  }
  if (prompt.appId !== app.appId || !presser.includes(prompt.subjectId)) return plain;
  if (!isNo && (prompt.notice === undefined || act.at >= prompt.expiresAt)) return plain;
  const purposes = purposesAnswered(prompt, answer);
  if (purposes.length === 0) return plain;
  const said = {
    ...statementOf(act),
    purposes,
    evidence: { ...evidenceOf(act), ...prompt.notice, ...cameBy(prompt), ...making(prompt) },
    eventId: `${act.messageId}:answered`,
  };
  if (!isNo) {
    const granted = { ...said, action: 'granted', reply: asks ? 'opt-in-confirmed' : undefined } as const;
    return { changes: [{ record: 'statement', said: granted }], isUnclear: false };
  }
  const isOfOne = 'purpose' in answer && answer.purpose !== undefined;
  const reply = asks ? ('switch-off-confirmed' as const) : undefined;
  const no = { ...said, action: isOfOne ? 'revoked' : 'refused', reply } as const;
  return { changes: [{ record: 'statement', said: no }], isUnclear: false };
}

/** The point by which the chat came in which it was asked: a yes counts there. */
function cameBy({ pointId, campaign }: Prompt) {
  return pointId === undefined ? {} : evidenceOfPoint({ pointId, campaign });
}

/** Who issued the payloads, and when. */
function making({ madeBy, madeAt }: Prompt) {
  return madeBy === undefined ? {} : makingOf({ keyId: madeBy, madeAt });
}
