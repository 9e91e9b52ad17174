import type { App, Purpose } from '../app/app.ts';
import { consentState, type PurposeConsent } from '../consent/consent-state.ts';
import { isMarketing } from '../consent/purpose-terms.ts';
import type { Source } from '../consent/statement.ts';
import { isPlatformStopped, type Subject } from '../identity/subject.ts';
import type { Milliseconds } from '../time.ts';

/** One yes or no for a person, for programs that know no purposes. */
export interface AnswerToAll {
  readonly answer: 'yes' | 'no';
  /** Of the latest statement that it rests on; of a brake there is none. */
  readonly source?: Source | undefined;
  readonly since: Milliseconds;
}

/**
 * What a program may take for the whole answer of a person. Whoever reads "yes" may write anything, so it is one only where all that such a yes
 * stands for is opted in: the purposes behind a bare opt-in, or, where an app does not name them, whatever the person was asked for. A no to any of
 * them, a brake, and WhatsApp's own stop make it a no. Undefined = neither.
 */
export function answerToAll(
  subject: Pick<Subject, 'registers' | 'suppressions' | 'platformStop'>,
  app: Pick<App, 'purposes' | 'gupshup'>,
  now: Milliseconds,
): AnswerToAll | undefined {
  const named = app.gupshup?.bareOptIn?.purposes;
  const asked = app.purposes.filter(({ purposeId }) => named?.includes(purposeId) ?? true);
  const states = asked.map((purpose) => consentState(subject.registers, purpose, now));
  const noes: AnswerToAll[] = [
    ...states.filter(({ state }) => state === 'opted-out' || state === 'erased').map((each) => answerOf('no', each)),
    ...brakes(subject, asked),
  ];
  if (noes.length > 0) return latest(noes);
  const yeses = states.filter(({ state }) => state === 'opted-in').map((each) => answerOf('yes', each));
  const isWhole = named === undefined ? !states.some(isUnanswered) : yeses.length === new Set(named).size;
  return isWhole ? latest(yeses) : undefined;
}

function brakes(
  { suppressions, platformStop }: Pick<Subject, 'suppressions' | 'platformStop'>,
  asked: readonly Purpose[],
) {
  const hasMarketing = asked.some(isMarketing);
  const held = suppressions.filter(({ scope }) => scope === 'all' || hasMarketing).map(({ since }) => since);
  const stopped = hasMarketing && isPlatformStopped(platformStop) ? [platformStop.stoppedAt ?? 0] : [];
  return [...held, ...stopped].map((since) => ({ answer: 'no', since }) as const);
}

/** Asked for, and no yes by now: a request that waits, or an opt-in or a request that expired. */
function isUnanswered({ state }: PurposeConsent): boolean {
  return state === 'pending' || state === 'expired';
}

function answerOf(answer: AnswerToAll['answer'], { source, since = 0 }: PurposeConsent): AnswerToAll {
  return { answer, source, since };
}

function latest(answers: readonly AnswerToAll[]): AnswerToAll | undefined {
  return answers.toSorted((a, b) => b.since - a.since)[0];
}
