import { everything, grantRegister, type Mark, markOf, type Registers, revokeRegister, withMark } from './registers.ts';
import { isGranted, namedPurposes } from './standing.ts';
import { type Seconds, type Statement, toSeconds } from './statement.ts';

/** A statement with the notice that was shown, as the fold keeps it in its marks. */
export type FoldedStatement = Statement & { readonly notice?: string };

/** What a START gives back: the purposes, and whether it answers a stop at all. */
export interface Resumption {
  readonly answersStop: boolean;
  readonly purposes: readonly string[];
}

/**
 * The state of consent: the fold over all statements of one person, free of order and of duplicates (semantics 2).
 * This is the definition; `applyStatement` is the same thing one statement at a time where that is possible.
 */
export function foldStatements(statements: readonly FoldedStatement[]): Registers {
  let registers: Registers = {};
  for (const statement of statements) registers = withDirect(registers, statement);
  for (const { mark, resumption } of resumptions(statements)) registers = withResumption(registers, mark, resumption);
  return registers;
}

/**
 * The registers after one more statement, or undefined when only the whole history can tell: for a START, and for anything said
 * no later than the latest START, because that may change what the START gave back.
 *
 * @param latestResume second of the latest START in the history
 */
export function applyStatement(
  registers: Registers,
  statement: FoldedStatement,
  latestResume: Seconds | undefined,
): Registers | undefined {
  if (statement.action === 'resumed') return undefined;
  if (latestResume !== undefined && toSeconds(statement.saidAt) <= latestResume) return undefined;
  return withDirect(registers, statement);
}

/** What each START of a history gives back, earliest first. */
export function resumptions(
  statements: readonly FoldedStatement[],
): { readonly statement: FoldedStatement; readonly mark: Mark; readonly resumption: Resumption }[] {
  const direct = statements.filter((statement) => statement.action !== 'resumed');
  const starts = statements
    .filter((statement) => statement.action === 'resumed')
    .sort((a, b) => toSeconds(a.saidAt) - toSeconds(b.saidAt) || (a.ref < b.ref ? -1 : 1));
  const found: { statement: FoldedStatement; mark: Mark; resumption: Resumption }[] = [];
  for (const statement of starts) {
    found.push({ statement, mark: markOf(statement), resumption: resumptionOf(statement, direct, found) });
  }
  return found;
}

function resumptionOf(
  start: FoldedStatement,
  direct: readonly FoldedStatement[],
  earlier: readonly { readonly mark: Mark; readonly resumption: Resumption }[],
): Resumption {
  const nothing: Resumption = { answersStop: false, purposes: [] };
  const startedAt = toSeconds(start.saidAt);
  const stops = direct.filter((statement) => isStop(statement) && toSeconds(statement.saidAt) < startedAt);
  const stoppedAt = Math.max(...stops.map((stop) => toSeconds(stop.saidAt)));
  const answered = stops.filter((stop) => toSeconds(stop.saidAt) === stoppedAt);
  if (answered.length === 0) return nothing;
  // After an erasure consent starts anew; START has nothing to give back.
  if (answered.some((stop) => stop.action === 'erased')) return nothing;
  // START by SMS undoes only a stop by SMS (semantics 6).
  if (start.source === 'sms-keyword' && answered.some((stop) => stop.source !== 'sms-keyword')) return nothing;
  let before: Registers = {};
  for (const statement of direct) if (toSeconds(statement.saidAt) < stoppedAt) before = withDirect(before, statement);
  for (const { mark, resumption } of earlier)
    if (mark.at < stoppedAt) before = withResumption(before, mark, resumption);
  return { answersStop: true, purposes: namedPurposes(before).filter((purpose) => isGranted(before, purpose)) };
}

/** A stop is a no to everything, whoever said it; an erasure ends everything too. */
function isStop(statement: Statement): boolean {
  return (
    statement.action === 'erased' ||
    ((statement.action === 'revoked' || statement.action === 'refused') && statement.purposes === 'all')
  );
}

function withResumption(registers: Registers, mark: Mark, resumption: Resumption): Registers {
  if (!resumption.answersStop) return registers;
  let after = withMark(registers, everything, 'G3', mark);
  for (const purpose of resumption.purposes) after = withMark(after, purpose, 'G3', mark);
  return after;
}

function withDirect(registers: Registers, statement: FoldedStatement): Registers {
  const mark = markOf(statement);
  const purposes = statement.purposes === 'all' ? [everything] : statement.purposes;
  let after = registers;
  for (const purpose of purposes) {
    switch (statement.action) {
      case 'granted':
        after = withMark(after, purpose, grantRegister(statement.level), mark);
        break;
      case 'revoked':
      case 'refused':
        after = withMark(after, purpose, revokeRegister(statement.level), mark);
        break;
      case 'requested':
        after = withMark(after, purpose, 'Q', mark);
        break;
      case 'erased':
        after = withMark(after, everything, 'E', mark);
        break;
      case 'resumed':
        break;
    }
  }
  return after;
}
