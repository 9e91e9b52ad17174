import { type Seconds, toSeconds } from '../time.ts';
import { annulledBy, annulmentOf, annulSame, joinAnnulled } from './annulment.ts';
import { type FoldedConsent, nothingSaid } from './folded-consent.ts';
import { lateAct } from './late-act.ts';
import {
  everything,
  grantRegister,
  markOf,
  type Registers,
  registersAt,
  revokeRegister,
  scopeNames,
  withMark,
} from './registers.ts';
import { type InMarketing, isGranted, namedPurposes } from './standing.ts';
import type { FoldedStatement, Statement } from './statement.ts';
import {
  afterGrant,
  givenBack,
  isAnswered,
  isStop,
  latestAct,
  latestPartialNo,
  runFrom,
  type Stop,
  type StopRun,
  smsNumberOf,
  stopOf,
  withEarlierGift,
  withStop,
} from './stop-run.ts';

export type { FoldedConsent } from './folded-consent.ts';
export type { FoldedStatement } from './statement.ts';

/** Where nobody says which purposes are marketing, none is. */
const noMarketing: InMarketing = () => false;

/**
 * The state of consent: the fold over all statements of one person, free of order and of duplicates (semantics 2). What an import
 * granted that was annulled is left out, as if it had never been said, whichever of the two was said or came first.
 * This is the definition; `applyStatement` is the same thing one statement at a time where that is possible.
 *
 * @param inMarketing which purposes a stop of marketing covers. The marks do not depend on it; it decides whether a grant that only a
 *   stop of marketing overrules divides two runs of stops
 */
export function foldConsent(statements: readonly FoldedStatement[], inMarketing: InMarketing): FoldedConsent {
  const once = new Map(statements.map((statement) => [statement.ref, statement]));
  const annulled = annulledBy(once.values());
  const counting = [...once.values()].filter((each) => annulmentOf(each, annulled) === undefined);
  const bySecond = Map.groupBy(counting, ({ saidAt }) => toSeconds(saidAt));
  let folded: FoldedConsent = { ...nothingSaid, ...annulled };
  for (const [at, said] of [...bySecond].sort(([a], [b]) => a - b)) {
    folded = afterSecond(folded, at, said, inMarketing);
  }
  return folded;
}

/** The registers alone. */
export function foldStatements(
  statements: readonly FoldedStatement[],
  inMarketing: InMarketing = noMarketing,
): Registers {
  return foldConsent(statements, inMarketing).registers;
}

/**
 * The state after one more statement, or undefined when only the whole history can tell: for an act dated no later than the latest
 * START, because that may change what the START gave back; for a START that comes late or answers a run of stops that is not known;
 * for the first annulment of an import, because the marks do not say what lies beneath its grants; and for a state of a former version.
 */
export function applyStatement(
  folded: FoldedConsent,
  statement: FoldedStatement,
  inMarketing: InMarketing,
): FoldedConsent | undefined {
  if (folded.former === true) return undefined;
  if (statement.action === 'annulled') {
    const annulled = joinAnnulled(folded, annulledBy([statement]));
    return annulSame(folded, annulled) ? { ...folded, ...annulled } : undefined;
  }
  if (annulmentOf(statement, folded) !== undefined) return folded;
  const at = toSeconds(statement.saidAt);
  // A request gives and takes nothing: it is never what a START depends on.
  if (statement.action === 'requested') return { ...folded, registers: withDirect(folded.registers, statement) };
  if (folded.latestStart !== undefined && at <= folded.latestStart) return undefined;
  const { stopRun } = folded;
  if (statement.action === 'resumed' && !isStartKnown(folded, at)) return undefined;
  const isLatest = at > latestAct(folded.registers);
  if (statement.action === 'resumed' || (isLatest && stopRun !== 'unknown')) {
    return afterSecond(folded, at, [statement], inMarketing);
  }
  if (isLatest && isStop(statement) && isBack(folded.registers, inMarketing)) {
    return afterSecond({ ...folded, stopRun: undefined }, at, [statement], inMarketing);
  }
  const registers = withDirect(folded.registers, statement);
  return { ...folded, registers, ...lateAct(folded, { ...folded, registers }, statement, inMarketing) };
}

/** Whether the state says what a START gives back: its run is known, and no later act hides what was said before it. */
function isStartKnown({ registers, stopRun }: FoldedConsent, at: Seconds): boolean {
  if (stopRun === undefined) return true;
  return stopRun !== 'unknown' && stopRun.last < at && latestPartialNo(registers) < at;
}

/** Whether some grant counts: whatever the runs of stops before it were, the next stop begins another one. */
function isBack(registers: Registers, inMarketing: InMarketing): boolean {
  return namedPurposes(registers).some((purpose) => isGranted(registers, purpose, inMarketing(purpose)));
}

/** The state after everything that was said in one second, given all that was said before it. */
function afterSecond(
  { registers: before, latestStart, stopRun, annulled }: FoldedConsent,
  at: Seconds,
  said: readonly FoldedStatement[],
  inMarketing: InMarketing,
): FoldedConsent {
  let run = stopRun === 'unknown' ? undefined : stopRun;
  let registers = before;
  const grants: { readonly purpose: string; readonly level: 2 | 3 }[] = [];
  for (const start of said.filter(({ action }) => action === 'resumed')) {
    if (run === undefined || !isAnswered(run, smsNumberOf(start))) continue;
    const mark = markOf(start);
    registers = withMark(registers, everything, 'S', mark);
    for (const [purpose, restores] of givenBack(run, before)) {
      const kept = withEarlierGift(restores, registersAt(before, purpose).S);
      registers = withMark(registers, purpose, 'S', { ...mark, restores: kept });
      if (!inMarketing(purpose) || restores.ifMarketing !== null) grants.push({ purpose, level: 3 });
    }
  }
  for (const stop of said.filter(isStop)) run = afterStop(run, stopOf(stop, at), before);
  for (const statement of said) {
    registers = withDirect(registers, statement);
    if (statement.action !== 'granted') continue;
    for (const purpose of namesOf(statement)) grants.push({ purpose, level: statement.level === 3 ? 3 : 2 });
  }
  for (const { purpose, level } of run === undefined ? [] : grants) {
    run = afterGrant(run as StopRun, registers, { purpose, level, at }, inMarketing);
  }
  const starts = said.some(({ action }) => action === 'resumed');
  const latest = starts ? Math.max(latestStart ?? at, at) : latestStart;
  return {
    registers,
    latestStart: latest,
    stopRun: run,
    ...(annulled !== undefined && { annulled }),
  };
}

/** A stop later than all that was said before goes on with a run, or begins another one after a grant that counted. */
function afterStop(run: StopRun | undefined, stop: Stop, before: Registers): StopRun {
  return run === undefined || (run.ended !== undefined && run.ended.at < stop.at)
    ? runFrom(stop, before)
    : withStop(run, stop);
}

/** The purposes that a yes names; only a no may speak of marketing or of everything. */
function namesOf({ purposes }: Statement): readonly string[] {
  return typeof purposes === 'string' ? [] : purposes;
}

function withDirect(registers: Registers, statement: FoldedStatement): Registers {
  const mark = markOf(statement);
  const put = (places: readonly string[], register: Parameters<typeof withMark>[2]) =>
    places.reduce((after, place) => withMark(after, place, register, mark), registers);
  switch (statement.action) {
    case 'granted':
      return put(namesOf(statement), grantRegister(statement.level));
    case 'revoked':
    case 'refused':
      return put(scopeNames(statement), revokeRegister(statement.level));
    case 'requested':
      return put(namesOf(statement), 'Q');
    case 'erased':
      return put([everything], 'E');
    case 'annulled':
    case 'resumed':
      return registers;
  }
}
