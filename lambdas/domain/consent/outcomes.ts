import { toSeconds } from '../time.ts';
import { type Annulment, annulmentOf } from './annulment.ts';
import type { FoldedConsent } from './folded-consent.ts';
import type { Mark, Registers } from './registers.ts';
import { type InMarketing, overrulingRevoke, purposesIn, scopesOf, standing } from './standing.ts';
import type { FoldedStatement, StatementRef } from './statement.ts';
import { onDay, stopSentence } from './stop-sentence.ts';

/** Why a statement does not count for a purpose. */
export interface RefusedBy {
  readonly code:
    | 'later-opt-out'
    | 'own-opt-out'
    | 'later-opt-in'
    | 'already-opted-in'
    | 'nothing-to-resume'
    | 'annulled';
  /** A plain sentence. */
  readonly detail: string;
  /** The statement that overrules it. */
  readonly ref?: StatementRef;
}

/** What a statement comes to for one purpose. */
export interface Outcome {
  readonly purpose: string;
  /** Whether it counts. */
  readonly applied: boolean;
  readonly refusedBy?: RefusedBy;
}

/**
 * What a statement comes to, purpose by purpose, under the state of the whole history that contains it. Used when it is
 * recorded (the first answer) and whenever statements are listed (today's verdict: an import that counted yesterday loses when an
 * older STOP arrives late).
 */
export function outcomesOf(
  statement: FoldedStatement,
  { registers, annulled }: Pick<FoldedConsent, 'registers' | 'annulled'>,
  inMarketing: InMarketing,
): Outcome[] {
  const annulment = annulmentOf(statement, { annulled });
  return purposesIn(statement.purposes, registers, inMarketing).map((purpose) => {
    const refusedBy =
      annulment === undefined ? refusal(statement, purpose, registers, inMarketing(purpose)) : undone(annulment);
    return refusedBy === undefined ? { purpose, applied: true } : { purpose, applied: false, refusedBy };
  });
}

function refusal(
  statement: FoldedStatement,
  purpose: string,
  registers: Registers,
  marketing: boolean,
): RefusedBy | undefined {
  const at = toSeconds(statement.saidAt);
  const stands = standing(registers, purpose, marketing);
  switch (statement.action) {
    case 'granted': {
      const scopes = scopesOf(registers, purpose, marketing);
      const no = overrulingRevoke({ at, level: statement.level === 3 ? 3 : 2 }, scopes);
      return no === undefined ? undefined : optedOut(no, no.at >= at ? 'later-opt-out' : 'own-opt-out');
    }
    case 'revoked':
    case 'refused':
    case 'erased':
      return stands.stands === 'granted' ? optedIn(stands.by, 'later-opt-in') : undefined;
    case 'annulled':
      return undefined;
    case 'requested':
      if (stands.stands === 'granted') return optedIn(stands.by, 'already-opted-in');
      return stands.stands === 'revoked' ? optedOut(stands.by, 'later-opt-out') : undefined;
    case 'resumed':
      if (stands.stands === 'granted') return undefined;
      if (stands.stands === 'revoked' && stands.by.at >= at) return optedOut(stands.by, 'later-opt-out');
      return { code: 'nothing-to-resume', detail: 'The purpose was not opted in when the stop took effect.' };
  }
}

function optedOut(no: Mark, code: 'later-opt-out' | 'own-opt-out'): RefusedBy {
  const own = code === 'own-opt-out' ? ' Only an own act of the person undoes it.' : '';
  return { code, detail: `${stopSentence({ ...no, since: no.at * 1000 })}${own}`, ref: no.ref };
}

function undone({ at, ref }: Annulment): RefusedBy {
  return { code: 'annulled', detail: `The import that it came by was undone${onDay(at * 1000)}.`, ref };
}

function optedIn(yes: Mark, code: 'later-opt-in' | 'already-opted-in'): RefusedBy {
  return {
    code,
    detail: `The person opted in${onDay(yes.at * 1000)}.`,
    ref: yes.ref,
  };
}
