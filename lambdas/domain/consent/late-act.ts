import { type Seconds, toSeconds } from '../time.ts';
import type { FoldedConsent } from './folded-consent.ts';
import { everything, grantRegister, type Registers, registersAt, revokeRegister, scopeNames } from './registers.ts';
import { type InMarketing, scopesOf } from './standing.ts';
import type { FoldedStatement } from './statement.ts';
import { afterGrant, isStop, latestAct, runFrom, type StopRun, stopOf, withEarlier, withStop } from './stop-run.ts';

type Run = Pick<FoldedConsent, 'stopRun'>;
const unknown: Run = { stopRun: 'unknown' };

/**
 * What a grant or a no comes to for the latest run of stops when something later is known already. The marks need no care: they
 * join. Where the run cannot be told any more, it is unknown, and the next START reads the history once.
 *
 * @param before without the statement
 * @param after its registers with the statement
 */
export function lateAct(
  before: FoldedConsent,
  after: FoldedConsent,
  statement: FoldedStatement,
  inMarketing: InMarketing,
): Run {
  const { stopRun } = before;
  const at = toSeconds(statement.saidAt);
  if (stopRun === undefined) {
    if (!isStop(statement)) return {};
    return latestAct(before.registers) < at ? { stopRun: runFrom(stopOf(statement, at), before.registers) } : unknown;
  }
  if (stopRun === 'unknown') return unknown;
  if (isStop(statement)) return lateStop(stopRun, statement, at);
  return statement.action === 'granted'
    ? lateGrant(stopRun, after.registers, statement, at, inMarketing)
    : lateNo(stopRun, statement, at);
}

function lateGrant(
  run: StopRun,
  registers: Registers,
  statement: FoldedStatement,
  at: Seconds,
  inMarketing: InMarketing,
): Run {
  const level = statement.level === 3 ? 3 : 2;
  const purposes = typeof statement.purposes === 'string' ? [] : statement.purposes;
  if (at > run.last) {
    let later = run;
    for (const purpose of purposes) {
      const isCertain = latestNo(registers, purpose, inMarketing) < at;
      if (isCertain) later = afterGrant(later, registers, { purpose, level, at }, inMarketing);
      else if (run.ended === undefined) return unknown;
      else later = { ...later, uncounted: true };
    }
    // It may have made another one count that did not.
    return run.uncounted === true && later.ended === undefined ? unknown : { stopRun: later };
  }
  if (run.uncounted === true) return unknown;
  if (at < run.first) {
    const register = grantRegister(level);
    return { stopRun: purposes.reduce((each, purpose) => withEarlier(each, purpose, register, at), run) };
  }
  // In the second of a stop it does not count; between two it may divide them.
  return at === run.first || at === run.last ? { stopRun: { ...run, uncounted: true } } : unknown;
}

/** A no to named purposes or to marketing. */
function lateNo(run: StopRun, statement: FoldedStatement, at: Seconds): Run {
  if (undoesEnd(run, statement, at)) return unknown;
  if (at >= run.first) return { stopRun: run };
  // It may join this run to the one before, if there is one.
  if (hasStop(run)) return unknown;
  const register = revokeRegister(statement.level);
  return { stopRun: scopeNames(statement).reduce((each, name) => withEarlier(each, name, register, at), run) };
}

function lateStop(run: StopRun, statement: FoldedStatement, at: Seconds): Run {
  const stop = stopOf(statement, at);
  if (at > run.last) return run.ended === undefined ? { stopRun: withStop(run, stop) } : unknown;
  if (undoesEnd(run, statement, at)) return unknown;
  const isHidden = at < run.first && latestMoment(run) >= at;
  return isHidden ? unknown : { stopRun: withStop(run, stop) };
}

/** Whether a no may take away that the grant which ended the run counted. */
function undoesEnd({ ended }: StopRun, { level, action }: FoldedStatement, at: Seconds): boolean {
  if (ended === undefined) return false;
  const isOwn = level === 3 || action === 'erased';
  return at === ended.at || (isOwn && ended.level === 2 && at < ended.at);
}

function hasStop({ before }: StopRun): boolean {
  const { R1, R2, R3, E } = registersAt(before, everything);
  return [R1, R2, R3, E].some((stop) => stop !== undefined);
}

function latestMoment({ before }: StopRun): Seconds {
  let found = -1;
  for (const marks of Object.values(before)) {
    for (const { at } of Object.values(marks)) if (at > found) found = at;
  }
  return found;
}

function latestNo(registers: Registers, purpose: string, inMarketing: InMarketing): Seconds {
  const { own, wider } = scopesOf(registers, purpose, inMarketing(purpose));
  let found = -1;
  for (const { R1, R2, R3, E } of [own, ...wider]) {
    for (const no of [R1, R2, R3, E]) if (no !== undefined && no.at > found) found = no.at;
  }
  return found;
}
